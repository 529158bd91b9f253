import Access
import Documents
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// What is held about a person: masked until they ask to see it, which is an act on record.
struct OwnDataController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountData, use: show).post(.accountData, use: reveal)
            .get(.accountDocuments, use: documents)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page([:], [], context)
    }

    private func reveal(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let entered = context.form.text(.field)
        if entered == "readings" { return try await page([:], try await readings(of: own), context) }
        let held = try await self.held(own)
        let wanted = entered == "all" ? held : held.filter { "\($0)" == entered }
        guard !wanted.isEmpty else { throw PageRefusal(.notFound) }
        let record = try await rooms.read(wanted, of: own)
        var shown: [FieldNumber: String] = [:]
        for field in wanted { shown[field] = record[field]?.reveal() }
        return try await page(shown, [], context)
    }

    private func held(_ own: Own) async throws -> [FieldNumber] {
        let subject = own.subject
        return try await rooms.gate.look { try SubjectStore($0).find(subject)?.fieldsHeld ?? [] }
    }

    /// What the machine read off the documents.
    private func readings(of own: Own) async throws -> [ReadField] {
        let rows = try await rooms.documents.documents(of: own.subject)
        let ask = Ask(
            .readOwn, by: .subject(own.subject, session: own.digest), on: own.subject, for: .identification,
            fields: [.readIIN, .readDocumentNumber, .readBirthDate, .readExpiryDate, .readNames])
        let found = try await rooms.documents.readings(ask, of: rows.map(\.id))
        return found.values.flatMap { reading in
            reading.reveal().values.map { ReadField(field: $0.field, text: $0.text) }
        }
    }

    private func page(
        _ shown: [FieldNumber: String], _ readings: [ReadField], _ context: WebContext
    ) async throws -> Response {
        let own = try context.own()
        let rows = try await rooms.documents.documents(of: own.subject)
        let page = OwnDataPage(
            policy: try await rooms.registrar.edition().document, held: try await held(own), shown: shown,
            readings: readings, hasDocuments: rows.contains { $0.pages > 0 },
            canChange: try await canChange(own), changed: context.path.value(of: "done").flatMap(Channel.init),
            token: context.formToken)
        return context.respond(page.page)
    }

    /// Whether the addresses are changed by a code: a draft has its own step for them, and nobody changes another's.
    private func canChange(_ own: Own) async throws -> Bool {
        guard own.session.representation == nil else { return false }
        return try await rooms.registration(of: own).state != .draft
    }

    private func documents(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let rows = try await rooms.documents.documents(of: own.subject)
        let registration = try await rooms.registration(of: own)
        let originals = try await rooms.gate.look { try OriginalStore($0).all(of: own.subject).map(\.row) }
        let page = OwnDocumentsPage(
            policy: try await rooms.registrar.edition().document, rows: rows.filter { $0.state != .receiving },
            originals: originals,
            viewing: try await rooms.viewings.viewing(of: own, for: rows),
            canSend: registration.state == .draft || registration.state == .moreAsked)
        return context.respond(page.page)
    }
}

/// A value that the machine read off a document.
struct ReadField: Sendable {
    let field: FieldNumber
    let text: String
}
