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
        guard registrant != .person || page.open.representation != nil else { return .empty }
        return section(.class("card"), .ariaLabelledBy("representation-title")) {
            h2(.id("representation-title")) { Phrase.officeRegistrant }
            p { strong { registrant.title } }
            if registrant == .child || registrant == .minor { p(.class("muted")) { Phrase.officeCheckAge } }
            if let claimed = page.open.representation {
                summaryList(rows(claimed))
                if page.isDecidable, claimed.row.state == .claimed { decision(claimed) }
            } else if registrant.needsRepresentative {
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
                    if let end = claimed.row.endsAt {
                        ", "
                        Phrase.lastDay(.date(Day(of: end - .seconds(1), hoursEast: 5)))
                    }
                }),
            SummaryRow(.officeAuthorityState, .text(Phrase.representation(state(claimed.row)))),
        ]
    }

    private func state(_ row: RepresentationRow) -> RepresentationRow.State {
        row.state.isOpen && !row.stands(at: page.now) ? .ended : row.state
    }

    private func decision(_ claimed: ClaimedRepresentation) -> HTML {
        postForm(to: SitePath.decideRepresentation(page.number), token: page.token) {
            input(
                .type(.hidden), .id(RepresentationController.representation.controlID),
                .name(RepresentationController.representation.text), .value(claimed.row.id.description))
            if let error = page.form.error(of: RepresentationController.representation) {
                p(.class("error")) { error }
            }
            actions {
                submitButton(
                    .officeAcceptAuthority, .secondary, name: RepresentationController.accepted, value: "yes")
                submitButton(
                    .officeRefuseAuthority, .secondary, name: RepresentationController.accepted, value: "no")
            }
        }
    }
}
