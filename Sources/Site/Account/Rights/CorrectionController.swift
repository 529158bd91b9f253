import Documents
import Hummingbird
import NIOCore
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// What a person adds to a request to correct their data: files that prove it, as plain forms (scripts use
/// ``UploadsController``), and their word on what is proposed.
struct CorrectionController: Sendable {
    let rights: RightsController
    private var rooms: AccountRooms { rights.rooms }

    private var files: FileForms { FileForms(rooms: rooms, kind: .proof, place: .request) }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.accountRequestState, use: state).post(SitePath.accountRequestRemove, use: remove)
            .post(SitePath.accountRequestCorrection, use: answer)
        routes.costly.storing.post(SitePath.accountRequestFiles, use: receive)
    }

    private func state(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let row = try await rooms.rights.find(try SitePath.accountRequestState.values(in: context), of: own.subject)
        return try await files.state(in: row.correspondence, of: own)
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.accountRequestRemove.values(in: context)
        try await files.remove(try context.own(), context)
        return context.redirect(to: SitePath.accountRequest(number))
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountRequestFiles.values(in: context)
        let row = try await rooms.rights.find(number, of: own.subject)
        let form = try await files.receive(in: row.correspondence, of: own, request, context)
        guard form.isAccepted else { return try await rights.shown(number, form, context) }
        return context.redirect(to: SitePath.accountRequest(number))
    }

    /// The person's word on a value that is proposed; one that is proposed no more is shown as it is.
    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountRequestCorrection.values(in: context)
        guard let id = Identifier<CorrectionRow>(context.form.text(.proposal)) else { throw PageRefusal(.notFound) }
        let isAccepted = context.form.text(.answer) == "yes"
        do {
            try await rooms.registrar.answer(id, accept: isAccepted, of: own.subject, session: own.digest)
        } catch RegistrationRefusal.none {
            return context.redirect(to: SitePath.accountRequest(number))
        }
        return context.redirect(
            to: SitePath.accountRequest(number).with("done", isAccepted ? "accepted" : "rejected"))
    }
}
