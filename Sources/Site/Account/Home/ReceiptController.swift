import Consents
import HTTPTypes
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The receipt, as a page to print and as a file to keep.
struct ReceiptController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.receipt, use: show).get(.receiptFile, use: file)
    }

    private func receipt(_ context: WebContext) async throws -> Receipt {
        let own = try context.own()
        let registration = try await rooms.registration(of: own)
        return try await rooms.receipts.receipt(
            of: own.subject, record: registration.number, language: context.language, session: own.digest)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let receipt = try await receipt(context)
        let policy = try await rooms.registrar.edition().document
        // Where the file is checked, and to which registration the sheet belongs; nothing personal.
        let text =
            "\(context.site.settings.baseURL)\(SitePath.verify.address.text(in: context.language))#\(receipt.content.record)"
        return context.respond(ReceiptPage(receipt: receipt, policy: policy, qr: rooms.qr(text)).page)
    }

    private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let receipt = try await receipt(context)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"saqta-receipt-\(receipt.content.record).json\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try receipt.file)))
    }
}
