import Permits
import Policy
import Primitives
import Registration
import Storage

extension RightsDesk {
    /// Stops all work with a person's own data at once; kept among the requests as done.
    ///
    /// - Throws: ``RightsRefusal/blockedAlready``.
    package func block(_ subject: SubjectID, session: Bytes) async throws {
        try await setBlock(.block, of: subject, by: .subject(subject, session: session))
    }

    /// Lets work with the person's own data go on.
    ///
    /// - Throws: ``RightsRefusal/notBlocked``; ``RightsRefusal/blockedByOperator``, when it is to be asked for.
    package func unblock(_ subject: SubjectID, session: Bytes) async throws {
        try await setBlock(.unblock, of: subject, by: .subject(subject, session: session))
    }

    /// The same by staff, on a request or on what they found.
    package func setBlock(_ kind: RequestKind, on reference: RequestReference, by actor: Actor) async throws {
        let row = try await gate.look { try RequestStore($0).find(reference) }
        guard let row else { throw RightsRefusal.noRequest }
        try await setBlock(kind, of: row.subject, by: actor)
    }

    private func setBlock(_ kind: RequestKind, of subject: SubjectID, by actor: Actor) async throws {
        let sealer = try await gate.sealer(for: subject)
        let id = Identifier<RequestRow>(from: randomness)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let (store, subjects) = (RequestStore(transaction), SubjectStore(transaction))
            guard let registration = try RegistrationStore(transaction).find(subject) else {
                throw RightsRefusal.noCase
            }
            let standing = try store.block(of: subject)
            try checkOthers(subject, actor, in: transaction)
            let isOwn = actor.isOwn
            if kind == .block {
                guard standing == nil else { throw RightsRefusal.blockedAlready }
            } else {
                guard let standing else { throw RightsRefusal.notBlocked }
                guard standing.isOwn || !isOwn else { throw RightsRefusal.blockedByOperator }
            }
            let permit = try gate.permitToWrite(
                Ask(
                    kind == .block ? .block : .unblock, by: actor, on: subject, for: .rights,
                    caseID: registration.number), sealer: sealer, in: transaction)
            if kind == .block {
                try subjects.setState(.blocked, of: subject)
                try store.setBlock(SubjectBlock(since: now, isOwn: isOwn), of: subject)
            } else {
                try subjects.setState(.living, of: subject)
                try store.endBlock(of: subject)
            }
            var note: [String: String] = [:]
            if isOwn {
                let row = RequestRow(
                    subject: subject, id: id,
                    reference: RequestReference(
                        registration.number, (try store.all(of: subject).first?.reference.number ?? 0) + 1),
                    kind: kind, state: .done, way: .account, receivedOn: today, createdAt: now, term: nil, ground: nil,
                    closedAt: now)
                try store.insert(row, words: nil)
                note = row.note
            }
            try permit.note(note, in: transaction)
        }
    }
}
