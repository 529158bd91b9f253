import Ledger
import Permits
import Policy
import Primitives
import Storage

/// Who may do the second half of an act of two: another person than the one who did the first. While one person works here
/// alone, it is that person again, after a waiting time of the policy and with the second factor shown anew.
package struct TwoPersonRule: Sendable {
    let gate: Gate
    let factor: SecondFactor
    let time: TimeSource

    package init(gate: Gate, time: TimeSource) {
        self.gate = gate
        factor = SecondFactor(gate: gate, time: time)
        self.time = time
    }

    /// What was done first, by whom and when; nil for somebody who is no more.
    package struct FirstHalf: Sendable, Hashable {
        package let act: ActOfTwo
        package let person: SubjectID?
        package let at: Instant

        package init(_ act: ActOfTwo, by person: SubjectID?, at: Instant) {
            self.act = act
            self.person = person
            self.at = at
        }
    }

    /// How the second half looks to somebody.
    package enum Outlook: Sendable, Hashable {
        /// Somebody else did the first half: nothing more is asked.
        case free
        /// They did the first half, and another person is needed.
        case another
        /// They did the first half and work alone: from then on they may do the second, too.
        case again(from: Instant)

        /// Whether they may do it at an instant.
        package func isOpen(at now: Instant) -> Bool {
            switch self {
            case .free: true
            case .another: false
            case .again(let from): from <= now
            }
        }
    }

    /// What the rule says to somebody who is about to do the second half.
    package enum Answer: Sendable, Hashable {
        case another
        /// The same person, who works alone; the entry of the act bears the mark.
        case singleHanded
        case refused(TwoPersonRefusal)

        /// What the entry of the act notes.
        package var note: [String: String] { self == .singleHanded ? LedgerEntry.singleHanded : [:] }

        /// - Throws: the refusal. To be called after the transaction: a wrong code was counted in it.
        package func accept() throws {
            if case .refused(let refusal) = self { throw refusal }
        }
    }

    /// Compares a code that somebody typed in the form of the act; done before the transaction of the act.
    package func read(_ code: String, by person: SubjectID) async throws -> SecondFactor.Typed {
        try await factor.read(code, by: person)
    }

    /// Asks whether `person` may do the second half now, and uses up what was typed where it is needed.
    ///
    /// When it refuses, nothing of the act is done, yet the transaction is committed: it holds the count of wrong codes.
    /// - Parameter typed: a code of the same person.
    package func second(
        after first: FirstHalf, by person: SubjectID, _ typed: SecondFactor.Typed?, in transaction: any Transaction
    ) throws -> Answer {
        try hold(in: transaction)
        switch try outlook(after: first, for: person, in: transaction) {
        case .free: return .another
        case .another: return .refused(.anotherNeeded)
        case .again(let from) where from > time.now: return .refused(.notYet(from))
        case .again: break
        }
        guard let typed, !typed.isEmpty, typed.subject == person else { return .refused(.codeNeeded) }
        switch try factor.use(typed, in: transaction) {
        case .wrong: return .refused(.wrongCode)
        case .locked(let until): return .refused(.locked(until))
        case .taken:
            try begin(in: transaction)
            return .singleHanded
        }
    }

    /// How the second half looks to `person`, for pages.
    package func outlook(
        after first: FirstHalf, for person: SubjectID, in transaction: any Transaction
    ) throws -> Outlook {
        guard first.person == person else { return .free }
        guard try isSingleHanded(in: transaction),
            let wait = try gate.book.inForce(in: transaction).document.singleHandedWait(first.act)
        else { return .another }
        return .again(from: first.at + wait.span)
    }

    /// Whether one person works here alone: the policy in force says so, and no second one has ever enrolled.
    package func isSingleHanded(in transaction: any Transaction) throws -> Bool {
        let policy = try gate.book.inForce(in: transaction).document
        guard policy.staffing.singleHanded, policy.terms.singleHanded != nil else { return false }
        return try transaction.row("SELECT second_at FROM single_handed WHERE id = 1")?.isNull(0) ?? false
    }

    /// Puts on record that work is single-handed from now on, or that this has ended for good, as the number of persons
    /// says who have ever completed their enrolment.
    ///
    /// - Parameter count: how many they are; asked once nobody else can record another number.
    package func enrolled(_ count: () throws -> Int, in transaction: any Transaction) throws {
        try transaction.send(
            "INSERT INTO single_handed (id, since, second_at) VALUES (1, NULL, NULL) ON CONFLICT DO NOTHING")
        try hold(in: transaction)
        guard try count() > 1 else { return try begin(in: transaction) }
        let ended = try transaction.row(
            """
            UPDATE single_handed SET second_at = \(time.now) WHERE id = 1 AND second_at IS NULL RETURNING since
            """)
        if let ended, try !ended.isNull(0) { try gate.appendSingleHanded(false, in: transaction) }
    }

    private func begin(in transaction: any Transaction) throws {
        guard try isSingleHanded(in: transaction) else { return }
        let begun = try transaction.run(
            "UPDATE single_handed SET since = \(time.now) WHERE id = 1 AND since IS NULL")
        if begun == 1 { try gate.appendSingleHanded(true, in: transaction) }
    }

    /// Keeps the row from being changed by others until the end of the transaction, on both engines.
    private func hold(in transaction: any Transaction) throws {
        try transaction.send("UPDATE single_handed SET second_at = second_at WHERE id = 1")
    }
}

/// Why somebody cannot do the second half of an act of two.
package enum TwoPersonRefusal: Refusal, Hashable {
    /// They did the first half; another person must do the second.
    case anotherNeeded
    /// They work alone, and the waiting time lasts until then.
    case notYet(Instant)
    /// They work alone and have to show their second factor again.
    case codeNeeded
    /// The code is wrong, or was used before.
    case wrongCode
    /// Too many wrong codes in a row; none is compared until then.
    case locked(Instant)

    package var kind: RefusalKind {
        switch self {
        case .anotherNeeded: .forbidden
        case .notYet: .conflict
        case .codeNeeded, .wrongCode: .invalid
        case .locked: .tooMany
        }
    }
}
