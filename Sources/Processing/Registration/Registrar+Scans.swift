import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// Scans of a registration that have to go by now.
    package struct ScansDue: Sendable {
        package let registration: RegistrationRow
        /// Those whose own term is over, while others stay; nil for all of them.
        package let kinds: Set<DocumentKindID>?
        /// When that was looked at.
        let at: Instant
    }

    /// Scans whose term is over: all of a registration that was refused or has lapsed, or the consent to which was withdrawn
    /// so long ago; and before that those of the kinds whose own term is over, or that go with the decision.
    package func scansDue() async throws -> [ScansDue] {
        let now = time.now
        return try await gate.look { transaction in
            let rows = try RegistrationStore(transaction).going(
                "AND scans_until <= \(now) ORDER BY scans_until LIMIT 100")
            return try rows.map { row in
                let keeping = try keeping(of: row.subject, in: transaction)
                let ending = Keeping.Ending(row)
                if keeping.allEnd(ending).map({ $0 <= now }) == true {
                    return ScansDue(registration: row, kinds: nil, at: now)
                }
                // While it is not decided, the consent was given again, or withdrawn later than that.
                return ScansDue(registration: row, kinds: keeping.kindsEnded(by: now, ending), at: now)
            }
        }
    }

    /// Notes that they are destroyed, and when others go, by what is so now: a consent may have been withdrawn meanwhile.
    package func scansDestroyed(_ due: ScansDue) async throws {
        let subject = due.registration.subject
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            guard let row = try RegistrationStore(transaction).find(subject) else { return }
            let (keeping, ending) = (try keeping(of: subject, in: transaction), Keeping.Ending(row))
            let areAllGone = due.kinds == nil && keeping.allEnd(ending).map { $0 <= due.at } == true
            let next = areAllGone ? nil : keeping.scansEnd(ending, after: due.at)
            try transaction.run("UPDATE registration SET scans_until = \(next) WHERE subject_id = \(subject)")
        }
    }

    /// The Gate refused to destroy them: it is tried again a day later.
    package func scansRefused(_ due: ScansDue) async throws {
        let (subject, next) = (due.registration.subject, due.at + .days(1))
        try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE registration SET scans_until = \(next)
                WHERE subject_id = \(subject) AND scans_until <= \(due.at)
                """)
        }
    }
}

extension Registrar {
    /// How long scans of a person are kept, asked inside the transaction that decides.
    package func keeping(of subject: SubjectID, in transaction: any Transaction) throws -> Keeping {
        try Keeping(of: subject, under: gate.book, in: transaction)
    }

    /// The consent to the registration was withdrawn: from now on its scans have the term of ended ones, where they have no
    /// shorter one.
    package static func consentWithdrawn(
        by subject: SubjectID, at now: Instant, under book: PolicyBook, in transaction: any Transaction
    ) throws {
        let end = now + (try Keeping(of: subject, under: book, in: transaction)).endedScans
        try transaction.run(
            """
            UPDATE registration SET scans_until = \(end)
            WHERE subject_id = \(subject) AND (scans_until IS NULL OR scans_until > \(end))
            """)
    }
}
