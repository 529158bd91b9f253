import Access
import Agreements
import Consents
import Disclosures
import Documents
import Markup
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import Threads
import WebCore

/// What the pages of a person ask for; made once at the start.
struct AccountRooms: Sendable {
    let registrar: Registrar
    let signIn: SignIn
    let sessions: Sessions
    let consents: ConsentDesk
    let notices: EditionNotices
    let receipts: Receipts
    let disclosures: DisclosureDesk
    let rights: RightsDesk
    let threads: ThreadDesk
    let questions: QuestionDesk
    let services: ServiceDesk
    let orders: OrderDesk
    let intake: DocumentIntake
    let documents: DocumentAccess
    let viewings: ViewingShelf
    let gate: Gate
    let time: TimeSource
    let randomness: Randomness
    /// Draws a QR code of a text; nil where none can be drawn.
    let qr: @Sendable (String) -> HTML?

    /// The person's registration. - Throws: `RegistrationRefusal.none` when there is none.
    func registration(of own: Own) async throws -> RegistrationRow {
        let subject = own.subject
        let row = try await gate.look { try RegistrationStore($0).find(subject) }
        guard let row else { throw RegistrationRefusal.none }
        return row
    }

    /// Whether whoever decided a registration may decide an objection to it too.
    func secondLook(_ registration: RegistrationRow) async throws -> TwoPersonRule.Outlook {
        guard let first = registration.firstDecision, let person = first.person else { return .another }
        let rule = TwoPersonRule(gate: gate, time: time)
        return try await gate.look { try rule.outlook(after: first, for: person, in: $0) }
    }

    func contacts(of own: Own) async throws -> [Channel: ContactRow] {
        let subject = own.subject
        return try await gate.look { try RegistrationStore($0).contacts(of: subject) }
    }

    /// Opens own fields: an act on record.
    func read(_ fields: [FieldNumber], of own: Own) async throws -> OpenRecord {
        try await gate.read(
            Ask(
                .readOwn, by: .subject(own.subject, session: own.digest), on: own.subject, for: .rights,
                fields: fields))
    }

    /// Opens the own name.
    func name(of own: Own) async throws -> PersonName {
        PersonName(try await read([.familyName, .givenName, .patronymic], of: own))
    }
}

/// A person in front of the browser who acts on their own data.
struct Own: Sendable {
    let subject: SubjectID
    let session: Session

    /// What the Gate is told about the session.
    var digest: Bytes { session.digest }

    /// Data and documents may be shown, not the status alone.
    var opensData: Bool { session.assurance.opensData }
}

extension WebContext {
    /// The person, to whom the status may be shown. - Throws: `AccessRefusal.noSession`.
    func status() throws -> Own {
        let sitting = try require(.registration, .account)
        guard let subject = sitting.subject else { throw AccessRefusal.noSession }
        return Own(subject: subject, session: sitting.session)
    }

    /// The person, to whom data may be shown. - Throws: `AccessRefusal.noSession`, `AccessRefusal.needsMore`.
    func own() throws -> Own {
        let own = try status()
        guard own.opensData else { throw AccessRefusal.needsMore }
        return own
    }
}
