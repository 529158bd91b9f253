import Ledger
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Looks persons up by a confirmed address: an act of its own, on record also when nobody is found.
    ///
    /// It opens nothing. Persons about whom the act is not allowed are left out, which is on record too.
    /// - Parameter address: normalised, as it is compared.
    /// - Returns: the persons found.
    /// - Throws: ``GateRefusal`` with `.notAllowed`, `.budget` or `.noEvidence`, on record with the actor's own entries.
    package func lookUp(
        _ field: FieldNumber, _ address: String, by actor: Actor, for purpose: PurposeID, caseID: String? = nil
    ) async throws -> [SubjectID] {
        let book = AddressBook(self)
        let digests = try book.digests(field, address).map(\.digest)
        return try await lookUp([field], by: actor, for: purpose, caseID: caseID) {
            try book.persons(digests, in: $0)
        }.persons
    }

    /// Looks persons up: an act of its own, on record also when nobody is found. Of one who is found alone, fields are
    /// opened as the same act.
    ///
    /// - Parameters:
    ///   - fields: what is compared.
    ///   - shown: what is opened of one who is found alone; of several nothing is, nor of whom came under an edition that did
    ///     not open it.
    ///   - note: why it is done, in closed words.
    ///   - holders: of whom the same is held.
    /// - Throws: as ``lookUp(_:_:by:for:caseID:)``.
    package func lookUp(
        _ fields: [FieldNumber], showing shown: [FieldNumber] = [], by actor: Actor, for purpose: PurposeID,
        caseID: String? = nil, note: [String: String] = [:],
        holders: @escaping @Sendable (any Transaction) throws -> [SubjectID]
    ) async throws -> (persons: [SubjectID], shown: OpenRecord?) {
        let nobody = Ask(
            .lookup, by: actor, on: actor.person ?? SubjectID(of: []), for: purpose, fields: fields, caseID: caseID)
        let sealers = try await sealers(of: try await database.read(holders))
        let found = try await perform { [self] transaction in
            try admit(nobody, in: transaction)
            let edition = try book.inForce(in: transaction)
            let ground = try Self.ground(for: nobody, under: edition)
            let found = try find(holders, nobody, shown, note, edition, sealers, in: transaction)
            if found.isEmpty {
                try append(
                    nobody, edition: edition.number, clause: ground.clause, basis: ground.basis.code, sealer: nil,
                    note: note.merging(["found": "0"]) { $1 }, in: transaction)
            }
            return found
        }
        guard let one = found.first, found.count == 1, !shown.isEmpty, let sealer = sealers[one.ask.subject],
            shown.allSatisfy(one.ask.fields.contains)
        else {
            return (found.map(\.ask.subject), nil)
        }
        return ([one.ask.subject], try open(one.ask, record: one.record, sealer: sealer))
    }

    /// Looks for others of whom the same is held as of one person: an act of its own, on record with that person and
    /// with each who is found.
    ///
    /// It opens nothing. Persons about whom the act is not allowed are left out, which is on record too.
    /// - Parameters:
    ///   - ask: a `lookup` on the person, naming the fields that are compared.
    ///   - holders: who holds the same, as the transaction sees it; the person may be among them.
    /// - Returns: the others.
    package func lookUpOthers(
        _ ask: Ask, holders: @escaping @Sendable (any Transaction) throws -> [SubjectID]
    ) async throws -> [SubjectID] {
        let sealer = try await sealer(for: ask)
        let sealers = try await sealers(of: try await database.read(holders).filter { $0 != ask.subject })
        return try await perform { [self] transaction in
            let standing = try check(ask, .shared, in: transaction)
            let found = try find(holders, ask, [], [:], standing.edition, sealers, in: transaction)
            try append(ask, standing: standing, sealer: sealer, note: ["found": "\(found.count)"], in: transaction)
            return found.map(\.ask.subject)
        }
    }

    /// Puts on record what is found, and leaves out whom the policy does not let be found.
    ///
    /// - Parameter sealers: of persons known before the transaction; nobody else is found.
    private func find(
        _ holders: (any Transaction) throws -> [SubjectID], _ asked: Ask, _ shown: [FieldNumber],
        _ note: [String: String], _ edition: Edition, _ sealers: [SubjectID: Sealer],
        in transaction: any Transaction
    ) throws -> [(ask: Ask, record: SealedRecord)] {
        let known = sealers.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        for subject in known { try transaction.lock(subject, .shared) }
        let holding = Set(try holders(transaction))
        let isAlone = known.count(where: holding.contains) == 1
        let fields = asked.fields + (isAlone ? shown.filter { !asked.fields.contains($0) } : [])
        var found: [(ask: Ask, record: SealedRecord)] = []
        for subject in known where holding.contains(subject) {
            guard let sealer = sealers[subject] else { continue }
            var ask = Ask(
                asked.act, by: asked.actor, on: subject, for: asked.purpose, fields: fields,
                documents: asked.documents, caseID: asked.caseID)
            do {
                let standing = try standing(for: &ask, orWith: asked.fields, in: transaction)
                try append(ask, standing: standing, sealer: sealer, note: note, in: transaction)
                found.append((ask, standing.record))
            } catch let refusal as GateRefusal {
                try append(
                    ask, edition: edition.number, clause: refusal.clause, basis: nil, sealer: sealer,
                    outcome: .refused(refusal.reason.rawValue), note: note, in: transaction)
            }
        }
        return found
    }

    /// Who came under an edition that did not open all that is to be shown is found all the same, and nothing is shown of them.
    private func standing(
        for ask: inout Ask, orWith compared: [FieldNumber], in transaction: any Transaction
    ) throws -> Standing {
        do {
            return try standing(for: ask, in: transaction)
        } catch let refusal as GateRefusal
            where refusal.reason == .notAllowedWhenCollected && ask.fields.count > compared.count
        {
            ask = Ask(
                ask.act, by: ask.actor, on: ask.subject, for: ask.purpose, fields: compared, documents: ask.documents,
                caseID: ask.caseID)
            return try standing(for: ask, in: transaction)
        }
    }

    private func sealers(of persons: [SubjectID]) async throws -> [SubjectID: Sealer] {
        var sealers: [SubjectID: Sealer] = [:]
        for person in persons {
            do {
                sealers[person] = try await sealer(for: person)
            } catch let refusal as GateRefusal where refusal.reason == .noSubject {
                // Erased meanwhile: nobody to be found.
                continue
            }
        }
        return sealers
    }
}
