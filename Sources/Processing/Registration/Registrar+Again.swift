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
            try transaction.run(
                """
                UPDATE registration SET sent_at = NULL, resent = 0, reason = NULL, words = NULL, decided_by = NULL,
                       decided_at = NULL, objected_at = NULL, scans_until = NULL, set_aside = 0
                WHERE subject_id = \(subject)
                """)
        }
    }

    /// The reviewer's words with a refusal, opened for the person; nil when there are none.
    package func words(to subject: SubjectID, session: Bytes) async throws -> PersonalData<String>? {
        guard let row = try await gate.look({ try RegistrationStore($0).find(subject) }), row.state == .refused,
            let sealed = try await gate.look({
                try $0.row("SELECT words FROM registration WHERE subject_id = \(subject)")?.bytesIfAny(0)
            })
        else { return nil }
        let ask = Ask(
            .readOwn, by: .subject(subject, session: session), on: subject, for: .rights, fields: [.decisionWords])
        let values = try await gate.read(ask) { _ in [SealedItem(sealed, label: "words \(row.number)", in: .record)] }
        return values.first?.map { String(decoding: $0, as: UTF8.self) }
    }
}
