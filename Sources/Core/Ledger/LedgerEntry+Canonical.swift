import Foundation
import Primitives

extension LedgerEntry {
    /// An entry is at most so many octets.
    package static let mostOctets = 1_024

    /// The entry's name, which is its nonce.
    package var id: EntryID { EntryID(of: nonce) }

    /// The octets that go into the tree: JSON after RFC 8785, so that an entry can be written in one way only.
    ///
    /// - Throws: ``LedgerError/tooLong(_:)``; ``LedgerError/malformed`` when nonce, `whom` or digest have a wrong length.
    package func canonical() throws -> Bytes {
        guard nonce.count == 16, whom.map({ $0.count == 32 }) ?? true, digest.map({ $0.count == 32 }) ?? true else {
            throw LedgerError.malformed
        }
        let octets = CanonicalValue.object(members).octets
        guard octets.count <= Self.mostOctets else { throw LedgerError.tooLong(octets.count) }
        return octets
    }

    /// Reads an entry back.
    ///
    /// - Throws: ``LedgerError/malformed``, also when the octets are not the ones that ``canonical()`` would write.
    package init(canonical octets: Bytes) throws {
        guard let wire = try? JSONDecoder().decode(Wire.self, from: Data(octets)), let entry = wire.entry,
            try entry.canonical() == octets
        else { throw LedgerError.malformed }
        self = entry
    }

    /// Absent members are left out; the short names stand in the tree for good.
    private var members: [String: CanonicalValue] {
        var members: [String: CanonicalValue] = [
            "v": .int(1), "nonce": .text(nonce.hex), "role": .text(role), "act": .text(act),
            "edition": .int(Int64(edition)), "at": .int(at.microseconds),
        ]
        if !actor.isEmpty { members["actor"] = .text(actor) }
        if !fields.isEmpty { members["fields"] = .list(fields.map { .int(Int64($0)) }) }
        if !note.isEmpty { members["note"] = .object(note.mapValues(CanonicalValue.text)) }
        if case .refused(let reason) = outcome { members["refused"] = .text(reason) }
        members["whom"] = whom.map { .text($0.hex) }
        members["purpose"] = purpose.map(CanonicalValue.text)
        members["basis"] = basis.map(CanonicalValue.text)
        members["clause"] = clause.map(CanonicalValue.text)
        members["case"] = caseID.map(CanonicalValue.text)
        members["revision"] = revision.map { .int(Int64($0)) }
        members["digest"] = digest.map { .text($0.hex) }
        return members
    }

    /// The members as they are read.
    private struct Wire: Decodable {
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

        var entry: LedgerEntry? {
            guard v == 1, let nonce = Bytes(hex: nonce) else { return nil }
            return LedgerEntry(
                nonce: nonce, role: role, actor: actor ?? "", act: act, whom: whom.flatMap { Bytes(hex: $0) },
                fields: fields ?? [], purpose: purpose, basis: basis, clause: clause, edition: edition, caseID: `case`,
                outcome: refused.map(Outcome.refused) ?? .done, at: Instant(microseconds: at), revision: revision,
                digest: digest.flatMap { Bytes(hex: $0) }, note: note ?? [:])
        }
    }
}
