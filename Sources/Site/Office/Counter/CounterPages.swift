import Access
import Consents
import Markup
import Policy
import Primitives
import Registration
import WebCore

/// The first page of the counter: who stands there, and how they agree.
struct CounterNames {
    let ways: [CounterRow.Way]
    let registrants: [Registrant]
    /// Consents beyond the compulsory one.
    let optional: [ConsentItem]
    let form: Form
    let token: FormToken

    var content: HTML {
        group {
            errorSummary(form)
            h1 { Phrase.counterTitle }
            p(.class("lead")) { Phrase.counterLead }
            postForm(to: .counter, token: token) {
                if registrants.count > 1 {
                    radios(
                        CounterController.registrant, .counterRegistrant, in: form,
                        registrants.map { Choice($0.rawValue, $0.title) })
                }
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
                    ways.map { Choice($0.rawValue, $0.words) })
                textField(
                    CounterController.address, .counterAddress, hint: .counterAddressHint, in: form,
                    FieldTraits(spellcheck: false))
                if !optional.isEmpty {
                    folded(.counterWished) {
                        checkboxes(
                            CounterController.wished, .counterWishedHint, in: form,
                            optional.map { Choice($0.id.rawValue, $0.title) })
                    }
                }
                actions { submitButton(.counterSendCode) }
            }
        }
    }
}

extension CounterRow.Way {
    fileprivate var words: Phrase {
        switch self {
        case .email: .counterByEmail
        case .telephone: .counterByTelephone
        case .paper: .counterOnPaper
        }
    }
}
