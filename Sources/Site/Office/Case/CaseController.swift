import Staffing
import Policy
import Markup
import Documents
import Hummingbird
import Identification
import Permits
import Primitives
import Registration
import WebCore

/// Opens a case and shows what may be seen of it.
struct CaseController: Sendable {
    let desk: OfficeDesk
    let documents: DocumentAccess

    static let contact: FieldName = "contact"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.officeCase, use: show)
        routes.post(SitePath.revealContact, use: reveal)
        DocumentController(desk: desk, opening: opening).addRoutes(to: routes)
        RepresentationController(desk: desk, opening: opening).addRoutes(to: routes)
        AsideController(desk: desk, opening: opening).addRoutes(to: routes)
        DecisionController(desk: desk, opening: opening).addRoutes(to: routes)
    }

    private var opening: CaseOpening { CaseOpening(desk: desk, documents: documents) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.officeCase.values(in: context)
        let standing = try await desk.review.standing(of: number, for: officer.person)
        let row = standing.registration
        if let pending = row.pending, pending.by == officer.person, pending.at > desk.time.now {
            return context.respond(
                officePage(.officeCaseTitle(number), officer, at: .queue, isNarrow: true, in: context) {
                    DecidedPage(number: number, pending: pending, now: desk.time.now, token: context.formToken).content
                })
        }
        guard let lease = row.lease, lease.by == officer.person, lease.until > desk.time.now, row.pending == nil,
            !standing.isOwn, !standing.isBlocked
        else {
            return opening.closed(number, standing, officer, context)
        }
        return try await opening.respond(number, officer, request, context)
    }

    private func reveal(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.revealContact.values(in: context)
        guard let field = Int(context.form.text(Self.contact)).map(FieldNumber.init(rawValue:)),
            [.email, .telephone].contains(field)
        else { throw ReviewRefusal.noSuchPart }
        let value = try await desk.review.reveal(field, on: number, by: officer.actor(.reviewer))
        return try await opening.respond(
            number, officer, request, context, shown: [field: value ?? PersonalData("–")])
    }
}
