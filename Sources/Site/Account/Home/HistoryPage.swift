import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Every act on a person's data, the newest first: who, what, what for, under which clause, when.
struct HistoryPage {
    /// How many acts stand on a page.
    static let length = 50

    let acts: [PastAct]
    let policy: PolicyDocument

    var page: Page {
        Page(.historyTitle, width: .wide, for: .person, switchPath: .accountHistory, tabs: accountTabs(.accountHistory))
        {
            h1 { Phrase.historyTitle }
            p(.class("lead")) { Phrase.historyLead }
            dataTable(
                .historyCaption, [Column(.historyWhat), Column(.historyWhen), Column(.historyWhy)], hidesCaption: true,
                rows: shown.map { row($0) })
            pagination(previous: nil, next: next.map { SitePath.accountHistory.with("before", "\($0.microseconds)") })
        }
    }

    /// Acts of one instant stay together on one page.
    private var shown: ArraySlice<PastAct> {
        guard acts.count > Self.length, let cut = acts.last?.at else { return acts[...] }
        let earlier = acts.prefix { $0.at > cut }
        return earlier.isEmpty ? acts[...] : earlier
    }

    private var next: Instant? {
        guard acts.count > Self.length, let last = shown.last else { return nil }
        return last.at
    }

    private func row(_ act: PastAct) -> [HTML] {
        [
            group {
                p {
                    sentence(act)
                    if act.isRefused {
                        " "
                        statusTag(.historyRefused, .refused)
                    }
                }
                subject(of: act)
            },
            time(.datetime(act.at.description)) { Phrase.moment(act.at) },
            group {
                if let purpose = act.purpose.flatMap(policy.purpose) { purpose.title }
                if let clause = act.clause?.rawValue {
                    ", "
                    a(.class("nowrap"), .href(SitePath.policy.address(fragment: clause))) { Phrase.clause(clause) }
                }
            },
        ]
    }

    private func sentence(_ act: PastAct) -> HTML {
        let role = policy.role(act.role)
        let who = role?.title ?? .invariable(act.role.rawValue)
        guard let known = act.act else { return .text(who.followed(by: ": ", .invariable(act.code))) }
        return .text(.history(known, who: who, isMachine: role?.kind == .system, isDone: act.note["given"] != "0"))
    }

    /// More names than these are folded away.
    private static let shownNames = 3

    /// Which data, documents or consent it was.
    private func subject(of act: PastAct) -> HTML {
        var names = act.fields.compactMap { policy.field($0)?.title }
        names += (act.note["documents"] ?? "").split(separator: ",").map {
            policy.documentKind(DocumentKindID(String($0)))?.title ?? .invariable(String($0))
        }
        if let consent = act.note["consent"] {
            names.append(policy.consent(ConsentID(consent))?.title ?? .invariable(consent))
        }
        guard !names.isEmpty else { return .empty }
        let list = group {
            for (index, name) in names.enumerated() {
                if index > 0 { ", " }
                name
            }
            if let openings = act.note["openings"] {
                " · "
                Phrase.historyOpenings(Int(openings) ?? 0)
            }
        }
        guard names.count > Self.shownNames else { return p(.class("act-subject")) { list } }
        return details(.class("manage", "act-subject")) {
            summary { Phrase.historyData(names.count) }
            p { list }
        }
    }
}
