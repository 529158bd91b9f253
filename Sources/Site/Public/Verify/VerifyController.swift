import Hummingbird
import Primitives
import WebCore

/// Checks a receipt or a certificate that is dropped in; nothing of it is stored.
package struct VerifyController: Sendable {
    private let verify: @Sendable (Bytes) async -> VerificationView

    /// Either is some thousand octets.
    private static let limit = 262_144

    /// - Parameter verify: checks the octets of a file.
    package init(verify: @escaping @Sendable (Bytes) async -> VerificationView) { self.verify = verify }

    package func addRoutes(to routes: SiteRoutes) {
        routes.get(.verify, use: show).post(.verify, use: check)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(VerifyPage(token: context.formToken).page)
    }

    private func check(_ request: Request, _ context: WebContext) async throws -> Response {
        let upload = try await context.smallUpload(request, file: VerifyPage.file, upTo: VerifyController.limit)
        guard !upload.octets.isEmpty else {
            var form = Form()
            form.refuse(VerifyPage.file, .chooseReceipt)
            return context.respond(
                VerifyPage(token: context.formToken, form: form).page, status: .unprocessableContent)
        }
        let view = await verify(upload.octets)
        return context.respond(VerifyPage(token: context.formToken, view: view).page)
    }
}
