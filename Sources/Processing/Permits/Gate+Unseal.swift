import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Opens a value that the house wrote itself; never one about a person's identity.
    ///
    /// - Throws: `VaultError` also for what somebody wrote in a thread, which has the same key and another label.
    package func unsealOwn(_ value: Bytes, label: String, of subject: SubjectID) async throws -> PersonalData<Bytes> {
        guard !label.hasPrefix(Place.threadLabel) else { throw VaultError.doesNotOpen }
        let sealer = try await sealer(for: subject)
        return PersonalData(
            try SealedValue.open(value, label: label, key: sealer.key, compartment: .messages, instance: ring.instance))
    }

    /// Whether something could not be opened since it is not what was sealed, or not whole.
    package static func isUnreadable(_ error: any Error) -> Bool { error is VaultError }

    /// Checks, makes the evidence durable, and opens single values sealed about a person.
    ///
    /// - Parameter items: read in the transaction of the check, so that nothing older is opened.
    package func read(
        _ ask: Ask, items: @escaping @Sendable (any Transaction) throws -> [SealedItem]
    ) async throws -> [PersonalData<Bytes>] {
        try await readBeside(ask, items: items).items
    }

    /// The same, and the fields of the record that `ask` names: one act.
    package func readBeside(
        _ ask: Ask, items: @escaping @Sendable (any Transaction) throws -> [SealedItem]
    ) async throws -> (record: OpenRecord, items: [PersonalData<Bytes>]) {
        let sealer = try await sealer(for: ask)
        let (record, sealed) = try await perform { [self] transaction in
            let standing = try check(ask, .shared, in: transaction)
            try append(ask, standing: standing, sealer: sealer, in: transaction)
            return (standing.record, try items(transaction))
        }
        return (
            try open(ask, record: record, sealer: sealer), try sealed.map { PersonalData(try $0.opened(by: sealer)) }
        )
    }
}
