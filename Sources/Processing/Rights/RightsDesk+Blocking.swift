import Messages
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

    /// The same by staff, on a request that the entry names; the person is told by a message.
    ///
    /// - Throws: ``RightsRefusal/closed`` to block on a request that does not wait; to end a block, where the request is
    ///   none of those that allow it (``RequestRow/allowsEnd(of:)``), ``RightsRefusal/ownBlock`` when the person put it on
    ///   and ``RightsRefusal/notAskedFor`` when staff did.
    package func setBlock(_ kind: RequestKind, on reference: RequestReference, by actor: Actor) async throws {
        let row = try await gate.look { try RequestStore($0).find(reference) }
        guard let row else { throw RightsRefusal.noRequest }
        try await setBlock(kind, of: row.subject, by: actor, on: reference)
    }

    /// - Parameter reference: the request on which staff do it; nil for the person themselves.
    private func setBlock(
        _ kind: RequestKind, of subject: SubjectID, by actor: Actor, on reference: RequestReference? = nil
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        let id = Identifier<RequestRow>(from: randomness)
        let message = Identifier<MessageRow>(from: randomness)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let (store, registrations) = (RequestStore(transaction), RegistrationStore(transaction))
            guard let registration = try registrations.find(subject) else { throw RightsRefusal.noCase }
            try checkOthers(subject, actor, in: transaction)
            let request = try reference.flatMap { try store.find($0) }
            guard reference == nil || request != nil else { throw RightsRefusal.noRequest }
            try check(kind, of: subject, on: request, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(
                    kind == .block ? .block : .unblock, by: actor, on: subject, for: .rights,
                    caseID: registration.number), sealer: sealer, in: transaction)
            if kind == .block {
                try SubjectStore(transaction).setState(.blocked, of: subject)
                try store.setBlock(
                    SubjectBlock(since: now, isOwn: actor.isOwn, request: request?.reference.number), of: subject)
            } else {
                try SubjectStore(transaction).setState(.living, of: subject)
                try store.endBlock(of: subject)
            }
            if let request {
                try permit.note(request.note, in: transaction)
                return try registrar.tell(
                    kind == .block ? .dataBlocked : .dataUnblocked, about: registration,
                    contacts: try registrations.contacts(of: subject), sealer: sealer, id: message, in: transaction)
            }
            let row = RequestRow(
                subject: subject, id: id,
                reference: RequestReference(
                    registration.number, (try store.all(of: subject).first?.reference.number ?? 0) + 1),
                kind: kind, state: .done, way: .account, receivedOn: today, createdAt: now, term: nil, ground: nil,
                closedAt: now, evidence: nil)
            try store.insert(row, words: nil)
            try permit.note(row.note, in: transaction)
        }
    }

    /// - Parameter request: on which staff do it; nil for the person themselves.
    private func check(
        _ kind: RequestKind, of subject: SubjectID, on request: RequestRow?, in transaction: any Transaction
    ) throws {
        let standing = try RequestStore(transaction).block(of: subject)
        if kind == .block {
            guard standing == nil else { throw RightsRefusal.blockedAlready }
            guard request?.state.isOpen ?? true else { throw RightsRefusal.closed }
        } else {
            guard let standing else { throw RightsRefusal.notBlocked }
            guard let request else {
                guard standing.isOwn else { throw RightsRefusal.blockedByOperator }
                return
            }
            guard request.allowsEnd(of: standing) else {
                throw standing.isOwn ? RightsRefusal.ownBlock : .notAskedFor
            }
        }
    }
}

extension RequestRow {
    /// Kinds on whose page staff can stop all work with the data; the desk takes any request that waits, as each may tell of
    /// a breach (Law 94-V, art. 25(2)(7)).
    static let blocking: Set<RequestKind> = [.block, .restriction, .destruction, .deletion]

    /// Whether staff may end a block on this request.
    ///
    /// What a person stopped goes on at their own word alone: an open request to unblock, known to be theirs, that came after it. A block that
    /// staff put on ends on the request on which they did, or on an open one about blocking.
    func allowsEnd(of block: SubjectBlock) -> Bool {
        if block.isOwn {
            return kind == .unblock && state.isOpen && isProven && createdAt >= block.since
                && receivedOn >= Day(of: block.since, hoursEast: 5)
        }
        // Of one from before that was kept, any of its kinds may be the one.
        let putItOn = block.request.map { $0 == reference.number } ?? Self.blocking.contains(kind)
        return putItOn || (state.isOpen && (kind == .unblock || kind == .block))
    }

    /// What staff can do on this request with a block: ``RequestKind/block``, ``RequestKind/unblock``, or nothing.
    func blockChange(_ block: SubjectBlock?) -> RequestKind? {
        guard let block else { return Self.blocking.contains(kind) && state.isOpen ? .block : nil }
        return allowsEnd(of: block) ? .unblock : nil
    }
}
