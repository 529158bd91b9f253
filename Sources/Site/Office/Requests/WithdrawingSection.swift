import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// The part of a request's page from which consents that still stand are withdrawn.
struct WithdrawingSection {
    let reference: RequestReference
    /// The person's consents that stand.
    let items: [ConsentItem]
    let wasWithdrawn: Bool
    let viewing: ViewingID
    let form: Form
    let token: FormToken

    var html: HTML {
        group {
            if wasWithdrawn { panel(.success, .officeWithdrawDone) }
            section(.class("card")) {
                h2 { Phrase.officeWithdrawTitle }
                if items.isEmpty {
                    p { Phrase.officeWithdrawNothing }
                } else {
                    p { Phrase.officeWithdrawLead }
                    postForm(to: SitePath.withdrawConsents(reference.caseID, reference.number), token: token) {
                        input(.type(.hidden), .name(RequestsController.viewing.text), .value(viewing.description))
                        checkboxes(
                            WithdrawingController.consents, .officeWithdrawWhich, in: form,
                            items.map { Choice($0.id.rawValue, $0.title) })
                        actions { submitButton(.officeWithdrawVerb, .danger) }
                    }
                }
            }
        }
    }
}
