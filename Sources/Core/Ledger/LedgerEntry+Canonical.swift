import Crypto
import Foundation
import Primitives

extension LedgerEntry {
    /// An entry is at most so many octets.
    package static let mostOctets = 1_024

    /// The entry's name, which is its nonce.
    package var id: EntryID { EntryID(of: nonce) }

    /// The octets that go into the tree: JSON with sorted keys (RFC 8785 for the values used here).
    ///
    /// - Throws: ``LedgerError/tooLong(_:)``; ``LedgerError/malformed`` when the nonce has not 16 octets or `whom` not 32.
    package func canonical() throws -> Bytes {
        guard nonce.count == 16, whom == nil || whom?.count == 32 else { throw LedgerError.malformed }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let octets = Bytes(try encoder.encode(Wire(self)))
        guard octets.count <= Self.mostOctets else { throw LedgerError.tooLong(octets.count) }
        return octets
    }

    /// Reads an entry back. - Throws: ``LedgerError/malformed`` for all octets but those that ``canonical()`` gives.
    package init(canonical octets: Bytes) throws {
        guard let wire = try? JSONDecoder().decode(Wire.self, from: Data(octets)), let entry = wire.entry,
            (try? entry.canonical()) == octets
        else { throw LedgerError.malformed }
        self = entry
    }

    /// The short names under which an entry is written.
    private struct Wire: Codable {
        let v: Int
        let nonce: String
        let role: String
        let actor: String?
        let act: String
        let whom: String?
        let fields: [Int]?
        let purpose: String?
        let basis: String?
        let clause: String?
        let edition: Int
        let `case`: String?
        let refused: String?
        let at: Int64
        let revision: Int?
        let digest: String?
        let note: [String: String]?

        init(_ entry: LedgerEntry) {
            v = 1
            nonce = entry.nonce.hex
            role = entry.role
            actor = entry.actor.isEmpty ? nil : entry.actor
            act = entry.act
            whom = entry.whom?.hex
            fields = entry.fields.isEmpty ? nil : entry.fields
            purpose = entry.purpose
            basis = entry.basis
            clause = entry.clause
            edition = entry.edition
            `case` = entry.caseID
            if case .refused(let reason) = entry.outcome { refused = reason } else { refused = nil }
            at = entry.at.microseconds
            revision = entry.revision
            digest = entry.digest?.hex
            note = entry.note.isEmpty ? nil : entry.note
        }

        var entry: LedgerEntry? {
            guard v == 1, let nonce = Bytes(hex: nonce), nonce.count == 16 else { return nil }
            return LedgerEntry(
                nonce: nonce, role: role, actor: actor ?? "", act: act, whom: whom.flatMap { Bytes(hex: $0) },
                fields: fields ?? [], purpose: purpose, basis: basis, clause: clause, edition: edition, caseID: `case`,
                outcome: refused.map(Outcome.refused) ?? .done, at: Instant(microseconds: at), revision: revision,
                digest: digest.flatMap { Bytes(hex: $0) }, note: note ?? [:])
        }
    }
}
