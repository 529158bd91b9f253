import Staffing
import Registration
import Identification
import Documents
import HTTPTypes
import Hummingbird
import Permits
import Primitives
import WebCore

/// Streams page images of an open case, within its viewing only.
struct PageImages: Sendable {
    let desk: OfficeDesk
    let documents: DocumentAccess

    func addRoutes(to routes: SiteRoutes) { routes.get(SitePath.pageImage, use: show) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        try Self.checkPlace(of: request)
        let (number, document, page, size) = try SitePath.pageImage.values(in: context)
        guard let document = DocumentID(document), let size = PageRow.Size(rawValue: size) else {
            throw PageRefusal(.notFound)
        }
        guard let viewing = CaseOpening.viewing(of: number, in: request) else { throw GateRefusal(.viewingEnded) }
        let standing = try await desk.review.standing(of: number, for: officer.person)
        guard !standing.isOwn else { throw ReviewRefusal.own }
        let subject = standing.registration.subject
        let image = try await documents.page(
            page, of: document, size, in: viewing, of: subject, for: officer.actor(.reviewer))
        return Self.stream(image)
    }

    /// In a window of its own a picture could be printed and saved, without the watermark over it.
    static func checkPlace(of request: Request) throws {
        let destination = request.headers[.secFetchDest]
        guard destination == nil || destination == "image" else { throw PageRefusal(.notFound) }
    }

    static func stream(_ image: OpenDocument) -> Response {
        Response(
            status: .ok, headers: [.contentType: "image/jpeg", .cacheControl: "no-store"],
            body: ResponseBody(contentLength: image.length) { writer in
                for try await piece in image.pieces { try await writer.write(ByteBuffer(bytes: piece.reveal())) }
                try await writer.finish(nil)
            })
    }
}
