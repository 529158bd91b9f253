import Consents
import Hummingbird
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Withdraws consents on a request for it that did not come by the person's account.
struct WithdrawingController: Sendable {
    let requests: RequestsController

    static let consents: FieldName = "consents"

    func addRoutes(to routes: SiteRoutes) { routes.post(SitePath.withdrawConsents, use: withdraw) }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let desk = requests.desk
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.withdrawConsents.values(in: context)
        let reference = RequestReference(caseID, number)
        var form = context.form
        do {
            try await desk.rights.withdraw(
                Set(form.texts(Self.consents).map { ConsentID($0) }), on: reference, by: officer.actor(.responsible),
                viewing: ViewingID(form.text(RequestsController.viewing)), at: desk.consents)
            return try await requests.opened(reference, Form(), officer, context, wasWithdrawn: true)
        } catch RightsRefusal.noConsent {
            form.refuse(Self.consents, .officeWithdrawNone)
        } catch RightsRefusal.noRequest {
            throw PageRefusal(.conflict, .requestClosed)
        }
        return try await requests.opened(reference, form, officer, context)
    }
}
