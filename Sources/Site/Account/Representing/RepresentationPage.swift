import Markup
import Permits
import Primitives
import Registration
import WebCore

/// Who acts for a person, or has agreed for them; ended here at once.
struct RepresentationPage {
    let rows: [(row: RepresentationRow, number: String?)]
    /// Of the person's registration.
    let number: String
    /// The person is from 14 to 17: a legal representative has to agree.
    let needsConsent: Bool
    let now: Instant
    let token: FormToken

    var page: Page {
        Page(.representationTitle, for: .person, switchPath: .representation, tabs: accountTabs(.account)) {
            h1 { Phrase.representationTitle }
            if needsConsent, !rows.contains(where: { $0.row.stands(at: now) }) {
                panel(.warning, .consentNeeded) { p { Phrase.consentNeededLead(number) } }
            } else if rows.isEmpty {
                p { Phrase.representedByNobody }
            } else {
                p(.class("lead")) { needsConsent ? Phrase.consentStandsLead : .representationLead }
            }
            for (row, number) in rows { one(row, number) }
        }
    }

    private func one(_ row: RepresentationRow, _ representative: String?) -> HTML {
        group {
            if let representative {
                p {
                    Phrase.representativeRegistration
                    " "
                    strong(.class("number"), .noTranslation) { representative }
                }
            }
            p {
                representationFacts(row)
                " "
                representationState(row, at: now)
            }
            p(.class("muted", "small")) { Phrase.actsSince(.moment(row.begunAt)) }
            agreedStatement(row)
            if row.stands(at: now) {
                postForm(to: .representation, token: token) {
                    input(.type(.hidden), .name(FieldName.representation.text), .value(row.id.description))
                    actions {
                        submitButton(row.kind == .consenting ? .doWithoutConsent : .endTheRepresentation, .secondary)
                    }
                }
            }
        }
    }
}
