import Access
import Markup
import Permits
import Primitives
import Restoring
import WebCore

/// What is held since a restore, what waits behind it, and the two steps that release it.
struct HoldPage {
    /// nil while nothing is held.
    let standing: ReleaseDesk.Standing?
    let now: Instant
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.officeHoldTitle }
        if let standing {
            p(.class("lead")) { Phrase.officeHoldLead }
            summaryList(rows(standing))
            steps(standing)
        } else {
            emptyState(.officeHoldNothing, .officeHoldNothingWhy)
        }
    }

    private func rows(_ standing: ReleaseDesk.Standing) -> [SummaryRow] {
        var rows = [
            SummaryRow(.officeHoldSince, .text(Phrase.moment(standing.hold.since))),
            SummaryRow(
                .officeHoldMessages,
                group {
                    String(standing.messages.all)
                    ", "
                    Phrase.officeHoldOlder(standing.messages.older)
                }),
            SummaryRow(.officeHoldDocuments, .text(String(standing.documents))),
            SummaryRow(.officeHoldOverdue, .text(String(standing.overdue))),
            SummaryRow(.officeHoldKept, .text(String(standing.kept))),
        ]
        if let proposal = standing.hold.proposal {
            rows.append(SummaryRow(.officeHoldProposed, .text(Phrase.moment(proposal.at))))
        }
        return rows
    }

    @HTMLBuilder private func steps(_ standing: ReleaseDesk.Standing) -> HTML {
        switch standing.outlook {
        case nil:
            postForm(to: .proposeRelease, token: token) {
                actions { submitButton(.officeHoldPropose, .secondary) }
            }
        case .free?: releaseForm
        case .another?: panel(.notice, .officeHoldAnother) { p { textLink(.officeStaffTitle, to: .staff) } }
        case .again(let from)?:
            panel(.notice, .officeHoldAlone) { p { Phrase.officeHoldAloneFrom(.moment(from)) } }
            if from <= now { releaseForm }
        }
    }

    private var releaseForm: HTML {
        postForm(to: .releaseWork, token: token) {
            p { Phrase.officeHoldMeans }
            textField(HoldController.code, .officePolicyCode, hint: .officeFactorLabel, in: form, .oneTimeCode)
            actions { submitButton(.officeHoldRelease) }
        }
    }
}
