import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Policy
import Primitives
import WebCore

/// How an edition came into force: as a sheet to print, as a file to keep, and with the texts that it is about.
package struct CertificateController: Sendable {
    private let edition: @Sendable (Int) async throws -> Edition?
    private let certificate: @Sendable (Int) async throws -> CertificateSheet?
    private let void: @Sendable (ClauseID, Int) async throws -> Bytes?
    private let qr: @Sendable (String) -> HTML?

    /// - Parameters:
    ///   - edition: an edition by its number; nil when there is none.
    ///   - certificate: that of its publication.
    ///   - void: the file about a clause of an edition that was declared void; nil when it was not.
    ///   - qr: draws a text; nil when it is too long.
    package init(
        edition: @escaping @Sendable (Int) async throws -> Edition?,
        certificate: @escaping @Sendable (Int) async throws -> CertificateSheet?,
        void: @escaping @Sendable (ClauseID, Int) async throws -> Bytes?,
        qr: @escaping @Sendable (String) -> HTML?
    ) {
        self.void = void
        self.edition = edition
        self.certificate = certificate
        self.qr = qr
    }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.certificate, use: show)
            .get(SitePath.certificateFile, use: file)
            .get(SitePath.canonicalForm, use: canonicalForm)
            .get(SitePath.editionText, use: text)
            .get(SitePath.voidNotice, use: voidNotice)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.certificate.values(in: context)
        guard let edition = try await edition(number), let sheet = try await certificate(number) else {
            throw PageRefusal(.notFound)
        }
        let address = SitePath.certificate(number).address.text(in: context.language)
        let page = CertificatePage(
            sheet: sheet, policy: edition.document, qr: qr("\(context.site.settings.baseURL)\(address)"))
        return context.respond(page.page, to: request)
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.certificateFile.values(in: context)
        guard let sheet = try await certificate(number) else { throw PageRefusal(.notFound) }
        // Not kept by anybody on the way: its proof is of the newest checkpoint.
        return octets(sheet.file, of: "application/json", as: "saqta-certificate-\(number).json", kept: false)
    }

    private func canonicalForm(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.canonicalForm.values(in: context)
        guard let edition = try await edition(number) else { throw PageRefusal(.notFound) }
        return octets(
            try edition.document.canonical(), of: "application/json", as: "policy-\(number).json", kept: true)
    }

    private func text(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.editionText.values(in: context)
        guard let edition = try await edition(number) else { throw PageRefusal(.notFound) }
        return octets(
            Bytes(edition.document.markdown(in: context.language).utf8), of: "text/markdown; charset=utf-8",
            as: "policy-\(number)-\(context.language.rawValue).md", kept: true)
    }

    private func voidNotice(_ request: Request, _ context: WebContext) async throws -> Response {
        let (number, clause) = try SitePath.voidNotice.values(in: context)
        guard let file = try await void(ClauseID(clause), number) else { throw PageRefusal(.notFound) }
        return octets(file, of: "application/json", as: "saqta-void-\(number)-\(clause).json", kept: false)
    }

    private func octets(_ octets: Bytes, of type: String, as name: String, kept: Bool) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: kept ? "public, max-age=86400" : "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets)))
    }
}
