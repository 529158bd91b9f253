import Access
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A hold as the office and the person see it.
package struct HoldStanding: Sendable {
    package let hold: Hold
    /// The number of the registration; nil where it is gone.
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

    /// Keeps a person's data from destruction until the end of a day, on a ground of the law pack.
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
        let row = try await gate.look { try RegistrationStore($0).find(number: number) }
        guard let row else { throw RightsRefusal.noCase }
        let sealer = try await gate.sealer(for: row.subject)
        let hold = Hold(
            id: Identifier(from: randomness), subject: row.subject, ground: ground, reference: reference,
            putBy: officer, putAt: time.now, until: Hold.end(of: day))
        try await gate.perform { transaction in
            try transaction.lock(hold.subject, .exclusive)
            try checkOthers(hold.subject, actor, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(.hold, by: actor, on: hold.subject, for: .rights, caseID: row.number), sealer: sealer,
                in: transaction)
            try HoldStore(transaction).insert(hold)
            try permit.note(["hold": hold.id.description, "ground": ground, "until": day.description], in: transaction)
        }
    }

    /// Ends a hold before its day, by another person than the one who put it on; one who works alone may do both.
    ///
    /// - Throws: ``RightsRefusal/closed`` when it does not stand, ``RightsRefusal/ownHold``, ``RightsRefusal/own``.
    package func release(_ id: Identifier<Hold>, of number: String, by actor: Actor) async throws {
        let row = try await gate.look { try RegistrationStore($0).find(number: number) }
        guard let row else { throw RightsRefusal.noCase }
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            let store = HoldStore(transaction)
            guard let hold = try store.standing(of: row.subject, at: now).first(where: { $0.id == id }) else {
                throw RightsRefusal.closed
            }
            let isAlone = try TwoPersonRule(gate: gate, time: time).isSingleHanded(in: transaction)
            guard hold.putBy != actor.person || isAlone else { throw RightsRefusal.ownHold }
            let permit = try gate.permitToWrite(
                Ask(.releaseHold, by: actor, on: row.subject, for: .rights, caseID: row.number), sealer: sealer,
                in: transaction)
            guard try store.end(id, of: row.subject, at: now) else { throw RightsRefusal.closed }
            var note = ["hold": id.description, "ground": hold.ground]
            if hold.putBy == actor.person { note.merge(TwoPersonRule.Answer.singleHanded.note) { $1 } }
            try permit.note(note, in: transaction)
        }
    }

    /// Ends the holds whose day is over, with an entry each. - Returns: how many.
    @discardableResult
    package func endHoldsDue() async throws -> Int {
        let now = time.now
        let due = try await gate.look { try HoldStore($0).open(limit: 500).filter { $0.until <= now } }
        for hold in due {
            let sealer = try await gate.sealer(for: hold.subject)
            try await gate.perform { transaction in
                try transaction.lock(hold.subject, .exclusive)
                guard try HoldStore(transaction).end(hold.id, of: hold.subject, at: now) else { return }
                let number = try RegistrationStore(transaction).find(hold.subject)?.number
                let permit = try gate.permitToWrite(
                    Ask(.releaseHold, by: Actor(.sweep), on: hold.subject, for: .rights, caseID: number),
                    sealer: sealer, in: transaction)
                try permit.note(
                    ["hold": hold.id.description, "ground": hold.ground, "ended": "term"], in: transaction)
            }
        }
        return due.count
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
            hold: hold, caseID: try RegistrationStore(transaction).find(hold.subject)?.number,
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
