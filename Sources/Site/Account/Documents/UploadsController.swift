import Documents
import Foundation
import HTTPTypes
import Hummingbird
import Permits
import Policy
import Primitives
import Rights
import Threads
import WebCore

/// Uploads that go on after a cut: announced once, then sent piece by piece from the octets that are durable.
struct UploadsController: Sendable {
    let rooms: AccountRooms

    /// What a script announces.
    private struct Wish: Decodable {
        let kind: String
        let length: Int
        let type: String?
        let replacing: String?
        /// The place of the thread that it belongs to.
        let thread: Int?
        /// The place of the request that it proves.
        let request: Int?

        var place: FilePlace { request != nil ? .request : thread != nil ? .thread : .registration }
    }

    func addRoutes(to routes: SiteRoutes) {
        routes.costly.storing.post(.uploads, use: begin)
        routes.storing.on(.patch, SitePath.upload, use: append)
        routes.on(.head, SitePath.upload, use: offset)
    }

    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try checked(request, context)
        let body = try await request.body.collect(upTo: 4_096)
        guard let wish = try? JSONDecoder().decode(Wish.self, from: Data(body.readableBytesView)) else {
            throw PageRefusal(.invalid)
        }
        return try await answer(context, in: wish.place) {
            let place = try await correspondence(wish, of: own.subject)
            let id = try await rooms.intake.begin(
                DocumentIntake.Announcement(
                    DocumentKindID(wish.kind), length: wish.length,
                    type: wish.type.flatMap(FileType.init(mediaType:)),
                    replacing: wish.replacing.flatMap { DocumentID($0) }, thread: place),
                of: own.subject, session: own.digest)
            return json("{\"id\":\"\(id)\"}", status: .created)
        }
    }

    /// The thread or request that it belongs to; nil for a scan of the registration.
    private func correspondence(_ wish: Wish, of subject: SubjectID) async throws -> CorrespondenceID? {
        if let number = wish.request { return try await rooms.rights.find(number, of: subject).correspondence }
        if let number = wish.thread { return try await rooms.threads.find(number, of: subject).correspondence }
        return nil
    }

    private func append(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try checked(request, context)
        let id = try SitePath.upload.values(in: context)
        guard let offset = request.headers[.uploadOffset].flatMap(Int.init) else { throw PageRefusal(.invalid) }
        return try await answer(context) {
            let reached = try await rooms.intake.append(
                to: id, of: own.subject, at: offset, request.body.map { Bytes($0.readableBytesView) })
            try await finish(id, own, reached)
            return progress(reached, .noContent)
        }
    }

    private func offset(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let id = try SitePath.upload.values(in: context)
        return try await answer(context) {
            do {
                let reached = try await rooms.intake.offset(id, of: own.subject)
                try await finish(id, own, reached)
                return progress(reached, .ok)
            } catch IntakeRefusal.notFound {
                // All of it had come, and only the answer was lost.
                let row = try await rooms.documents.everyDocument(of: own.subject).first { $0.id == id }
                guard let length = row?.length else { throw IntakeRefusal.notFound }
                return progress(length, .ok)
            }
        }
    }

    /// Makes a document of an upload of which all octets have come.
    private func finish(_ id: DocumentID, _ own: Own, _ reached: Int) async throws {
        let row = try await rooms.documents.everyDocument(of: own.subject).first { $0.id == id }
        guard row?.state == .receiving, row?.announced == reached else { return }
        try await rooms.intake.finish(id, of: own.subject, session: own.digest)
    }

    private func progress(_ offset: Int, _ status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.uploadOffset: "\(offset)", .cacheControl: "no-store"])
    }

    /// The person, when the request bears the token of a page that we showed to this browser.
    private func checked(_ request: Request, _ context: WebContext) throws -> Own {
        try context.check(token: request.headers[.formTokenHeader] ?? "")
        return try context.own()
    }

    /// Turns a refusal into an answer that a script can show.
    private func answer(
        _ context: WebContext, in place: FilePlace = .registration, _ work: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await work()
        } catch IntakeRefusal.offset(let actual), IntakeRefusal.incomplete(let actual) {
            return progress(actual, .conflict)
        } catch IntakeRefusal.busy {
            return Response(
                status: HTTPResponse.Status(code: 423), headers: [.retryAfter: "1", .cacheControl: "no-store"])
        } catch let refusal as IntakeRefusal {
            let words = Phrase.intake(refusal, in: place)[context.language]
            let message = try JSONEncoder().encode(["message": words])
            return json(String(decoding: message, as: UTF8.self), status: refusal.kind.status)
        }
    }
}
