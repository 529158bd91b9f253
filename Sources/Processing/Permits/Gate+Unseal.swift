import Policy
import Primitives
import Storage
import Vault

/// Where a single sealed value belongs.
package enum Place: Sendable {
    /// What is about the person's identity: opened for a permit only.
    case record
    /// What was read off a document, or is sealed with it: opened for a permit only.
    case documents
    /// What the house wrote itself (parameters of a message, the secret of a second factor): opened for its own working.
    case messages
    /// What persons and staff write to each other: opened for a permit only.
    case threads

    /// How the labels begin of what is written in threads, and of nothing else in that compartment.
    static let threadLabel = "thread "

    var compartment: Compartment {
        switch self {
        case .record: .record
        case .documents: .documents
        case .messages, .threads: .messages
        }
    }
}

/// A single sealed value and the label bound into it.
package struct SealedItem: Sendable {
    package let label: String
    package let value: Bytes
    package let place: Place

    package init(_ value: Bytes, label: String, in place: Place) {
        self.value = value
        self.label = label
        self.place = place
    }
}

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
        let opened = try sealed.map { item in
            PersonalData(
                try SealedValue.open(
                    item.value, label: item.label, key: sealer.key, compartment: item.place.compartment,
                    instance: ring.instance))
        }
        return (try open(ask, record: record, sealer: sealer), opened)
    }
}
