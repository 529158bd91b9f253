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

    static let file: FieldName = "file"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.accountRequestState, use: state).post(SitePath.accountRequestRemove, use: remove)
            .post(SitePath.accountRequestCorrection, use: answer)
        routes.costly.storing.post(SitePath.accountRequestFiles, use: receive)
    }

    /// How many of the files are still being read, for the script that waits for them.
    private func state(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let row = try await rooms.rights.find(try SitePath.accountRequestState.values(in: context), of: own.subject)
        let files = try await rooms.documents.files(in: row.correspondence, of: own.subject)
        return json("{\"working\":\(files.count { $0.state == .received })}")
    }

    /// Gives up a file that is still coming.
    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountRequestRemove.values(in: context)
        guard let id = DocumentID(context.form.text(.document)) else { throw PageRefusal(.notFound) }
        try await rooms.intake.remove(id, of: own.subject, session: own.digest)
        return context.redirect(to: SitePath.accountRequest(number))
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountRequestFiles.values(in: context)
        let row = try await rooms.rights.find(number, of: own.subject)
        var form = Form()
        do {
            let count = try await context.eachFile(of: request) { file in
                _ = try await rooms.intake.receive(
                    DocumentIntake.Announcement(
                        .proof, length: nil, type: file.type.flatMap(FileType.init(mediaType:)),
                        thread: row.correspondence), of: own.subject, session: own.digest, file.content)
            }
            if count == 0 { form.refuse(Self.file, .chooseAFile) }
        } catch let refusal as IntakeRefusal {
            form.refuse(Self.file, .intake(refusal, in: .request))
        }
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
