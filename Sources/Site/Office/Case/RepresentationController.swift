import Hummingbird
import Identification
import Permits
import Primitives
import WebCore

/// Takes what is decided about the authority of whoever acts in a case.
struct RepresentationController: Sendable {
    let desk: OfficeDesk
    let opening: CaseOpening

    static let representation: FieldName = "representation"
    static let accepted: FieldName = "accepted"

    func addRoutes(to routes: SiteRoutes) { routes.post(SitePath.decideRepresentation, use: decide) }

    private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.decideRepresentation.values(in: context)
        guard let id = Identifier<RepresentationRow>(context.form.text(Self.representation)) else {
            throw ReviewRefusal.noSuchPart
        }
        do {
            return try await desk.change(number, in: context) {
                try await desk.review.decideRepresentation(
                    id, accept: context.form.isChecked(Self.accepted), on: number, by: officer.actor(.reviewer))
            }
        } catch ReviewRefusal.representativeOpen {
            var form = Form()
            form.fill(Self.representation, id.description)
            form.refuse(Self.representation, .officeRepresentativeOpen)
            return try await opening.respond(number, officer, request, context, form: form)
        }
    }
}
