import Access
import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// The part of a request's page from which everything held about the person is destroyed.
struct DestroyingSection {
    let reference: RequestReference
    let prepared: (prepared: PreparedDestruction, outlook: TwoPersonRule.Outlook)?
    let now: Instant
    let viewing: ViewingID
    let form: Form
    let token: FormToken

    private var place: (String, Int) { (reference.caseID, reference.number) }

    var html: HTML {
        section(.class("card")) {
            h2 { Phrase.officeDestroyTitle }
            p { Phrase.officeDestroyLead }
            if let prepared {
                p { Phrase.officeDestroyPreparedAt(.moment(prepared.prepared.at)) }
                second(prepared.outlook)
                postForm(to: SitePath.keepAfterAll(place.0, place.1), token: token) {
                    actions { submitButton(.officeKeepAfterAll, .secondary) }
                }
            } else {
                postForm(to: SitePath.prepareDestruction(place.0, place.1), token: token) {
                    actions { submitButton(.officeDestroyPrepare, .secondary) }
                }
            }
        }
    }

    @HTMLBuilder private func second(_ outlook: TwoPersonRule.Outlook) -> HTML {
        switch outlook {
        case .free: destroy(asksCode: false)
        case .another: panel(.notice, .officeDestroyAnother)
        case .again(let from):
            panel(.notice, .officeDestroyAlone(.moment(from)))
            if from <= now { destroy(asksCode: true) }
        }
    }

    private func destroy(asksCode: Bool) -> HTML {
        postForm(to: SitePath.destroyPerson(place.0, place.1), token: token) {
            input(.type(.hidden), .name(RequestsController.viewing.text), .value(viewing.description))
            if asksCode {
                textField(
                    DestroyingController.code, .factorAgain, hint: .factorAgainHint, in: form, .oneTimeCode)
            }
            actions { submitButton(.officeDestroyVerb, .danger) }
        }
    }
}
