import Access
import Permits
import Policy
import Primitives
import Storage

/// Who acts for another, as their own session tells, and until when.
package struct Representing: Sendable {
    /// The session of the representative in their own account.
    package let session: Session
    /// The last day of the authority, for a child the one before the 14th birthday; nil for whoever agrees alone.
    package let until: Day?

    package init(by session: Session, until: Day?) {
        self.session = session
        self.until = until
    }

    /// When the authority ends: at midnight, in the time of Kazakhstan, after its last day.
    var end: Instant? {
        until.map { Instant(seconds: (Int64($0.daysSince1970) + 1) * 86_400 - 5 * 3_600) }
    }
}

/// Why somebody cannot act for another.
package enum RepresentationRefusal: Refusal, Hashable {
    /// There is no such representation, or it has ended.
    case none
    /// Whoever acts has to register themselves first, as a person of age.
    case registerFirst
    /// Whoever acts does so until a last day, and none was given.
    case noTerm
    /// No authority of the kind lasts until that day.
    case tooLong
    /// The last day of the authority is over.
    case over
    /// Nobody of 14 to 17 registers under that number, or it is over.
    case noMinor
    /// Whoever agrees has to show by a fresh code who they are.
    case codeNeeded
    /// The minor cannot agree in the stead of their own representative.
    case own

    package var kind: RefusalKind {
        switch self {
        case .none, .noMinor: .notFound
        case .registerFirst, .own: .forbidden
        case .over, .noTerm, .tooLong: .invalid
        case .codeNeeded: .unauthenticated
        }
    }
}

extension Registrar {
    /// Enters that somebody acts for a principal, and the session in which they do.
    ///
    /// - Parameters:
    ///   - session: the digest of the new session of the principal.
    ///   - agreed: to what they agree who do not act.
    ///   - acceptedAt: when a reviewer accepted an earlier one of theirs, where none will look at this one.
    func enter(
        _ representing: Representing, as kind: RepresentationRow.Kind, for subject: SubjectID, in session: Bytes,
        agreeing agreed: AgreedStatement? = nil, acceptedAt: Instant? = nil, at now: Instant,
        in transaction: any Transaction
    ) throws -> RepresentationRow {
        let representative = try mayRepresent(representing.session, in: transaction)
        if let end = representing.end, end <= now { throw RepresentationRefusal.over }
        guard representative != subject else { throw RepresentationRefusal.own }
        let row = RepresentationRow(
            id: Identifier(from: randomness), subject: subject, representative: representative, kind: kind,
            begunAt: now, endsAt: representing.end, agreed: agreed, acceptedAt: acceptedAt)
        let store = RepresentationStore(transaction)
        try store.insert(row)
        try store.act(by: row.id, for: subject, in: session, at: now)
        return row
    }

    /// Puts on record that it begins, under the permit of the transaction that entered it.
    func record(
        _ row: RepresentationRow, number: String, by actor: Actor, sealer: Sealer, in transaction: any Transaction
    ) throws {
        let permit = try gate.permitToWrite(
            Ask(.represent, by: actor, on: row.subject, for: .identification, caseID: number), sealer: sealer,
            in: transaction)
        var note = ["kind": row.kind.rawValue]
        // A child's last day tells the birthday, which no entry keeps for ever.
        if row.kind != .guardian { note["until"] = row.lastDay?.description }
        if let agreed = row.agreed { note.merge(agreed.note) { $1 } }
        try permit.note(note, in: transaction)
    }

    /// Whoever acts for others has sent a registration of their own, as a person of age, and it was not refused.
    private func mayRepresent(_ session: Session, in transaction: any Transaction) throws -> SubjectID {
        guard session.assurance.opensData, session.representation == nil, let subject = session.subject,
            let own = try RegistrationStore(transaction).find(subject),
            own.state.awaitsReview || own.state == .moreAsked || own.state == .approved,
            let person = try SubjectStore(transaction).find(subject), person.state == .living,
            person.registrant == .person || person.registrant == .soleProprietor
        else { throw RepresentationRefusal.registerFirst }
        return subject
    }

    /// Whether whoever sits in a session may act for others.
    package func mayRepresent(_ session: Session) async throws -> Bool {
        try await gate.look { transaction in
            do {
                _ = try mayRepresent(session, in: transaction)
                return true
            } catch RepresentationRefusal.registerFirst {
                return false
            }
        }
    }

    /// Those for whom somebody acts or agrees, with the numbers and states of their registrations.
    package func represented(by representative: SubjectID) async throws
        -> [(row: RepresentationRow, registration: RegistrationRow)]
    {
        try await gate.look { transaction in
            try RepresentationStore(transaction).all(by: representative).compactMap { row in
                try RegistrationStore(transaction).find(row.subject).map { (row, $0) }
            }
        }
    }

    /// Those who act or agree for a person.
    package func representations(of subject: SubjectID) async throws -> [RepresentationRow] {
        try await gate.look { try RepresentationStore($0).all(of: subject) }
    }

    /// The same, with the numbers of their own registrations, by which they are told apart without opening their data.
    package func representatives(of subject: SubjectID) async throws -> [(row: RepresentationRow, number: String?)] {
        try await gate.look { transaction in
            try RepresentationStore(transaction).all(of: subject).map { row in
                (row, try RegistrationStore(transaction).find(row.representative)?.number)
            }
        }
    }

    /// Begins a session in which the representative acts for the principal; every act in it names both.
    ///
    /// - Returns: the token of the session.
    /// - Throws: ``RepresentationRefusal``.
    package func act(by id: Identifier<RepresentationRow>, in own: Session) async throws -> Bytes {
        let token = randomness.bytes(32)
        let session = Session.digest(of: token)
        let now = time.now
        guard let representative = own.subject,
            let found = try await represented(by: representative).first(where: { $0.row.id == id })
        else { throw RepresentationRefusal.none }
        let sealer = try await gate.sealer(for: found.row.subject)
        try await gate.perform { transaction in
            _ = try mayRepresent(own, in: transaction)
            guard let row = try RepresentationStore(transaction).find(id, of: found.row.subject), row.kind.acts,
                row.stands(at: now), row.representative == representative
            else { throw RepresentationRefusal.none }
            try SessionStore(transaction).begin(
                session, kind: .account, assurance: own.assurance, of: row.subject, by: row.id, at: now)
            let permit = try gate.permitToWrite(
                Ask(.signIn, by: .subject(row.subject, session: session), on: row.subject, for: .security),
                sealer: sealer, in: transaction)
            try permit.note(["with": "representation"], in: transaction)
        }
        return token
    }

    /// Ends a representation, by the principal or by who acts for them; the sessions in which it was used end at once.
    ///
    /// - Throws: ``RepresentationRefusal/none``.
    package func endRepresentation(
        _ id: Identifier<RepresentationRow>, of subject: SubjectID, session: Bytes
    ) async throws {
        let row = try await gate.look { try RepresentationStore($0).find(id, of: subject) }
        guard let row, row.state.isOpen else { throw RepresentationRefusal.none }
        try await end(row, by: .subject(subject, session: session), why: "asked")
    }

    /// Ends representations whose term is over.
    ///
    /// - Returns: how many ended.
    package func endRepresentationsDue() async throws -> Int {
        let now = time.now
        let over = try await gate.look { try RepresentationStore($0).over(at: now) }
        for row in over { try await end(row, by: Actor(.sweep), why: "term") }
        try await gate.perform { try RepresentationStore($0).sweep(at: now) }
        return over.count
    }

    func end(_ row: RepresentationRow, by actor: Actor, why: String) async throws {
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        try await gate.perform { transaction in
            // Before it ends: then whoever acts for the principal still may, and the entry names both.
            let permit = try gate.permitToWrite(
                Ask(.endRepresentation, by: actor, on: row.subject, for: .rights), sealer: sealer, in: transaction)
            try permit.note(
                ["kind": row.kind.rawValue, "representation": row.id.description, "why": why], in: transaction)
            guard try RepresentationStore(transaction).move(row, to: .ended, at: now) else {
                throw RepresentationRefusal.none
            }
            try SessionStore(transaction).endActing(by: row.id)
        }
    }
}
