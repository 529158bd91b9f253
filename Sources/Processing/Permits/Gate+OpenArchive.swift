import Foundation
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Opens once what the archive holds of a person, with both keys, after the entry that says so is durable.
    ///
    /// - Parameters:
    ///   - ask: of the act ``Act/openArchive``; fields that it does not name are left out.
    ///   - decide: asks, in the transaction, whether two persons have agreed; gives what the entry notes, or nil to open nothing.
    /// - Returns: what `decide` answered, and what was opened.
    /// - Throws: ``GateRefusal``, with `.noSubject` where nothing is archived; what `decide` throws.
    package func openArchive<Answer: Sendable>(
        _ ask: Ask, _ decide: @escaping @Sendable (any Transaction) throws -> (Answer, note: [String: String]?)
    ) async throws -> (Answer, PersonalData<ArchivedContent>?) {
        guard ask.act == .openArchive else { throw GateRefusal(.notAllowed, ask: ask) }
        let sealer = try await sealer(for: ask)
        let (answer, content) = try await perform { [self] transaction -> (Answer, Bytes?) in
            try transaction.lock(ask.subject, .exclusive)
            let (answer, note) = try decide(transaction)
            guard let note else { return (answer, nil) }
            try permitToWrite(ask, sealer: sealer, in: transaction).note(note, in: transaction)
            guard let content = try ArchivedStore(transaction).content(of: ask.subject) else {
                throw GateRefusal(.noSubject, ask: ask)
            }
            return (answer, content)
        }
        guard let content else { return (answer, nil) }
        let octets = try ArchivedValue.open(content, label: Self.archiveLabel, key: sealer.key, ring: ring)
        let whole = try JSONDecoder().decode(ArchivedContent.self, from: Data(octets))
        let named = Set(ask.fields.map { "\($0.rawValue)" })
        let opened = ArchivedContent(fields: whole.fields.filter { named.contains($0.key) }, things: whole.things)
        return (answer, PersonalData(opened))
    }
}
