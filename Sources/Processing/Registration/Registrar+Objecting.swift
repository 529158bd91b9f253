import Access
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Objects to a refusal, once. Another reviewer decides, who reads the words; while one person works alone, it is that
    /// person again (``TwoPersonRule``).
    ///
    /// - Parameter words: why, at most ``CaseText/mostCharacters``; nil when the person gives no reason.
    /// - Throws: ``RegistrationRefusal/fields(_:)``, ``RegistrationRefusal/notNow(_:)``.
    package func object(_ subject: SubjectID, words: String? = nil, session: Bytes) async throws {
        if let words, words.count > CaseText.mostCharacters {
            throw RegistrationRefusal.fields([FieldProblem("objection", .tooLong)])
        }
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            guard let registration = try store.find(subject) else { throw RegistrationRefusal.none }
            let edition = try gate.book.inForce(in: transaction)
            guard registration.state == .refused, registration.objectedAt == nil,
                let decided = registration.decidedAt, decided + edition.document.terms.objection.span > now
            else { throw RegistrationRefusal.notNow(registration.state) }
            let sealed = try sealer.seal(words, as: .objection, of: registration.number)
            let permit = try gate.permitToWrite(
                Ask(
                    .objection, by: .subject(subject, session: session), on: subject, for: .identification,
                    fields: sealed == nil ? [] : [.objectionWords], caseID: registration.number), sealer: sealer,
                in: transaction)
            try permit.note(in: transaction)
            _ = try store.move(subject, from: [.refused], to: .sent, due: nil, at: now)
            try transaction.send(
                """
                UPDATE registration SET objected_at = \(now), objection = \(sealed), scans_until = NULL, set_aside = 0
                WHERE subject_id = \(subject)
                """)
            try store.promise(try reviewTerm(edition, from: now, in: transaction), to: subject)
        }
    }
}
