import Policy
import Primitives
import Storage

/// Whether a person's registration is one that they have not sent yet; the room of registrations tells.
package typealias DraftStep = @Sendable (SubjectID, any Transaction) throws -> Bool

extension Gate {
    /// Asks by which representation an act on own data is done; nil where nobody else can be behind it.
    static func askActing(_ ask: Ask, in transaction: any Transaction) throws(StorageError) -> Asked? {
        guard ask.actor.isOwn, let session = ask.actor.session else { return nil }
        return try RepresentationStore(transaction).askActing(session, for: ask.subject)
    }

    /// Who acts for the principal in the session of an act; nil when the person acts themselves.
    ///
    /// Asked with every act, so that a representation that has ended opens nothing however long its session lasts
    /// (clause 2.4).
    /// - Throws: ``GateRefusal`` with `.notTheirs` when it does not hold, or the act is one that nobody does for another;
    ///   with `.needsRepresentative` when nobody acts for an organisation or a child, who may then only look and protect
    ///   what is theirs (Civil Code, art. 23 and 37).
    func representative(_ asked: Asked?, of principal: SubjectRow, for ask: Ask) throws -> SubjectID? {
        guard let row = try asked?.row().map(RepresentationRow.init(row:)) else {
            if asked != nil, principal.registrant.isActedFor, !Self.protects(ask) {
                throw GateRefusal(.needsRepresentative, ask: ask)
            }
            return nil
        }
        guard row.stands(at: time.now), row.kind.acts || Self.agreeing.contains(ask.act),
            !Self.personal.contains(ask.act)
        else { throw GateRefusal(.notTheirs, ask: ask) }
        return row.representative
    }

    /// Whoever is from 14 to 17 does with the consent of a legal representative what binds them or gives data on (Civil Code,
    /// art. 22): once that has ended, only what sees, protects and ends goes on. A draft is worked on without it.
    ///
    /// - Throws: ``GateRefusal`` with `.needsConsent`.
    func checkAgreed(
        _ ask: Ask, of row: SubjectRow, on permission: Permission, in transaction: any Transaction
    ) throws {
        guard row.registrant == .minor, Self.needsAgreeing(ask, on: permission.basis) else { return }
        let now = time.now
        let all = try RepresentationStore(transaction).all(of: row.id).filter { $0.kind == .consenting }
        // Beside one that a reviewer has accepted nobody counts whom none has.
        let isReviewed = all.contains { $0.acceptedAt != nil }
        let isAgreed = all.contains { $0.stands(at: now) && (!isReviewed || $0.state == .accepted) }
        guard try isAgreed || isDraft(row.id, transaction) else {
            throw GateRefusal(.needsConsent, clause: permission.clause, ask: ask)
        }
    }

    /// Of what the person does all but the few acts that protect; of what others do that which uses data by the consent.
    private static func needsAgreeing(_ ask: Ask, on basis: Basis) -> Bool {
        if ask.actor.isOwn { return !protecting.contains(ask.act) && !completing.contains(ask.act) }
        guard case .consent = basis else { return false }
        return using.contains(ask.act)
    }

    /// What leads somebody from 14 to 17 back to a consent, and to the end of what was begun.
    private static let completing: Set<Act> = [
        .uploadDocument, .removeDocument, .applyAgain, .represent, .decline,
        // Which asks by itself whether somebody consents.
        .send,
    ]
    /// What uses data beyond the case, and rests on a consent.
    private static let using: Set<Act> = [.disclose, .sendMailing, .readSubject]

    /// What an organisation or a child may do themselves, by the address that is theirs: see what is held, end what others do
    /// in their name, ask, and put another address in the place of that one.
    private static let protecting: Set<Act> = [
        .signIn, .setPassword, .readOwn, .readOwnDocument, .readOwnHistory, .takeReceipt, .takeCopy, .endRepresentation,
        .withdrawConsent, .withdrawRegistration, .request, .withdrawRequest, .block, .unblock, .writeMessage,
        .withdrawOrder, .objection, .acceptCorrection, .rejectCorrection, .addContact,
        .confirmContact,
    ]

    /// Files too, as far as they prove what a request asks for.
    private static func protects(_ ask: Ask) -> Bool {
        protecting.contains(ask.act) || [.uploadDocument, .removeDocument].contains(ask.act) && ask.purpose == .rights
    }
    /// What somebody may do who agrees and does not act.
    private static let agreeing: Set<Act> = [.represent, .endRepresentation]
    /// What nobody does for another: it would give them the account itself.
    private static let personal: Set<Act> = [.setPassword]

    /// What the entry of an act notes of who acted for the principal.
    func note(of representative: SubjectID?) -> [String: String] {
        representative.map { ["representative": pseudonym(of: $0)] } ?? [:]
    }
}
