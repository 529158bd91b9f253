import Hummingbird
import Identification
import Permits
import Policy
import Primitives
import WebCore

/// Puts a case aside with a note.
struct AsideController: Sendable {
    let desk: OfficeDesk
    let opening: CaseOpening

    static let note: FieldName = "note"

    func addRoutes(to routes: SiteRoutes) {
        routes.post(SitePath.putAside, use: putAside)
    }

    private func putAside(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.putAside.values(in: context)
        return try await opening.keeping(
            [(Self.note, .officeAsideNote)], of: number, officer, request, context
        ) {
            var form = context.form
            guard let note = form.trimmed(Self.note), note.count <= 1_000 else {
                form.refuse(Self.note, .officeWordsMissing)
                return try await opening.respond(number, officer, request, context, form: form)
            }
            try await desk.review.putAside(number, note: note, by: officer.actor(.reviewer))
            return context.redirect(to: .queue)
        }
    }
}
