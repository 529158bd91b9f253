import Hummingbird
import Markup
import Messages
import Permits
import Primitives
import WebCore

/// The administrator's view of what goes out: when, how, about what, and whether it went; no address.
struct OutboxController: Sendable {
    let desk: OfficeDesk
    let outbox: MessageOutbox

    func addRoutes(to routes: SiteRoutes) { routes.get(.outbox, use: show) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let rows = try await outbox.newest(100)
        return context.respond(
            officePage(.officeOutboxTitle, officer, at: .outbox, in: context) {
                h1 { Phrase.officeOutboxTitle }
                p { Phrase.officeOutboxLead }
                if rows.contains(where: { $0.state == .unsent }) {
                    panel(.warning, .officeUnsentTitle) { p { Phrase.officeUnsentExplanation } }
                }
                if rows.isEmpty {
                    emptyState(.officeOutboxEmpty, .officeOutboxEmptyWhy)
                } else {
                    dataTable(
                        .officeOutboxTitle,
                        [
                            Column(.officeWhen), Column(.officeChannel), Column(.officeAbout), Column(.officeState),
                            Column(.officeTries, isNumber: true),
                        ], rows: rows.map(line))
                }
            })
    }

    private func line(_ row: MessageRow) -> [HTML] {
        [
            time(.datetime(row.createdAt.description)) { Phrase.moment(row.createdAt) },
            .text(row.channel == .email ? .officeByEmail : .officeBySMS), .text(row.template.subject), state(row),
            .text(String(row.tries)),
        ]
    }

    private func state(_ row: MessageRow) -> HTML {
        group {
            switch row.state {
            case .queued: statusTag(.officeQueued, .neutral)
            case .sent: statusTag(.officeSent, .good)
            case .unsent: statusTag(.officeUnsent, .due)
            case .failed: statusTag(.officeFailed, .refused)
            case .dropped: statusTag(.officeDropped, .neutral)
            }
            if let problem = row.problem, row.state != .unsent {
                " "
                code { problem }
            }
        }
    }
}
