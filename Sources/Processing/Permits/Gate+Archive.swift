import Crypto
import Foundation
import Ledger
import Policy
import Primitives
import Storage
import Vault

/// The archive (clause 3.3.a): where a law has a part kept, an erasure becomes a restriction. What the law needs is sealed
/// under two keys, all the rest is destroyed at once, and no purpose opens anything any more.
extension Gate {
    /// The label that is bound into what is archived.
    static let archiveLabel = "archived"

    /// Puts what laws have kept of a person into the archive and deletes the rest, in the transaction of the erasure that
    /// it takes the place of.
    ///
    /// Nothing that is opened here leaves this function.
    /// - Throws: ``GateRefusal`` where the role may not archive these fields.
    func archive(
        _ keep: LegalKeep, in place: Ask, _ standing: Standing, sealer: Sealer, steps: [ErasureStep],
        in transaction: any Transaction
    ) throws {
        let ask = Ask(
            .archive, by: place.actor, on: place.subject, for: place.purpose, fields: keep.fields, caseID: keep.caseID)
        let permission = try Self.ground(for: ask, under: standing.edition)
        let content = try sealed(keep, standing.record, sealer)
        for step in steps { try step(ask.subject, transaction) }
        let revision = standing.row.revision + 1
        let entry = try appended(
            ask, edition: standing.edition.number, clause: permission.clause, basis: permission.basis.code,
            sealer: sealer, change: Change(revision: revision, digest: Bytes(SHA256.hash(data: Bytes()))),
            note: [
                "article": keep.articles, "years": "\(keep.years)", "destroy": keep.destruction.description,
                "archived": Bytes(SHA256.hash(data: content)).hex,
            ], in: transaction)
        try putAway(content, keep, of: ask.subject, revision: revision, by: entry, in: transaction)
    }

    /// Writes down what was sealed and deletes what the Gate itself keeps for work with the person.
    func putAway(
        _ content: Bytes, _ keep: LegalKeep, of subject: SubjectID, revision: Int, by entry: LedgerEntry,
        in transaction: any Transaction
    ) throws {
        try clearRows(of: subject, .archived, revision: revision, in: transaction)
        // Midnight in the whole of Kazakhstan, which has one hour: five east of Greenwich.
        let destroyAt = Instant(seconds: Int64(keep.destruction.daysSince1970) * 86_400 - 5 * 3_600)
        try ArchivedStore(transaction).insert(
            ArchivedRow(
                subject: subject, caseID: keep.caseID, articles: keep.articles, years: keep.years,
                archivedAt: entry.at, destroyAt: destroyAt, entry: entry.id), content: content)
    }

    func sealed(_ keep: LegalKeep, _ record: SealedRecord, _ sealer: Sealer) throws -> Bytes {
        let wanted = Set(keep.fields)
        let held = record.fields.map(\.field).filter { wanted.contains(FieldNumber($0)) }
        let values = try record.open(held, key: sealer.key, instance: sealer.instance)
        let things = try keep.holdings.map { one in
            let text = try one.text.flatMap { text -> Bytes? in
                guard wanted.contains(text.field) else { return nil }
                return try text.sealed.opened(by: sealer)
            }
            return ArchivedContent.Thing(
                kind: one.kind, facts: one.facts, text: text.map { String(decoding: $0, as: UTF8.self) })
        }
        let content = ArchivedContent(
            fields: Dictionary(
                uniqueKeysWithValues: values.map { ("\($0)", String(decoding: $1, as: UTF8.self)) }), things: things)
        return try ArchivedValue.seal(
            Bytes(try JSONEncoder().encode(content)), label: Self.archiveLabel, key: sealer.key, ring: ring,
            randomness: randomness)
    }
}
