import Access
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// The legal representative agrees to the registration of somebody from 14 to 17, by a code of their own.
    ///
    /// After the approval only one agrees, anew, whom a reviewer had accepted before it.
    /// - Parameters:
    ///   - number: of the minor's registration, which the minor tells them.
    ///   - words: the statement that was shown to them, in `language`; its digest is kept.
    ///   - own: the session of the representative, in which they have lately shown by a code who they are.
    /// - Throws: ``RepresentationRefusal``.
    package func agree(
        toMinor number: String, by words: String, in language: Language, of own: Session, isProven: Bool
    ) async throws {
        guard isProven else { throw RepresentationRefusal.codeNeeded }
        let number = number.filter { !$0.isWhitespace }.uppercased()
        let minor = try await gate.look { transaction -> SubjectID? in
            guard let row = try RegistrationStore(transaction).find(number: number), row.state.takesConsent else {
                return nil
            }
            let person = try SubjectStore(transaction).find(row.subject)
            return person?.registrant == .minor ? row.subject : nil
        }
        guard let minor else { throw RepresentationRefusal.noMinor }
        let sealer = try await gate.sealer(for: minor)
        let now = time.now
        try await gate.perform { transaction in
            // Entered once, however often it is sent.
            let store = RepresentationStore(transaction)
            try transaction.lock(minor, .exclusive)
            let theirs = try store.all(of: minor).filter { $0.representative == own.subject }
            guard !theirs.contains(where: { $0.stands(at: now) }) else { return }
            guard let state = try RegistrationStore(transaction).find(minor)?.state, state.takesConsent else {
                throw RepresentationRefusal.noMinor
            }
            // Once the case is decided no reviewer looks at who agrees: then it is one whom a reviewer has accepted.
            let acceptedAt = theirs.compactMap(\.acceptedAt).max()
            guard state != .approved || acceptedAt != nil else { throw RepresentationRefusal.noMinor }
            let edition = try gate.book.inForce(in: transaction).number
            let row = try enter(
                Representing(by: own, until: nil), as: .consenting, for: minor, in: own.digest,
                agreeing: AgreedStatement(words, in: language, under: edition),
                acceptedAt: state == .approved ? acceptedAt : nil, at: now, in: transaction)
            try record(
                row, number: number, by: .subject(minor, session: own.digest), sealer: sealer, in: transaction)
        }
    }

    /// The legal representative takes such a consent back.
    ///
    /// - Throws: ``RepresentationRefusal/none``.
    package func takeBack(_ id: Identifier<RepresentationRow>, in own: Session) async throws {
        guard let representative = own.subject,
            let row = try await represented(by: representative).first(where: { $0.row.id == id })?.row,
            row.kind == .consenting, row.state.isOpen
        else { throw RepresentationRefusal.none }
        let now = time.now
        // So that the entry names both.
        try await gate.perform { try RepresentationStore($0).act(by: id, for: row.subject, in: own.digest, at: now) }
        try await end(row, by: .subject(row.subject, session: own.digest), why: "asked")
    }

    /// What keeps a registration from being sent, as far as representatives go.
    func lacksConsent(_ subject: SubjectID, at now: Instant, in transaction: any Transaction) throws -> Bool {
        guard try SubjectStore(transaction).find(subject)?.registrant == .minor else { return false }
        return try !RepresentationStore(transaction).all(of: subject).contains {
            $0.kind == .consenting && $0.stands(at: now)
        }
    }
}

extension Registrar {
    /// Whether a person's registration is a draft.
    @Sendable package static func isDraft(_ subject: SubjectID, _ transaction: any Transaction) throws -> Bool {
        try RegistrationStore(transaction).find(subject)?.state == .draft
    }
}

extension RegistrationRow.State {
    /// Not over, so that a consent that is needed can still come.
    fileprivate var takesConsent: Bool { self != .refused && self != .lapsed }
}
