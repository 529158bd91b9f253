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
        func ask(on subject: SubjectID) -> Ask {
            Ask(.lookup, by: actor, on: subject, for: purpose, fields: [field], caseID: caseID)
        }
        let book = AddressBook(self)
        let digests = book.digests(field, address).map(\.digest)
        let sealers = try await sealers(of: try await database.read { try book.persons(digests, in: $0) })
        let nobody = ask(on: actor.person ?? SubjectID(of: []))
        let asks = sealers.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.map(ask)
        return try await perform { [self] transaction in
            try checkEvidence(at: time.now, ask: nobody, in: transaction)
            try budgets.spend(nobody, at: time.now, ring: ring, in: transaction)
            let edition = try self.book.inForce(in: transaction)
            let ground = try Self.ground(for: nobody, under: edition)
            var found: [SubjectID] = []
            for ask in asks {
                try transaction.lock(ask.subject, .shared)
                guard let sealer = sealers[ask.subject],
                    try book.persons(digests, in: transaction).contains(ask.subject)
                else { continue }
                do {
                    let standing = try standing(for: ask, in: transaction)
                    try append(ask, standing: standing, sealer: sealer, in: transaction)
                    found.append(ask.subject)
                } catch let refusal as GateRefusal {
                    try append(
                        ask, edition: edition.number, clause: refusal.clause, basis: nil, sealer: sealer,
                        outcome: .refused(refusal.reason.rawValue), in: transaction)
                }
            }
            if found.isEmpty {
                try append(
                    nobody, edition: edition.number, clause: ground.clause, basis: ground.basis.code, sealer: nil,
                    note: ["found": "0"], in: transaction)
            }
            return found
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
