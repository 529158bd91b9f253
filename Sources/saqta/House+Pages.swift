import Account
import Imaging
import Markup
import Office
import Operation
import Primitives
import Publication
import QRCode
import Restoring
import WebCore

extension House {
    /// The pages of persons and of staff.
    func addPages(to routes: SiteRoutes) {
        AccountSite(
            registrar: registrar, signIn: signIn, sessions: sessions, consents: consents, notices: publication.notices,
            receipts: receipts, disclosures: disclosures, rights: rights, threads: threads, questions: questions,
            services: services, orders: orders,
            intake: intake, documents: documents, gate: gate, time: time, randomness: randomness,
            qr: { Self.qr($0, .receiptDrawing) }
        ).addRoutes(to: routes)
        OfficeSite(
            staff: staff, sessions: sessions, review: review, documents: documents, registrar: registrar,
            intake: intake,
            publication: publication, calendars: calendars, consents: consents, disclosures: disclosures,
            acceptance: acceptance,
            stuck: stuck, rights: rights, threads: threads,
            letters: .worker(ImagingWorker(programme: settings.imaging), threads: threads, intake: intake),
            release: ReleaseDesk(gate: gate, time: time),
            services: services, orders: orders, pages: pages, gate: gate,
            qr: { text in
                (try? QRMatrix(encoding: text)).map { QRDrawing(path: $0.svgPath, side: $0.side) }
            }, examine: { Checkup(try await facts()) }, time: time
        ).addRoutes(to: routes)
    }

    /// A code as a drawing; nil when the text is too long for one.
    ///
    /// - Parameter title: what it is called by those who cannot see it.
    static func qr(_ text: String, _ title: Phrase) -> HTML? {
        guard let code = try? QRMatrix(encoding: text) else { return nil }
        return svg(width: code.side, height: code.side, .class("qr"), .role("img")) {
            drawingTitle(.text(title))
            rect(x: 0, y: 0, width: code.side, height: code.side, .class("qr-paper"))
            path(computed: code.svgPath, .class("qr-ink"))
        }
    }
}

extension Phrase {
    fileprivate static let receiptDrawing = Phrase(
        ru: "QR-код расписки", kk: "Қолхаттың QR-коды", en: "QR code of the receipt")
}
