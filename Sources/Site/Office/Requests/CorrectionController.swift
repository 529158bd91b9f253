import Documents
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// Corrects data on a request: shows what proves it, and proposes the names as they ought to read to the person. Draws up
/// answers, too, from what the house knows.
struct CorrectionController: Sendable {
    let requests: RequestsController
    let documents: DocumentAccess
    private var desk: OfficeDesk { requests.desk }

    static let family: FieldName = "family"
    static let given: FieldName = "given"
    static let patronymic: FieldName = "patronymic"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.proofPage, use: show).post(SitePath.proposeCorrection, use: propose)
            .post(SitePath.draftAnswer, use: draft)
    }

    /// Fills in the names as they stand, for whoever changes them; not where some were entered.
    static func fill(_ form: inout Form, with open: OpenRequest) {
        guard open.canPropose, [family, given, patronymic].allSatisfy({ form.text($0).isEmpty }) else { return }
        let name = PersonName(open.record)
        form.fill(family, name.family ?? "")
        form.fill(given, name.given ?? "")
        form.fill(patronymic, name.patronymic ?? "")
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        try PageImages.checkPlace(of: request)
        let (caseID, number, viewing, document, page, size) = try SitePath.proofPage.values(in: context)
        guard let size = PageRow.Size(rawValue: size) else { throw PageRefusal(.notFound) }
        let subject = try await desk.rights.standing(RequestReference(caseID, number)).request.subject
        return PageImages.stream(
            try await documents.page(
                page, of: document, size, in: viewing, of: subject, for: officer.actor(.responsible)))
    }

    private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.proposeCorrection.values(in: context)
        let reference = RequestReference(caseID, number)
        var form = context.form
        do {
            try await desk.rights.propose(
                PersonName(
                    family: form.text(Self.family), given: form.text(Self.given),
                    patronymic: form.text(Self.patronymic)), on: reference, by: officer.actor(.responsible),
                viewing: ViewingID(form.text(RequestsController.viewing)))
            return context.redirect(to: SitePath.officeRequest(caseID, number).with("proposed", "1"))
        } catch RegistrationRefusal.fields(let problems) {
            for problem in problems { form.refuse(FieldName(problem.field), .problem(problem)) }
        } catch RightsRefusal.nothingChanged {
            form.refuse(Self.family, .officeCorrectionSame)
        } catch RightsRefusal.closed {
            throw PageRefusal(.conflict, .requestClosed)
        } catch RightsRefusal.stillDraft {
            throw PageRefusal(.conflict, .officeCorrectionDraft)
        }
        return try await requests.opened(reference, form, officer, context)
    }

    /// Puts an answer into the form, in the person's language, to be read and changed before it is sent.
    private func draft(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.draftAnswer.values(in: context)
        let reference = RequestReference(caseID, number)
        let facts = try await desk.rights.facts(for: reference, by: officer.actor(.responsible))
        var form = context.form
        let before = form.trimmed(RequestsController.answer).map { $0 + "\n\n" } ?? ""
        form.fill(RequestsController.answer, before + DraftAnswer(facts).text)
        return try await requests.opened(reference, form, officer, context)
    }
}
