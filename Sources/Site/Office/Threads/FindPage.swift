import Markup
import Permits
import Policy
import Primitives
import Registration
import Threads
import WebCore

/// The form by which one person is looked for, and what was found.
struct FindPage {
    let form: Form
    /// Nil while nothing was looked for.
    let finding: PersonFinder.Finding?
    let officer: Officer
    let purposes: [Purpose]
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.officeFindTitle }
        p(.class("lead")) { Phrase.officeFindLead }
        found
        postForm(to: .findPerson, token: token) {
            radios(
                FindController.purpose, .officeFindPurpose, in: form,
                purposes.map { Choice($0.id.rawValue, $0.title) })
            if form.text(FindController.thread).isEmpty {
                radios(
                    FindController.reason, .officeFindReason, in: form,
                    PersonFinder.Reason.allCases.map { Choice($0.rawValue, .officeFindReason($0.rawValue)) })
            } else {
                input(
                    .type(.hidden), .name(FindController.thread.text), .value(form.text(FindController.thread)))
                p { Phrase.officeFindThread }
            }
            textField(
                FindController.sought, .officeFindSought, hint: .officeFindSoughtHint, in: form,
                FieldTraits(width: .half, spellcheck: false))
            actions { submitButton(.officeFindVerb) }
        }
    }

    @HTMLBuilder private var found: HTML {
        switch finding {
        case nil: HTML.empty
        case .nobody: panel(.notice, .officeFindNobody) { p { Phrase.officeFindRecorded } }
        case .several(let count): panel(.warning, .officeFindSeveral(count)) { p { Phrase.officeFindAskNumber } }
        case .one(let match): card(match)
        }
    }

    private func card(_ match: PersonFinder.Match) -> HTML {
        panel(.success, .officeFindOne) {
            summaryList(
                [
                    SummaryRow(.officePerson, name(of: match)),
                    SummaryRow(.officeCaseNumber, span(.noTranslation) { match.caseID }),
                    SummaryRow(.threadState, .text(.officeFindState(match.state))),
                ] + addresses(of: match))
            ul {
                if officer.roles.contains(.support) {
                    li { textLink(.officeNoteVerb, to: .noteMessage.with("case", match.caseID)) }
                }
                if officer.roles.contains(.responsible) { li { textLink(.officeEnterRequest, to: .enterRequest) } }
                if officer.roles.contains(.reviewer) {
                    li { textLink(.officeFindCase, to: SitePath.officeCase(match.caseID)) }
                }
            }
        }
    }

    private func name(of match: PersonFinder.Match) -> HTML {
        guard let name = match.name else { return span(.class("muted")) { Phrase.officeFindNoName } }
        return span(.class("name"), .noTranslation) { name.reveal() }
    }

    private func addresses(of match: PersonFinder.Match) -> [SummaryRow] {
        guard !match.addresses.isEmpty else { return [] }
        return [
            SummaryRow(
                .officeFindAddresses,
                span(.class("masked"), .noTranslation) {
                    match.addresses.map { $0.reveal() }.joined(separator: ", ")
                })
        ]
    }
}
