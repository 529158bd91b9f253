import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// Files that a person sends in a thread, as plain forms (scripts use ``UploadsController``), and takes from it.
struct ThreadFilesController: Sendable {
    let threads: ThreadsController
    private var rooms: AccountRooms { threads.rooms }

    static let file: FieldName = "file"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.accountThreadState, use: state).post(SitePath.accountThreadRemove, use: remove)
            .get(SitePath.accountFile, use: take)
        routes.costly.storing.post(SitePath.accountThreadFiles, use: receive)
    }

    /// How many of the files are still being read, for the script that waits for them.
    private func state(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let row = try await rooms.threads.find(try SitePath.accountThreadState.values(in: context), of: own.subject)
        let files = try await rooms.documents.files(in: row.correspondence, of: own.subject)
        return json("{\"working\":\(files.count { $0.state == .received })}")
    }

    /// Gives up a file that is still coming.
    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountThreadRemove.values(in: context)
        guard let id = DocumentID(context.form.text(.document)) else { throw PageRefusal(.notFound) }
        try await rooms.intake.remove(id, of: own.subject, session: own.digest)
        return context.redirect(to: SitePath.accountThread(number))
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountThreadFiles.values(in: context)
        let row = try await rooms.threads.find(number, of: own.subject)
        var form = Form()
        do {
            let count = try await context.eachFile(of: request) { file in
                _ = try await rooms.intake.receive(
                    DocumentIntake.Announcement(
                        .attachment, length: nil, type: file.type.flatMap(FileType.init(mediaType:)),
                        thread: row.correspondence), of: own.subject, session: own.digest, file.content)
            }
            if count == 0 { form.refuse(Self.file, .chooseAFile) }
        } catch let refusal as IntakeRefusal {
            form.refuse(Self.file, .intake(refusal, in: .thread))
        }
        guard form.isAccepted else { return try await threads.shown(number, form, context) }
        return context.redirect(to: SitePath.accountThread(number))
    }

    /// What the operator sent, as it was sent.
    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let (viewing, id) = try SitePath.accountFile.values(in: context)
        let row = try await rooms.documents.everyDocument(of: own.subject).first { $0.id == id && $0.isByStaff }
        guard let row, let type = row.type else { throw PageRefusal(.notFound) }
        let open = try await rooms.documents.original(
            row, in: viewing, of: own.subject, for: .subject(own.subject, session: own.digest))
        return .download("file.\(type.rawValue)", as: "application/octet-stream") { send in
            for try await piece in open.pieces { try await send(piece.reveal()) }
        }
    }
}
