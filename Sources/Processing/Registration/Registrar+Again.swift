import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Makes a draft again of a registration that was refused or has lapsed; what was typed stays.
    ///
    /// - Throws: ``RegistrationRefusal/notNow(_:)``.
    package func applyAgain(_ subject: SubjectID, session: Bytes) async throws {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            guard let registration = try store.find(subject) else { throw RegistrationRefusal.none }
            let term = try gate.book.inForce(in: transaction).document.terms.draft.span
            guard
                try store.move(subject, from: [.refused, .lapsed], to: .draft, due: now + term, at: now)
            else { throw RegistrationRefusal.notNow(registration.state) }
            let permit = try gate.permitToWrite(
                Ask(
                    .applyAgain, by: .subject(subject, session: session), on: subject, for: .identification,
                    caseID: registration.number), sealer: sealer, in: transaction)
            try permit.note(in: transaction)
            // Scans go on counting as before: the draft ends by itself and takes them with it.
            try transaction.send(
                """
                UPDATE registration SET sent_at = NULL, resent = 0, reason = NULL, words = NULL, note = NULL,
                       objection = NULL, decided_by = NULL, decided_at = NULL, objected_at = NULL, scans_until = NULL,
                       review_day = NULL, set_aside = 0, decided_alone = NULL
                WHERE subject_id = \(subject)
                """)
        }
    }
}
