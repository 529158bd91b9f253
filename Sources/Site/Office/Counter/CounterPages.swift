import Access
import Consents
import Markup
import Policy
import Primitives
import Registration
import WebCore

/// The first page of the counter: who stands there, and where the code goes.
struct CounterNames {
    let channels: [Channel]
    let form: Form
    let token: FormToken

    var content: HTML {
        group {
            errorSummary(form)
            h1 { Phrase.counterTitle }
            p(.class("lead")) { Phrase.counterLead }
            postForm(to: .counter, token: token) {
                textField(
                    CounterController.family, .familyName, hint: .asInDocument, in: form, FieldTraits(spellcheck: false)
                )
                textField(CounterController.given, .givenName, in: form, FieldTraits(spellcheck: false))
                textField(
                    CounterController.patronymic, .patronymic, hint: .ifInDocument, in: form,
                    FieldTraits(isOptional: true, spellcheck: false))
                radios(
                    CounterController.language, .counterLanguage, in: form,
                    Language.allCases.map { Choice($0.rawValue, .invariable($0.ownName)) })
                radios(
                    CounterController.channel, .counterChannel, in: form,
                    channels.map { Choice($0.rawValue, $0 == .email ? .counterByEmail : .counterByTelephone) })
                textField(
                    CounterController.address, .counterAddress, hint: .counterAddressHint, in: form,
                    FieldTraits(spellcheck: false))
                actions { submitButton(.counterSendCode) }
            }
        }
    }
}

/// The consent in the person's language, and the code by which they agree.
struct CounterConsent {
    let entry: CounterRow
    let edition: Edition
    let wording: ConsentWording
    let language: Language
    let personName: String
    let form: Form
    let token: FormToken

    var content: HTML {
        group {
            errorSummary(form)
            h1 { Phrase.counterConsentTitle }
            p(.class("lead")) { Phrase.counterConsentLead }
            article(.class("panel"), .tabindex(0), .ariaLabel(.consentText), .lang(language)) {
                for item in edition.document.consents where item.required {
                    let text = wording.items(of: item, personName: personName)
                    h2(.class("panel-title")) { text.title }
                    consentSections(text) { content in h3 { content } }
                    p { strong { item.statement[language] } }
                }
            }
            postForm(to: SitePath.counterAgree(entry.id), token: token) {
                carried
                checkbox(CounterController.declaration, .counterDeclared, in: form)
                checkbox(CounterController.consent, .counterAgreed, in: form)
                textField(CounterController.code, .counterCode, hint: .counterCodeHint, in: form, .oneTimeCode)
                actions { submitButton(.counterConfirm) }
            }
            postForm(to: SitePath.counterAgree(entry.id), token: token) {
                carried
                input(.type(.hidden), .name(CounterController.answer.text), .value("again"))
                actions { submitButton(.sendCodeAgain, .secondary) }
            }
        }
    }

    private var carried: HTML {
        .group(
            CounterController.carried.map { input(.type(.hidden), .name($0.text), .value(form.text($0))) })
    }
}
