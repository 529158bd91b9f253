import Markup
import Policy
import Primitives
import Rights
import WebCore

/// Where somebody without an account asks about their own data.
struct OutsidePage {
    let law: LawPack
    let form: Form
    let token: FormToken

    var page: Page {
        Page(.outsideTitle, for: .person, switchPath: .outsideRequest) {
            errorSummary(form)
            h1 { Phrase.outsideTitle }
            p(.class("lead")) { Phrase.outsideLead }
            p {
                Phrase.outsideHaveAccount
                " "
                textLink(.signInTitle, to: .signIn)
            }
            postForm(to: .outsideRequest, token: token) {
                selectField(
                    OutsideController.kind, .outsideKind, in: form,
                    options: law.requests.map { Choice($0.id.rawValue, $0.title) })
                textField(.family, .familyName, hint: .asInDocument, in: form, .familyName)
                textField(.given, .givenName, in: form, .givenName)
                textField(.patronymic, .patronymic, hint: .ifInDocument, in: form, .patronymic)
                textField(
                    .address, .emailOrTelephone, hint: .outsideAddressHint, in: form,
                    FieldTraits(autocomplete: .username, spellcheck: false))
                textArea(RightsController.words, .yourWords, hint: .outsideWordsHint, in: form)
                actions { submitButton(.sendRequest) }
            }
        }
    }
}

/// That it was received, under which number, and by when it is answered.
struct OutsideReceivedPage {
    let standing: OutsideStanding
    let law: LawPack

    var page: Page {
        let row = standing.request
        return Page(.requestMade, for: .person, switchPath: .outsideReceived) {
            h1 { Phrase.requestMade }
            p(.class("lead")) { Phrase.outsideNext }
            summaryList(summary)
            if let term = row.term { countedDays(term) }
            p(.class("muted")) { Phrase.complaint }
        }
    }

    private var summary: [SummaryRow] {
        let row = standing.request
        var rows = [
            SummaryRow(.outsideNumber, span(.noTranslation) { row.number }),
            SummaryRow(.outsideKind, .text(law.title(of: row.kind))),
        ]
        if let day = row.receivedOn { rows.append(SummaryRow(.requestReceived, .text(Phrase.date(day)))) }
        if let due = standing.due {
            rows.append(SummaryRow(.requestDue, .text(Phrase.dateWithWeekday(due.day).beginning)))
        }
        return rows
    }
}
