import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Policy
import Primitives
import WebCore

/// When the data of a registration were destroyed, for whoever holds the mark: as a sheet, and as a file to keep.
package struct ErasureController: Sendable {
    private let certificate: @Sendable (Bytes) async throws -> ErasureSheet?
    private let policy: @Sendable () -> PolicyDocument
    private let qr: @Sendable (String) -> HTML?

    /// - Parameters:
    ///   - certificate: that of the erasure with a mark; nil when there is none.
    ///   - policy: the edition in force, whose operator answers.
    ///   - qr: draws a text; nil when it is too long.
    package init(
        certificate: @escaping @Sendable (Bytes) async throws -> ErasureSheet?,
        policy: @escaping @Sendable () -> PolicyDocument, qr: @escaping @Sendable (String) -> HTML?
    ) {
        self.certificate = certificate
        self.policy = policy
        self.qr = qr
    }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.erasure, use: show).get(SitePath.erasureFile, use: file)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let mark = try SitePath.erasure.values(in: context)
        guard let sheet = try await certificate(mark.octets) else { throw PageRefusal(.notFound) }
        let address = SitePath.erasure(mark).address.text(in: context.language)
        let page = ErasurePage(
            sheet: sheet, place: mark, policy: policy(), qr: qr("\(context.site.settings.baseURL)\(address)"))
        return context.respond(page.page, to: request)
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let mark = try SitePath.erasureFile.values(in: context)
        guard let sheet = try await certificate(mark.octets) else { throw PageRefusal(.notFound) }
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"saqta-erasure.json\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: sheet.file)))
    }
}
