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

    private var files: FileForms { FileForms(rooms: rooms, kind: .attachment, place: .thread) }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.accountThreadState, use: state).post(SitePath.accountThreadRemove, use: remove)
            .get(SitePath.accountFile, use: take)
        routes.costly.storing.post(SitePath.accountThreadFiles, use: receive)
    }

    private func state(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let row = try await rooms.threads.find(try SitePath.accountThreadState.values(in: context), of: own.subject)
        return try await files.state(in: row.correspondence, of: own)
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.accountThreadRemove.values(in: context)
        try await files.remove(try context.own(), context)
        return context.redirect(to: SitePath.accountThread(number))
    }

    private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountThreadFiles.values(in: context)
        let row = try await rooms.threads.find(number, of: own.subject)
        let form = try await files.receive(in: row.correspondence, of: own, request, context)
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
