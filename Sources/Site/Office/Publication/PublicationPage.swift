import Access
import Markup
import Policy
import Primitives
import Publication
import WebCore

/// The policy in force, what is proposed to follow it, and what lies in the policy's folder.
struct PublicationPage {
    let standing: PublicationDesk.Standing
    let now: Instant
    let own: SubjectID
    let pseudonym: (SubjectID) -> String
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.officePolicyTitle }
        section(.class("flow"), .ariaLabelledBy("in-force")) {
            h2(.id("in-force")) { Phrase.officePolicyInForce }
            summaryList(inForce)
            ul(.class("plain")) {
                li { textLink(.officeDraftTitle, to: .officeDraft) }
                li { textLink(.officeVoidTitle, to: .officeVoid) }
            }
        }
        if let proposed = standing.proposed {
            section(.class("flow"), .ariaLabelledBy("proposed")) {
                h2(.id("proposed")) { Phrase.officePolicyProposed }
                summaryList(rows(of: proposed.proposal))
                differenceView(proposed.difference, in: Language.allCases)
                publication(of: proposed)
            }
        } else {
            draft
        }
    }

    private var inForce: [SummaryRow] {
        let edition = standing.inForce
        var rows = [
            SummaryRow(.edition, textLink(.editionNumber(edition.number), to: SitePath.edition(edition.number))),
            SummaryRow(
                .inForceSince, time(.datetime(edition.inForceSince.description)) { Phrase.moment(edition.inForceSince) }
            ),
            SummaryRow(.invariable("SHA-256"), fingerprint(edition.hash)),
        ]
        if let manner = edition.manner { rows.append(SummaryRow(.mannerTitle, .text(manner.words))) }
        rows.append(SummaryRow(.officeAcceptanceTitle, textLink(.officeAcceptanceTable, to: .officeAcceptance)))
        return rows
    }

    private func rows(of proposal: Proposal) -> [SummaryRow] {
        [
            SummaryRow(
                .officePolicyProposedAt,
                time(.datetime(proposal.proposedAt.description)) { Phrase.moment(proposal.proposedAt) }),
            SummaryRow(
                .officePolicyProposedBy,
                group {
                    if let person = proposal.proposedBy { code { pseudonym(person) } } else { "–" }
                    if proposal.proposedBy == own {
                        " "
                        statusTag(.officeYou, .neutral)
                    }
                }),
            SummaryRow(.invariable("SHA-256"), fingerprint(proposal.hash)),
            SummaryRow(.officePolicyWarnings, messages(proposal.warnings)),
        ]
    }

    @HTMLBuilder private func publication(of proposed: PublicationDesk.Proposed) -> HTML {
        if standing.draft.hash != proposed.proposal.hash {
            panel(.notice, .officePolicyFolderDiffers) { p { Phrase.officePolicyFolderDiffersMeans } }
        }
        switch proposed.outlook {
        case .free: publishForm(proposed)
        case .another:
            panel(.notice, .officePolicyAnother) {
                p { Phrase.officePolicyAnotherHow }
                p { textLink(.officeStaffTitle, to: .staff) }
            }
        case .again(let from):
            panel(.notice, .officePolicyAlone) { p { Phrase.officePolicyAloneFrom(.moment(from)) } }
            if from <= now { publishForm(proposed) }
        }
        postForm(to: .withdrawPolicy, token: token) {
            input(.type(.hidden), .name(PublicationController.proposal.text), .value(proposed.proposal.id.description))
            actions { submitButton(.officePolicyWithdraw, .secondary) }
        }
    }

    private func publishForm(_ proposed: PublicationDesk.Proposed) -> HTML {
        postForm(to: .publishPolicy, token: token) {
            p { Phrase.officePolicyPublishMeans }
            input(.type(.hidden), .name(PublicationController.proposal.text), .value(proposed.proposal.id.description))
            if !proposed.revived.isEmpty {
                panel(.warning, .officePolicyRevives) {
                    ul(.class("plain")) {
                        for clause in proposed.revived.map(\.rawValue) {
                            li {
                                a(.href(SitePath.policy.address(fragment: clause))) { Phrase.clause(clause).beginning }
                            }
                        }
                    }
                }
                checkbox(PublicationController.reviving, .officePolicyReviving, in: form)
            }
            textField(
                PublicationController.code, .officePolicyCode, hint: .officeFactorLabel, in: form, .oneTimeCode)
            actions { submitButton(.officePolicyPublish) }
        }
    }

    @HTMLBuilder private var draft: HTML {
        switch standing.draft {
        case .unchanged: emptyState(.officePolicySame, .officePolicySameWhy)
        case .faulty(let errors):
            panel(.danger, .officePolicyFaulty) { messages(errors.map(\.words)) }
        case .changed(let change):
            section(.class("flow"), .ariaLabelledBy("folder")) {
                h2(.id("folder")) { Phrase.officePolicyFolder }
                summaryList([
                    SummaryRow(.invariable("SHA-256"), fingerprint(change.hash)),
                    SummaryRow(.officePolicyWarnings, messages(change.warnings.map(\.words))),
                ])
                differenceView(change.difference, in: Language.allCases)
                postForm(to: .proposePolicy, token: token) {
                    p { Phrase.officePolicyProposeMeans }
                    input(.type(.hidden), .name(PublicationController.hash.text), .value(change.hash.hex))
                    actions { submitButton(.officePolicyPropose) }
                }
            }
        }
    }

    /// Lines of the check.
    private func messages(_ lines: [Phrase]) -> HTML {
        guard !lines.isEmpty else { return .text(.officePolicyNoWarnings) }
        return ul(.class("plain")) { for line in lines { li { line } } }
    }

    private func fingerprint(_ hash: Bytes) -> HTML { code(.class("hash"), .noTranslation) { hash.hex } }
}
