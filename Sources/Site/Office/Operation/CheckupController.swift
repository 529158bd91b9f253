import Hummingbird
import Markup
import Operation
import Permits
import Primitives
import WebCore

/// What `saqta doctor` says, for the administrator.
struct CheckupController: Sendable {
    let desk: OfficeDesk
    let examine: @Sendable () async throws -> Checkup

    func addRoutes(to routes: SiteRoutes) { routes.get(.checkup, use: show) }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let checkup = try await examine()
        let urgent = checkup.findings.filter { $0.gravity != .fine }.sorted { $0.gravity > $1.gravity }
        return context.respond(
            officePage(.officeCheckupTitle, officer, at: .checkup, in: context) {
                h1 { Phrase.officeCheckupTitle }
                p { Phrase.officeCheckupLead }
                summary(checkup)
                if !urgent.isEmpty { table(.officeCheckupToDo, urgent) }
                table(.officeCheckupFine, checkup.findings.filter { $0.gravity == .fine })
            })
    }

    private func summary(_ checkup: Checkup) -> HTML {
        switch checkup.gravest {
        case .fine: panel(.success, .officeCheckupAllFine)
        case .notice: panel(.warning, .officeCheckupNotices(checkup.count(.notice)))
        case .danger: panel(.danger, .officeCheckupDangers(checkup.count(.danger)))
        }
    }

    private func table(_ caption: Phrase, _ findings: [Finding]) -> HTML {
        div(.class("checkup")) {
            dataTable(
                caption, [Column(.officeAbout), Column(.officeCheckupFound, isPlain: true)],
                rows: findings.map { finding in
                    [
                        span(.class("marks")) {
                            span { Phrase.doctorSubject(finding.id) }
                            statusTag(.doctorGravity(finding.gravity), finding.gravity.tone)
                        },
                        group {
                            p { finding.found }
                            if let advice = finding.advice { p(.class("muted", "small")) { advice } }
                        },
                    ]
                })
        }
    }
}

extension Finding.Gravity {
    fileprivate var tone: Tone {
        switch self {
        case .fine: .good
        case .notice: .due
        case .danger: .refused
        }
    }
}
