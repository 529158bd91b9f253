import Access
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A hold as the office and the person see it.
package struct HoldStanding: Sendable {
    package let hold: Hold
    /// The number of the registration, of which the archive may be all that is left; nil where it is gone.
    package let caseID: String?
    /// The ground in the law pack; nil when the pack names it no more.
    package let ground: LawPack.RefusalGround?
    /// Until which day it stands.
    package var until: Day { Day(of: hold.until - .seconds(1), hoursEast: 5) }
}

extension RightsDesk {
    /// The latest day on which a hold is to be looked at again, from today.
    package var lastHoldDay: Day { today.adding(months: 12) }

    /// The holds that stand, those that end first at the head.
    package func holds() async throws -> [HoldStanding] {
        try await gate.look { transaction in
            try HoldStore(transaction).open(limit: 500).filter { $0.until > time.now }
                .map { try standing(of: $0, in: transaction) }
        }
    }

    /// Whether whoever put a hold on may release it too, since one person works here alone.
    package func releasesAlone() async throws -> Bool {
        let rule = TwoPersonRule(gate: gate, time: time)
        return try await gate.look { try rule.isSingleHanded(in: $0) }
    }

    /// The holds that stand on a person.
    package func holds(on subject: SubjectID) async throws -> [HoldStanding] {
        try await gate.look { transaction in
            try standingHolds(on: subject, in: transaction)
        }
    }

    func standingHolds(on subject: SubjectID, in transaction: any Transaction) throws -> [HoldStanding] {
        try HoldStore(transaction).standing(of: subject, at: time.now).map { try standing(of: $0, in: transaction) }
    }

    /// Keeps a person's data from destruction until the end of a day, on a ground of the law pack; also what the archive
    /// holds of them.
    ///
    /// - Throws: ``RightsRefusal/noCase``, ``RightsRefusal/own``, ``RightsRefusal/noGround``,
    ///   ``RightsRefusal/noReference``, ``RightsRefusal/wrongDay`` for a day before today or more than a year from it.
    package func hold(
        _ number: String, on ground: String, reference: String, until day: Day, by actor: Actor
    ) async throws {
        guard let officer = actor.person else { throw RightsRefusal.noCase }
        guard law.holdGround(ground) != nil else { throw RightsRefusal.noGround }
        guard Hold.isReference(reference) else { throw RightsRefusal.noReference }
        guard day >= today, day <= lastHoldDay else { throw RightsRefusal.wrongDay }
        let subject = try await holder(of: number)
        let sealer = try await gate.sealer(for: subject)
        let hold = Hold(
            id: Identifier(from: randomness), subject: subject, ground: ground, reference: reference,
            putBy: officer, putAt: time.now, until: Hold.end(of: day))
        try await gate.perform { transaction in
            try transaction.lock(hold.subject, .exclusive)
            try checkOthers(hold.subject, actor, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(.hold, by: actor, on: hold.subject, for: .rights, caseID: number), sealer: sealer,
                in: transaction)
            try HoldStore(transaction).insert(hold)
            try permit.note(["hold": hold.id.description, "ground": ground, "until": day.description], in: transaction)
        }
    }

    /// Ends a hold before its day, by another person than the one who put it on; one who works alone may do both.
    ///
    /// - Throws: ``RightsRefusal/closed`` when it does not stand, ``RightsRefusal/ownHold``, ``RightsRefusal/own``.
    package func release(_ id: Identifier<Hold>, of number: String, by actor: Actor) async throws {
        let subject = try await holder(of: number)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            try checkOthers(subject, actor, in: transaction)
            let store = HoldStore(transaction)
            guard let hold = try store.standing(of: subject, at: now).first(where: { $0.id == id }) else {
                throw RightsRefusal.closed
            }
            let isAlone = try TwoPersonRule(gate: gate, time: time).isSingleHanded(in: transaction)
            guard hold.putBy != actor.person || isAlone else { throw RightsRefusal.ownHold }
            let permit = try gate.permitToWrite(
                Ask(.releaseHold, by: actor, on: subject, for: .rights, caseID: number), sealer: sealer,
                in: transaction)
            guard try store.end(id, of: subject, at: now) else { throw RightsRefusal.closed }
            var note = ["hold": id.description, "ground": hold.ground]
            if hold.putBy == actor.person { note.merge(TwoPersonRule.Answer.singleHanded.note) { $1 } }
            try permit.note(note, in: transaction)
        }
    }

    /// Ends the holds whose day is over, with an entry each. - Returns: how many.
    @discardableResult
    package func endHoldsDue() async throws -> Int {
        let now = time.now
        var ended = 0
        for hold in try await gate.look({ try HoldStore($0).open(limit: 500).filter { $0.until <= now } }) {
            do {
                try await end(hold, at: now)
                ended += 1
            } catch let refusal as GateRefusal where refusal.kind != .unavailable {
                // Its refusal is on record; others' holds do not wait for it.
                continue
            }
        }
        return ended
    }

    private func end(_ hold: Hold, at now: Instant) async throws {
        let sealer = try await gate.sealer(for: hold.subject)
        try await gate.perform { transaction in
            try transaction.lock(hold.subject, .exclusive)
            guard try HoldStore(transaction).end(hold.id, of: hold.subject, at: now) else { return }
            let permit = try gate.permitToWrite(
                Ask(
                    .releaseHold, by: Actor(.sweep), on: hold.subject, for: .rights,
                    caseID: try Self.number(of: hold.subject, in: transaction)), sealer: sealer, in: transaction)
            try permit.note(["hold": hold.id.description, "ground": hold.ground, "ended": "term"], in: transaction)
        }
    }

    /// Whose the number of a registration is, of which the archive may be all that is left.
    ///
    /// - Throws: ``RightsRefusal/noCase``.
    private func holder(of number: String) async throws -> SubjectID {
        let subject = try await gate.look { transaction in
            try RegistrationStore(transaction).find(number: number)?.subject
                ?? ArchivedStore(transaction).find(number: number)?.subject
        }
        guard let subject else { throw RightsRefusal.noCase }
        return subject
    }

    private static func number(of subject: SubjectID, in transaction: any Transaction) throws -> String? {
        try RegistrationStore(transaction).find(subject)?.number ?? ArchivedStore(transaction).find(subject)?.caseID
    }

    /// Refuses to destroy on request what is held.
    ///
    /// - Throws: ``RightsRefusal/held(article:)`` with the article.
    func checkHolds(_ subject: SubjectID, in transaction: any Transaction) throws {
        guard let hold = try HoldStore(transaction).standing(of: subject, at: time.now).first else { return }
        throw RightsRefusal.held(article: law.holdGround(hold.ground)?.article ?? hold.ground)
    }

    private func standing(of hold: Hold, in transaction: any Transaction) throws -> HoldStanding {
        HoldStanding(
            hold: hold, caseID: try Self.number(of: hold.subject, in: transaction),
            ground: law.holdGround(hold.ground))
    }
}

extension RightsSchema {
    /// The holds there have been on a person's data.
    @Sendable package static func holdings(of subject: SubjectID, _ transaction: any Transaction) throws -> [Holding] {
        try HoldStore(transaction).all(of: subject).map { hold in
            Holding(
                "holds",
                [
                    "ground": hold.ground, "reference": hold.reference, "at": hold.putAt.description,
                    "until": hold.until.description, "ended_at": hold.endedAt?.description,
                ])
        }
    }
}
