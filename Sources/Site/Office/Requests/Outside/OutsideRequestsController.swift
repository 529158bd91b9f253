import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Requests without an account: a reviewer tells whose they are, before anything is disclosed.
struct OutsideRequestsController: Sendable {
    let desk: OfficeDesk

    static let caseNumber: FieldName = "case"
    static let evidence: FieldName = "evidence"
    static let archivedCase: FieldName = "archived-case"
    static let archivedEvidence: FieldName = "archived-evidence"
    static let viewing: FieldName = "viewing"
    static let outcome: FieldName = "outcome"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.outsideInOffice, use: show).post(SitePath.openOutside, use: open)
            .post(SitePath.identifyOutside, use: identify).post(SitePath.closeOutside, use: close)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.requestsOfficer(in: context)
        let standing = try await desk.rights.outside(try SitePath.outsideInOffice.values(in: context))
        return page(standing, nil, Form(), officer, context)
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        return try await opened(try SitePath.openOutside.values(in: context), Form(), officer, context)
    }

    private func opened(
        _ id: Identifier<OutsideRequestRow>, _ form: Form, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        let open = try await desk.rights.open(
            id, by: officer.actor(.reviewer), viewing: ViewingID(context.form.text(Self.viewing)))
        return page(open.standing, open, form, officer, context)
    }

    private func identify(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let id = try SitePath.identifyOutside.values(in: context)
        var form = context.form
        let way = try await desk.rights.outside(id).request.way
        let evidence = OutsideRequestRow.Evidence(rawValue: form.text(Self.evidence))
            .flatMap { OutsideRequestRow.Evidence.showing(way).contains($0) ? $0 : nil }
        if form.trimmed(Self.caseNumber) == nil { form.refuse(Self.caseNumber, .officeNoSuchCase) }
        if evidence == nil { form.refuse(Self.evidence, .officeEvidenceMissing) }
        guard let evidence, form.isAccepted else { return try await opened(id, form, officer, context) }
        do {
            _ = try await desk.rights.identify(
                id, as: (form.trimmed(Self.caseNumber) ?? "").uppercased(), by: evidence,
                actor: officer.actor(.reviewer), viewing: ViewingID(form.text(Self.viewing)))
            return context.redirect(to: .officeRequests.with("done", "identified"))
        } catch RightsRefusal.noCase {
            form.refuse(Self.caseNumber, .officeNoSuchCase)
        } catch RightsRefusal.contactDiffers {
            form.refuse(Self.evidence, .officeContactDiffers)
        } catch RightsRefusal.closed {
            throw PageRefusal(.conflict, .requestClosed)
        }
        return try await opened(id, form, officer, context)
    }

    private func close(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let id = try SitePath.closeOutside.values(in: context)
        guard let outcome = OutsideRequestRow.State(rawValue: context.form.text(Self.outcome)) else {
            throw PageRefusal(.invalid)
        }
        guard outcome != .archived else { return try await closeArchived(id, officer, context) }
        do {
            try await desk.rights.close(id, as: outcome, by: officer.actor(.reviewer))
        } catch RightsRefusal.closed {
            throw PageRefusal(.conflict, .requestClosed)
        }
        return context.redirect(to: .officeRequests.with("done", "closed"))
    }

    private func closeArchived(
        _ id: Identifier<OutsideRequestRow>, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        var form = context.form
        let evidence = OutsideRequestRow.Evidence(rawValue: form.text(Self.archivedEvidence))
            .flatMap { OutsideRequestRow.Evidence.ofArchived.contains($0) ? $0 : nil }
        if form.trimmed(Self.archivedCase) == nil { form.refuse(Self.archivedCase, .archiveNothing) }
        if evidence == nil { form.refuse(Self.archivedEvidence, .officeEvidenceMissing) }
        guard let evidence, form.isAccepted else { return try await opened(id, form, officer, context) }
        do {
            let told = try await desk.rights.closeArchived(
                id, as: (form.trimmed(Self.archivedCase) ?? "").uppercased(), by: evidence,
                actor: officer.actor(.reviewer))
            return page(
                try await desk.rights.outside(id), nil, Form(), officer, context,
                told: .officeOutsideArchivedDone(told.articles, .date(told.until)))
        } catch RightsRefusal.noCase {
            form.refuse(Self.archivedCase, .archiveNothing)
        } catch RightsRefusal.closed {
            throw PageRefusal(.conflict, .requestClosed)
        }
        return try await opened(id, form, officer, context)
    }

    private func page(
        _ standing: OutsideStanding, _ open: OpenOutsideRequest?, _ form: Form, _ officer: Officer,
        _ context: WebContext, told: Phrase? = nil
    ) -> Response {
        let page = OutsideRequestPage(
            standing: standing, open: open, told: told, mayIdentify: officer.roles.contains(.reviewer),
            law: desk.rights.law,
            form: form, token: context.formToken)
        return context.respond(
            officePage(
                .officeRequestTitle(standing.request.number), officer, at: .officeRequests, isNarrow: true,
                switchPath: SitePath.outsideInOffice(standing.request.id), in: context
            ) { page.content },
            status: form.isAccepted ? .ok : .unprocessableContent)
    }
}
