import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

extension DisclosureDesk {
    /// What becomes of a withdrawal.
    package enum Answer: Sendable, Hashable {
        /// Whoever had to be told is told, and copies are deleted.
        case done
        /// What is still kept is kept on an article of the law pack, or for an order of the person's that is not ended, by
        /// its number (Law 94-V, art. 8(2)); where a law keeps it, until a day. Words explain it and are no ground. The
        /// consent itself stays withdrawn: only the person gives it again.
        case refused(ground: String, order: Int? = nil, until: Day? = nil, words: String? = nil)
    }

    /// The longest explanation of a refusal, in characters.
    package static let longestExplanation = 200

    /// For how many days a law can be said to keep data: 75 years, as personnel files are kept.
    static let longestKept = 27_394

    /// How long a person can still consent again once staff have ended the processing.
    package static let mayConsentAgain = Span.days(1)

    /// Closes a withdrawal, and tells the person that the answer waits.
    ///
    /// Where the person has withdrawn the consent to the registration themselves and all is done, they are erased a day later
    /// (``Withdrawal/erasesAt``). What staff withdrew for them on a request erases nobody: that takes two officers.
    ///
    /// That an order is theirs and not ended is asked under the lock of the person.
    /// - Throws: ``DisclosureRefusal``.
    package func answer(_ id: Identifier<Withdrawal>, _ answer: Answer, by actor: Actor) async throws {
        let ground = try checked(answer)
        let found = try await gate.look { try DisclosureStore($0).withdrawal(id) }
        guard let found else { throw DisclosureRefusal.nothingOpen }
        let sealer = try await gate.sealer(for: found.subject)
        var closing = DisclosureStore.Closing(state: ground == nil ? .done : .refused, ground: ground?.id)
        if case .refused(_, let order, let until, let words) = answer {
            closing.order = order
            closing.keepUntil = ground?.id == LawPack.keptByLaw ? until : nil
            closing.explanation = try words.map { try sealer.seal(Bytes($0.utf8), label: found.label, in: .record) }
        }
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { [self, closing] transaction in
            try transaction.lock(found.subject, .exclusive)
            let store = DisclosureStore(transaction)
            var closing = closing
            let permit = try gate.permitToWrite(
                Ask(.answerWithdrawal, by: actor, on: found.subject, for: .rights, caseID: found.caseID),
                sealer: sealer, in: transaction)
            if closing.state == .done {
                let isWaiting = try store.tellings(of: found.subject).contains {
                    $0.kind == .withdrawal && $0.about == id.bytes && $0.toldOn == nil
                }
                guard !isWaiting else { throw DisclosureRefusal.recipientsNotTold }
                if found.consent == .main, try isOwn(found, in: transaction) {
                    closing.erasesAt = time.now + Self.mayConsentAgain
                }
            }
            if let number = closing.order {
                guard try orders(found.subject, transaction).contains(where: { $0.number == number }) else {
                    throw DisclosureRefusal.noSuchOrder
                }
            }
            guard try store.close(found, closing, at: time.now) else { throw DisclosureRefusal.nothingOpen }
            var note = ["consent": found.consent.rawValue, "answer": closing.state.rawValue]
            note["article"] = ground?.article
            note["order"] = closing.order.map { "\($0)" }
            note["until"] = closing.keepUntil?.description
            try permit.note(note, in: transaction)
            guard let registration = try RegistrationStore(transaction).find(found.subject) else { return }
            try registrar.tell(
                .withdrawalAnswered, about: registration,
                contacts: try RegistrationStore(transaction).contacts(of: found.subject), sealer: sealer, id: message,
                in: transaction)
        }
    }

    /// Whether the person withdrew in the account; nobody did it for them.
    private func isOwn(_ one: Withdrawal, in transaction: any Transaction) throws -> Bool {
        let newest = try ConsentStore(transaction).history(of: one.subject).last { $0.consent == one.consent }
        return newest.map { !$0.isGiven && [.account, nil].contains($0.manner) } ?? false
    }

    /// The ground of a refusal; nil where all is done.
    private func checked(_ answer: Answer) throws(DisclosureRefusal) -> LawPack.RefusalGround? {
        guard case .refused(let id, let order, let until, let words) = answer else { return nil }
        let chosen = id.isEmpty && order != nil ? LawPack.unfulfilledObligation : id
        guard let ground = duties.law.grounds(of: .withdrawal).first(where: { $0.id == chosen }) else {
            throw .noGround
        }
        if ground.id == LawPack.unfulfilledObligation, order == nil { throw .noOrder }
        if ground.id == LawPack.keptByLaw {
            guard let until else { throw .noLastDay }
            let today = Day(of: time.now, hoursEast: 5)
            guard (today + 1...today + Self.longestKept).contains(until) else { throw .wrongLastDay }
        }
        guard (words ?? "").count <= Self.longestExplanation else { throw .tooLong }
        return ground
    }

    /// Marks that somebody was told, as staff have done it outside the programme.
    ///
    /// - Throws: ``DisclosureRefusal/nothingOpen``, ``DisclosureRefusal/wrongDay``.
    package func told(
        _ id: Identifier<Telling>, on day: Day, by way: Telling.Way, by actor: Actor
    ) async throws {
        let found = try await gate.look { try DisclosureStore($0).telling(id) }
        guard let found else { throw DisclosureRefusal.nothingOpen }
        let today = Day(of: time.now, hoursEast: 5)
        guard (Day(of: found.at, hoursEast: 5)...max(today, Day(of: found.at, hoursEast: 5))).contains(day) else {
            throw DisclosureRefusal.wrongDay
        }
        try await tell(found, on: day, by: way, by: actor)
    }

    /// Marks those transfers of which a message has told the person by now. - Returns: how many.
    package func settle() async throws -> Int {
        let gone = try await gate.look { transaction in
            try DisclosureStore(transaction).openTellings(limit: 100).filter { $0.recipient == nil }
                .compactMap { telling in
                    try MessageQueue(transaction).sent(.transferred, to: telling.subject, named: telling.id.bytes)
                        .map { (telling, $0) }
                }
        }
        for (telling, at) in gone {
            try await tell(telling, on: Day(of: at, hoursEast: 5), by: .message, by: Actor(.mailer))
        }
        return gone.count
    }

    private func tell(_ one: Telling, on day: Day, by way: Telling.Way, by actor: Actor) async throws {
        let sealer = try await gate.sealer(for: one.subject)
        try await gate.perform { [gate, time] transaction in
            // The programme has an entry of its message already; staff have none of what they did outside.
            if actor.person != nil {
                let permit = try gate.permitToWrite(
                    Ask(
                        .passOn, by: actor, on: one.subject, for: .rights, caseID: one.caseID,
                        recipient: one.recipient), sealer: sealer, in: transaction)
                try permit.note(
                    ["about": one.kind.rawValue, "way": way.rawValue, "day": day.description], in: transaction)
            } else {
                try transaction.lock(one.subject, .exclusive)
            }
            guard try DisclosureStore(transaction).tell(one, on: day, by: way, at: time.now) else {
                throw DisclosureRefusal.nothingOpen
            }
        }
    }
}
