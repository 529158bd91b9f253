import Access
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A representation as the reviewer of the principal's case sees it.
package struct ClaimedRepresentation: Sendable {
    package let row: RepresentationRow
    /// The representative's own registration.
    package let registration: RegistrationRow
    /// Opened by an act of its own on the representative's data; nil where they are blocked.
    package let name: PersonName?
}

extension ReviewDesk {
    /// The representations of a case, with who acts or agrees: all that are open, the newest first; where none is, the
    /// newest that was.
    ///
    /// Opening a name is an act on the representative's own record.
    func representations(of row: RegistrationRow, for actor: Actor) async throws -> [ClaimedRepresentation] {
        let now = time.now
        let found = try await gate.look { transaction -> [(RepresentationRow, RegistrationRow)] in
            let all = try RepresentationStore(transaction).all(of: row.subject)
            let standing = all.filter { $0.stands(at: now) }
            return try (standing.isEmpty ? Array(all.prefix(1)) : standing).compactMap { claimed in
                try RegistrationStore(transaction).find(claimed.representative).map { (claimed, $0) }
            }
        }
        var representations: [ClaimedRepresentation] = []
        for (claimed, own) in found {
            representations.append(
                ClaimedRepresentation(
                    row: claimed, registration: own, name: try await name(of: claimed, in: row, for: actor)))
        }
        return representations
    }

    private func name(
        of claimed: RepresentationRow, in row: RegistrationRow, for actor: Actor
    ) async throws -> PersonName? {
        do {
            let record = try await gate.read(
                Ask(
                    .openCase, by: actor, on: claimed.representative, for: .identification,
                    fields: [.familyName, .givenName, .patronymic], caseID: row.number))
            return PersonName(record)
        } catch let refusal as GateRefusal where refusal.reason == .blocked || refusal.reason == .noConsent {
            return nil
        }
    }

    /// Accepts the authority of whoever acts in a case, or refuses it; sessions in which it was used then end at once.
    ///
    /// - Throws: ``ReviewRefusal/representativeOpen`` while the representative's own registration is not approved.
    package func decideRepresentation(
        _ id: Identifier<RepresentationRow>, accept: Bool, on number: String, by actor: Actor
    ) async throws {
        let subject = try await subject(of: number)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            let row = try held(number, by: actor, in: transaction)
            guard row.state.awaitsReview, row.pending == nil else { throw ReviewRefusal.notNow }
            let store = RepresentationStore(transaction)
            guard let claimed = try store.find(id, of: subject), claimed.state == .claimed else {
                throw ReviewRefusal.noSuchPart
            }
            let own = try RegistrationStore(transaction).find(claimed.representative)
            guard !accept || own?.state == .approved else { throw ReviewRefusal.representativeOpen }
            let permit = try gate.permitToWrite(
                Ask(.decide, by: actor, on: subject, for: .identification, caseID: number), sealer: sealer,
                in: transaction)
            try permit.note(
                ["representation": claimed.kind.rawValue, "approved": accept ? "1" : "0"], in: transaction)
            guard try store.move(claimed, to: accept ? .accepted : .refused, at: now) else {
                throw ReviewRefusal.notNow
            }
            if !accept { try SessionStore(transaction).endActing(by: claimed.id) }
        }
    }

    /// Whether nothing about representatives stands in the way of approving a case.
    ///
    /// - Throws: ``ReviewRefusal/representationOpen``.
    func checkRepresentation(of subject: SubjectID, in transaction: any Transaction) throws {
        guard try SubjectStore(transaction).find(subject)?.registrant.needsRepresentative == true else { return }
        let now = time.now
        guard
            try RepresentationStore(transaction).all(of: subject).contains(where: {
                $0.state == .accepted && $0.stands(at: now)
            })
        else { throw ReviewRefusal.representationOpen }
    }

    /// Whether somebody acts in a case whose own registration is the reviewer's.
    func actsThemselves(
        _ row: RegistrationRow, _ reviewer: SubjectID, in transaction: any Transaction
    ) throws -> Bool {
        try RepresentationStore(transaction).all(of: row.subject).contains { claimed in
            guard let own = try RegistrationStore(transaction).find(claimed.representative) else { return false }
            return try hasAddress(own, of: reviewer, in: transaction)
        }
    }
}
