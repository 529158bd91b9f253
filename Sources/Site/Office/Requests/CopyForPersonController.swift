import Documents
import Hummingbird
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Makes the copy that a request asks for, sealed for whom the person named, so that staff can send it and not open it.
struct CopyForPersonController: Sendable {
    let requests: RequestsController
    let documents: DocumentAccess

    static let recipient: FieldName = "recipient"

    func addRoutes(to routes: SiteRoutes) {
        routes.costly.post(SitePath.copyForPerson, use: make)
    }

    private func make(_ request: Request, _ context: WebContext) async throws -> Response {
        let desk = requests.desk
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.copyForPerson.values(in: context)
        let reference = RequestReference(caseID, number)
        var form = context.form
        do {
            let copy = try await desk.rights.copy(
                on: reference, for: form.trimmed(Self.recipient) ?? "", by: officer.actor(.responsible),
                documents: documents)
            return .download(copy.fileName, as: copy.mediaType) { try await copy.write($0) }
        } catch RightsRefusal.noRecipient {
            form.refuse(Self.recipient, .copyNoRecipient)
        }
        return try await requests.opened(reference, form, officer, context)
    }
}
