import Messages
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// What the sweep did.
    package struct Swept: Sendable, Equatable {
        package var expired = 0
        package var reminded = 0
        package var lapsed = 0
    }

    /// Ends what has run out: drafts are destroyed, people are reminded, registrations lapse.
    ///
    /// Whom the Gate keeps from it, as a hold does that was put on meanwhile, keeps nobody else from it.
    package func sweep() async throws -> Swept {
        let now = time.now
        var swept = Swept()
        swept.expired += try await sweepCounter()
        let due = try await gate.look {
            try RegistrationStore($0).going(
                "AND due_at <= \(now) AND state IN ('draft', 'moreAsked') ORDER BY due_at LIMIT 100")
        }
        for row in due {
            if row.state == .draft {
                let isExpired = try await expire(row.subject, row.number) { transaction in
                    guard let row = try RegistrationStore(transaction).find(row.subject), row.state == .draft,
                        let due = row.dueAt
                    else { return false }
                    return due <= now
                }
                if isExpired { swept.expired += 1 }
            } else {
                try await lapse(row)
                swept.lapsed += 1
            }
        }
        let waiting = try await gate.look {
            try RegistrationStore($0).going("AND state = 'moreAsked' AND due_at > \(now) ORDER BY since LIMIT 500")
        }
        for row in waiting where try await remind(row) { swept.reminded += 1 }
        return swept
    }

    /// Destroys somebody whose registration has run out, if it still has. - Returns: false when not, and when they are held.
    func expire(
        _ subject: SubjectID, _ number: String, if isDue: @escaping @Sendable (any Transaction) throws -> Bool
    ) async throws -> Bool {
        do {
            return try await gate.erase(
                Ask(.expire, by: Actor(.sweep), on: subject, for: .rights, caseID: number), steps: erasure, if: isDue)
        } catch let refusal as GateRefusal
            where [.held, .blocked, .archived, .noSubject].contains(refusal.reason)
        {
            return false
        }
    }

    private func lapse(_ row: RegistrationRow) async throws {
        try await act(.lapse, on: row, tell: .lapsed) { [time] transaction in
            let now = time.now
            let scansUntil = try keeping(of: row.subject, in: transaction).scansEnd(.lapsed(now))
            guard
                try RegistrationStore(transaction).move(row.subject, from: [.moreAsked], to: .lapsed, due: nil, at: now)
            else { return false }
            try transaction.send(
                """
                UPDATE registration SET scans_until = \(scansUntil), lease_by = NULL, lease_until = NULL
                WHERE subject_id = \(row.subject)
                """)
            return true
        }
    }

    private func remind(_ row: RegistrationRow) async throws -> Bool {
        let terms = try await gate.look { try gate.book.inForce(in: $0).document.terms }
        let due = terms.reminders.filter { row.since + $0.span <= time.now }.count
        guard due > row.reminders else { return false }
        try await act(.remind, on: row, tell: .reminder) { transaction in
            try transaction.run(
                """
                UPDATE registration SET reminded = \(due)
                WHERE subject_id = \(row.subject) AND state = 'moreAsked' AND reminded < \(due)
                """) == 1
        }
        return true
    }

    /// Does something the sweep does to one registration, with its entry and its message, or nothing of it.
    private func act(
        _ act: Act, on row: RegistrationRow, tell template: MessageTemplate,
        _ change: @escaping @Sendable (any Transaction) throws -> Bool
    ) async throws {
        let sealer = try await gate.sealer(for: row.subject)
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            guard try change(transaction) else { return }
            let permit = try gate.permitToWrite(
                Ask(
                    act, by: Actor(act == .remind ? .mailer : .sweep), on: row.subject, for: .rights, caseID: row.number
                ), sealer: sealer,
                in: transaction)
            try permit.note(in: transaction)
            let due = row.dueAt.map { Day(of: $0, hoursEast: 5).description } ?? ""
            try tell(
                template, about: row, contacts: try RegistrationStore(transaction).contacts(of: row.subject),
                ["due": due],
                sealer: sealer, id: message, in: transaction)
        }
    }
}
