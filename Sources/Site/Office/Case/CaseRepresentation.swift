import Identification
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Who registers, and who acts for them; the reviewer decides on the authority, too.
struct CaseRepresentation {
    let page: CasePage

    var content: HTML {
        let registrant = page.open.registrant
        guard registrant != .person || !page.open.representations.isEmpty else { return .empty }
        return section(.class("card"), .ariaLabelledBy("representation-title")) {
            h2(.id("representation-title")) { Phrase.officeRegistrant }
            p { strong { registrant.title } }
            if registrant == .child || registrant == .minor { p(.class("muted")) { Phrase.officeCheckAge } }
            for claimed in page.open.representations {
                summaryList(rows(claimed))
                if page.isDecidable, claimed.row.state == .claimed { decision(claimed) }
            }
            if page.open.representations.isEmpty, registrant.needsRepresentative {
                p { Phrase.officeNoRepresentative }
            }
        }
    }

    private func rows(_ claimed: ClaimedRepresentation) -> [SummaryRow] {
        [
            SummaryRow(
                .officeRepresentative,
                group {
                    strong(.noTranslation) { claimed.name?.shown ?? "–" }
                }),
            SummaryRow(
                .officeOwnRegistration,
                group {
                    textLink(
                        .invariable(claimed.registration.number), to: SitePath.officeCase(claimed.registration.number))
                    " "
                    statusTag(
                        .registrationState(claimed.registration.state),
                        claimed.registration.state == .approved ? .good : .due)
                }),
            SummaryRow(
                .officeAuthority,
                group {
                    Phrase.representation(claimed.row.kind)
                    if let day = claimed.row.lastDay {
                        ", "
                        Phrase.lastDay(.date(day))
                    }
                }),
            SummaryRow(.officeAuthorityState, .text(Phrase.representation(state(claimed.row)))),
        ]
    }

    private func state(_ row: RepresentationRow) -> RepresentationRow.State {
        row.state.isOpen && !row.stands(at: page.now) ? .ended : row.state
    }

    /// Of which of them something is said: the one that was decided on, or the first that is to be.
    private var named: String? {
        let decided = page.form.trimmed(RepresentationController.representation)
        return decided ?? page.open.representations.first { $0.row.state == .claimed }?.row.id.description
    }

    private func decision(_ claimed: ClaimedRepresentation) -> HTML {
        let (name, id) = (RepresentationController.representation, claimed.row.id.description)
        let isNamed = id == named
        return postForm(to: SitePath.decideRepresentation(page.number), token: page.token) {
            input(.type(.hidden), Attribute.id(name.controlID).when(isNamed), .name(name.text), .value(id))
            if isNamed, let error = page.form.error(of: name) { p(.class("error")) { error } }
            actions {
                submitButton(
                    .officeAcceptAuthority, .secondary, name: RepresentationController.accepted, value: "yes")
                submitButton(
                    .officeRefuseAuthority, .secondary, name: RepresentationController.accepted, value: "no")
            }
        }
    }
}
