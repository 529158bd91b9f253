import Messages
import Permits
import Policy
import Primitives
import Storage

/// Tells persons that the policy has changed: once when they have signed in, and by e-mail if they wish (clause 5.5).
package struct EditionNotices: Sendable {
    let gate: Gate
    let time: TimeSource
    let randomness: Randomness

    /// How many are told by e-mail in one round.
    private static let atOnce = 50

    /// What a person has seen of the policy.
    package struct Standing: Sendable {
        package let inForce: Edition
        /// The edition that they have seen last; nil when it is the one in force.
        package let seen: Edition?
        /// Something may be done since that could not be done before, or for longer, or is guarded less.
        package let widens: Bool
        /// They wish to be told of the next edition by e-mail.
        package let isByEmail: Bool
    }

    /// Whoever has said nothing has seen the edition that they agreed to last.
    package func standing(of subject: SubjectID) async throws -> Standing {
        let (inForce, seen, isByEmail) = try await gate.look { [gate] transaction in
            let inForce = try gate.book.inForce(in: transaction)
            let row = try transaction.row("SELECT seen, by_email FROM edition_follower WHERE subject_id = \(subject)")
            let said = try row?.intIfAny(0).map(Int.init)
            let number = try said ?? ConsentStore(transaction).newestGiven(.main, of: subject) ?? inForce.number
            let seen = number < inForce.number ? try gate.book.edition(number, in: transaction) : nil
            return (inForce, seen, try row?.bool(1) ?? false)
        }
        return Standing(
            inForce: inForce, seen: seen,
            widens: seen.map { EditionDifference(from: $0.document, to: inForce.document).widens } ?? false,
            isByEmail: isByEmail)
    }

    /// The person has seen an edition and is not told of it again.
    ///
    /// There is no entry of it: it only tells which notice was read, as a message that was opened does, and neither gives
    /// anybody leave nor takes it away. Where it is lost, the notice is shown once more.
    ///
    /// - Parameter number: of the edition that was shown; a later one is news still.
    package func saw(_ number: Int, by subject: SubjectID) async throws {
        try await gate.perform { [gate] transaction in
            try transaction.lock(subject, .shared)
            let newest = try gate.book.inForce(in: transaction).number
            try transaction.run(
                """
                INSERT INTO edition_follower (subject_id, seen, by_email, told)
                VALUES (\(subject), \(min(number, newest)), 0, 0)
                ON CONFLICT (subject_id) DO UPDATE SET seen = excluded.seen
                """)
        }
    }

    /// The word under which an entry notes that the e-mail was switched, and which way.
    package static let switchWord = "by_email"

    /// Whether the person is told of later editions by e-mail; nobody is unless they say so. To say so is a consent, and to
    /// take it back a withdrawal, which goes on whatever has become of other consents.
    package func setByEmail(_ isOn: Bool, of subject: SubjectID, session: Bytes) async throws {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { [gate] transaction in
            let permit = try gate.permitToWrite(
                Ask(
                    isOn ? .consent : .withdrawConsent, by: .subject(subject, session: session), on: subject,
                    for: .rights), sealer: sealer, in: transaction)
            try permit.note([Self.switchWord: isOn ? "1" : "0"], in: transaction)
            let newest = try gate.book.inForce(in: transaction).number
            try transaction.run(
                """
                INSERT INTO edition_follower (subject_id, seen, by_email, told)
                VALUES (\(subject), NULL, \(isOn), \(newest))
                ON CONFLICT (subject_id) DO UPDATE SET by_email = excluded.by_email, told = excluded.told
                """)
            if !isOn { try Self.drop(to: subject, at: now, in: transaction) }
        }
    }

    /// Switches the e-mail off as a later entry says, in a house that was put back from before it.
    ///
    /// - Returns: false when it is off.
    package static func stopAgain(
        _ subject: SubjectID, at now: Instant, in transaction: any Transaction
    ) throws(StorageError) -> Bool {
        let stopped = try transaction.run(
            "UPDATE edition_follower SET by_email = 0 WHERE subject_id = \(subject) AND by_email = 1")
        try drop(to: subject, at: now, in: transaction)
        return stopped == 1
    }

    /// What waits to go out does not.
    private static func drop(
        to subject: SubjectID, at now: Instant, in transaction: any Transaction
    ) throws(StorageError) {
        try MessageQueue(transaction).drop(.policyChanged, by: .email, to: subject, at: now)
    }

    /// Puts messages into the queue for those who wish to be told and have not been told of the edition in force.
    /// - Returns: how many.
    package func round() async throws -> Int {
        let (newest, waiting) = try await gate.look { [gate] transaction in
            let newest = try gate.book.inForce(in: transaction).number
            let rows = try transaction.rows(
                """
                SELECT subject_id FROM edition_follower WHERE by_email = 1 AND told < \(newest)
                ORDER BY told, subject_id LIMIT \(Self.atOnce)
                """)
            return (newest, try rows.map { row in try row.identifier(0) as SubjectID })
        }
        for subject in waiting { try await tell(subject, of: newest) }
        return waiting.count
    }

    private func tell(_ subject: SubjectID, of edition: Int) async throws {
        let sealer: Sealer?
        do { sealer = try await gate.sealer(for: subject) } catch is GateRefusal { sealer = nil }
        let (id, now) = (Identifier<MessageRow>(from: randomness), time.now)
        try await gate.perform { transaction in
            try transaction.lock(subject, .shared)
            let told = try transaction.run(
                """
                UPDATE edition_follower SET told = \(edition)
                WHERE subject_id = \(subject) AND by_email = 1 AND told < \(edition)
                """)
            guard told == 1, let sealer, let row = try SubjectStore(transaction).find(subject), row.state != .erased
            else { return }
            try MessageQueue(transaction).add(
                .policyChanged, by: .email, language: row.language, sealer: sealer, id: id, at: now)
        }
    }
}

extension PublicationDesk {
    package var notices: EditionNotices { EditionNotices(gate: gate, time: time, randomness: randomness) }
}
