import Markup
import Permits
import Policy
import Primitives
import Publication
import Registration
import WebCore

/// Every act on a person's data, the newest first: who, what, what for, under which clause, when.
struct HistoryPage {
    /// How many acts stand on a page; one's own take less room than lines.
    static let length = 200

    let acts: [PastAct]
    let policy: PolicyDocument

    var page: Page {
        Page(.historyTitle, width: .wide, for: .person, switchPath: .accountHistory, tabs: accountTabs(.accountHistory))
        {
            h1 { Phrase.historyTitle }
            p(.class("lead")) { Phrase.historyLead }
            dataTable(
                .historyCaption, [Column(.historyWhat), Column(.historyWhen), Column(.historyWhy)], hidesCaption: true,
                rows: FoldedActs.fold(shown).map { row($0) })
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

    private func row(_ line: FoldedActs) -> [HTML] {
        let act = line.act
        return [
            group {
                p {
                    sentence(act)
                    if act.isRefused {
                        " "
                        statusTag(.historyRefused, .refused)
                    }
                    if act.note["representative"] != nil {
                        " "
                        statusTag(.historyByRepresentative, .accent)
                    }
                    if act.isSingleHanded {
                        " "
                        statusTag(.singleHanded, .due)
                    }
                }
                if line.acts.count > 1 { singles(line) } else { subject(of: line) }
            },
            group {
                moment(act.at)
                if act.at - line.since >= .minutes(1) {
                    span(.class("muted", "small")) {
                        ", "
                        Phrase.historySince(.clock(line.since))
                    }
                }
            },
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
        if let name = act.note["client"] {
            return .text(.programme(act.act, name, who: who, isVouched: act.note["vouched"] != nil, code: act.code))
        }
        guard let known = act.act else { return .text(who.followed(by: ": ", .invariable(act.code))) }
        if known == .uploadDocument, act.purpose == .rights, act.isOwn { return .text(.didSendProof) }
        if known == .uploadDocument, act.purpose == .contact {
            if act.isOwn { return .text(.didSendFile) }
            return .text(act.note["with"] == "letter" ? .staffPutInFile(who) : .staffSentFile(who))
        }
        if let isOn = act.note[EditionNotices.switchWord] {
            return .text(isOn == "1" ? .editionMailOn : .editionMailOff)
        }
        return .text(
            .history(
                known, who: who, isOwn: act.isOwn, isMachine: role?.kind == .system, isDone: act.note["given"] != "0"))
    }

    private func moment(_ instant: Instant) -> HTML {
        time(.datetime(instant.description)) { Phrase.moment(instant) }
    }

    /// How often it was done; each time by itself is folded away.
    private func singles(_ line: FoldedActs) -> HTML {
        group {
            if line.names(under: policy).count <= Self.shownNames { subject(of: line) }
            details(.class("manage", "act-subject")) {
                summary { Phrase.historySingle(line.acts.count) }
                ul {
                    for act in line.acts.map(FoldedActs.init) {
                        li {
                            moment(act.act.at)
                            if !act.names(under: policy).isEmpty { ": " }
                            names(of: act)
                        }
                    }
                }
            }
        }
    }

    /// More names than these are folded away.
    private static let shownNames = 3

    /// Which data, documents or consent it was.
    private func subject(of line: FoldedActs) -> HTML {
        let count = line.names(under: policy).count
        guard count > 0 else { return .empty }
        guard count > Self.shownNames else { return p(.class("act-subject")) { names(of: line) } }
        return details(.class("manage", "act-subject")) {
            summary { Phrase.historyData(count) }
            p { names(of: line) }
        }
    }

    private func names(of line: FoldedActs) -> HTML {
        group {
            for (index, name) in line.names(under: policy).enumerated() {
                if index > 0 { ", " }
                index > 0 ? name.withinSentence : name
            }
            if line.openings > 0 {
                " · "
                Phrase.historyOpenings(line.openings)
            }
        }
    }
}

extension FoldedActs {
    /// The titles of the data, documents and consents.
    fileprivate func names(under policy: PolicyDocument) -> [Phrase] {
        var names = fields.compactMap { policy.field($0)?.title }
        names += documents.map { policy.documentKind(DocumentKindID($0))?.title ?? .invariable($0) }
        if let recipient = act.note["recipient"] {
            names.append(policy.recipient(RecipientID(recipient))?.name ?? .invariable(recipient))
        }
        if let consent = act.note["consent"] {
            names.append(policy.consent(ConsentID(consent))?.title ?? .invariable(consent))
        }
        return names
    }
}
