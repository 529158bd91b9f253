import Access
import Archive
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// Where what laws have kept of a person is opened: one asks on a ground of the law, another opens and sees it once.
struct ArchiveController: Sendable {
    let desk: OfficeDesk
    let archive: ArchiveDesk

    static let number: FieldName = "case"
    static let ground: FieldName = "ground"
    static let reference: FieldName = "reference"
    static let code: FieldName = "code"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.archive, use: show).post(.askArchive, use: ask).post(.openArchive, use: open)
            .post(.leaveArchive, use: takeBack)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        if form.trimmed(Self.number) == nil { form.refuse(Self.number, .disclosureNoNumber) }
        if form.text(Self.ground).isEmpty { form.refuse(Self.ground, .personHoldNoGround) }
        if form.trimmed(Self.reference) == nil { form.refuse(Self.reference, .archiveNoReference) }
        guard form.isAccepted else { return try await refused(officer, form, context) }
        do {
            try await archive.ask(
                Self.asNumber(form), on: form.text(Self.ground), reference: form.trimmed(Self.reference) ?? "",
                by: officer.actor(.responsible))
            return context.redirect(to: .archive)
        } catch let refusal as ArchiveRefusal {
            switch refusal {
            case .nothing: form.refuse(Self.number, .archiveNothing)
            case .noGround: form.refuse(Self.ground, .personHoldNoGround)
            case .noReference: form.refuse(Self.reference, .archiveNoReference)
            case .askedAlready, .notAsked: form.refuse(Self.number, .archiveAskedAlready)
            }
        }
        return try await refused(officer, form, context)
    }

    private func takeBack(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        try await explained {
            try await archive.takeBack(Self.asNumber(context.form), by: officer.actor(.responsible))
        }
        return context.redirect(to: .archive)
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = context.form
        do {
            let opened = try await explained {
                try await archive.open(
                    Self.asNumber(form), code: form.trimmed(Self.code) ?? "", by: officer.actor(.responsible))
            }
            let policy = try await desk.gate.look { [gate = desk.gate] in try gate.book.inForce(in: $0).document }
            let page = ArchivedPage(row: opened.row, content: opened.content, policy: policy)
            return context.respond(
                officePage(.archiveTitle, officer, at: .archive, switchPath: .archive, in: context) { page.content })
        } catch let refusal as TwoPersonRefusal {
            form.refuse(Self.code, .twoPersons(refusal))
            form.fill(Self.code, "")
        }
        return try await refused(officer, form, context)
    }

    private static func asNumber(_ form: Form) -> String { (form.trimmed(number) ?? "").uppercased() }

    private func refused(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Response {
        context.respond(try await page(officer, form, context), status: .unprocessableContent)
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let page = ArchivePage(
            overview: try await archive.overview(for: officer.person), law: archive.law, now: desk.time.now,
            form: form, token: context.formToken)
        return officePage(.archiveTitle, officer, at: .archive, switchPath: .archive, in: context) { page.content }
    }

    private func explained<Answer>(_ act: () async throws -> Answer) async throws -> Answer {
        do { return try await act() } catch let refusal as ArchiveRefusal {
            throw PageRefusal(.conflict, refusal == .nothing ? .archiveNothing : .archiveNotAsked)
        }
    }
}
