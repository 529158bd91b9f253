import Hummingbird
import Identification
import Permits
import Policy
import Primitives
import WebCore

/// Takes what needs words: a refusal with its reason, a note with which a case is put aside.
struct RefusalController: Sendable {
    let desk: OfficeDesk
    let opening: CaseOpening

    static let reason: FieldName = "refusal"
    static let words: FieldName = "words"
    static let note: FieldName = "note"

    func addRoutes(to routes: SiteRoutes) {
        routes.post(SitePath.refuseCase, use: refuse).post(SitePath.putAside, use: putAside)
    }

    private func refuse(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.refuseCase.values(in: context)
        return try await opening.keeping(
            [(Self.words, .officeRefuseWords)], of: number, officer, request, context
        ) {
            var form = context.form
            let words = form.trimmed(Self.words) ?? ""
            if form.text(Self.reason).isEmpty { form.refuse(Self.reason, .officeChooseReason) }
            if words.count > 1_000 { form.refuse(Self.words, .officeWordsMissing) }
            guard form.isAccepted else {
                return try await opening.respond(number, officer, request, context, form: form)
            }
            _ = try await desk.review.decide(
                .refuse(ReasonID(form.text(Self.reason)), words: words), on: number, by: officer.actor(.reviewer))
            return context.redirect(to: SitePath.officeCase(number))
        }
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
