import Documents
import Hummingbird
import Identification
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Takes what is decided about one document or one field.
struct DocumentController: Sendable {
    let desk: OfficeDesk
    let opening: CaseOpening

    static let document: FieldName = "document"
    static let approved: FieldName = "approved"
    static let field: FieldName = "field"

    /// The list of reasons of one document; its own on the page.
    static func reason(_ document: DocumentID) -> FieldName { FieldName("ask-\(document.description.prefix(8))") }

    /// The value proposed for one field; its own on the page.
    static func value(_ field: FieldNumber) -> FieldName { FieldName("value-\(field)") }

    /// Fields for which a value may be proposed.
    static let correctable: [FieldNumber] = [.familyName, .givenName, .patronymic]

    func addRoutes(to routes: SiteRoutes) {
        routes.post(SitePath.reviewDocument, use: review).post(SitePath.askAgain, use: ask)
        routes.post(SitePath.proposeValue, use: propose)
    }

    private func document(in context: WebContext) throws -> DocumentID {
        guard let document = DocumentID(context.form.text(Self.document)) else { throw ReviewRefusal.noSuchPart }
        return document
    }

    private func review(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.reviewDocument.values(in: context)
        let document = try document(in: context)
        return try await desk.change(number, in: context) {
            try await desk.review.review(
                document, approved: context.form.isChecked(Self.approved), on: number, by: officer.actor(.reviewer))
        }
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.askAgain.values(in: context)
        let document = try document(in: context)
        var form = context.form
        let reason = form.text(Self.reason(document))
        guard !reason.isEmpty else {
            form.refuse(Self.reason(document), .officeChooseReason)
            return try await opening.respond(number, officer, request, context, form: form)
        }
        return try await desk.change(number, in: context) {
            try await desk.review.askAgain(
                document, reason: ReasonID(reason), on: number, by: officer.actor(.reviewer))
        }
    }

    private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.proposeValue.values(in: context)
        guard let field = Int(context.form.text(Self.field)).map(FieldNumber.init(rawValue:)),
            Self.correctable.contains(field)
        else { throw ReviewRefusal.noSuchPart }
        return try await opening.keeping(
            [(Self.value(field), .officeProposeValue)], of: number, officer, request, context
        ) {
            var form = context.form
            guard let value = form.name(Self.value(field), missing: .officeProposeEmpty) else {
                return try await opening.respond(number, officer, request, context, form: form)
            }
            try await desk.review.propose(value, for: field, on: number, by: officer.actor(.reviewer))
            return context.redirect(to: SitePath.officeCase(number))
        }
    }
}
