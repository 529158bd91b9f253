import Markup
import Policy
import Primitives
import WebCore

/// The names, as in the document; nothing is stored yet.
struct NamesPage {
    let form: Form
    let token: FormToken
    /// The names of a draft are corrected.
    var isChange = false
    var registrant = Registrant.person
    /// Tells whoever comes here without the start page what to have ready.
    var policy: PolicyDocument?

    private var path: SitePath {
        if isChange { return .registerChange }
        return registrant == .person ? .registerName : SitePath.registerFor(registrant.rawValue)
    }

    private var lead: Phrase {
        if isChange { return .namesChangeLead }
        return registrant.isRepresented ? .namesForLead : .namesLead
    }

    var page: Page {
        Page(.namesQuestion(registrant), for: .person, section: .register, switchPath: path) {
            registerSteps(.consent, isBegun: false)
            errorSummary(form)
            h1 { Phrase.namesQuestion(registrant) }
            p(.class("lead")) { lead }
            if let policy {
                panel(.notice, .haveReady) { haveReady(policy, registrant) }
            }
            postForm(to: path, token: token) {
                if registrant == .organisation { organisationFields } else { nameFields }
                if !isChange, registrant.isRepresented { authority }
                actions {
                    submitButton(.next)
                    textLink(.back, to: isChange ? .checkStep : .register)
                }
            }
        }
    }

    private var nameFields: HTML {
        group {
            textField(.family, .familyName, hint: .asInDocument, in: form, traits(.familyName))
            textField(.given, .givenName, in: form, traits(.givenName))
            textField(.patronymic, .patronymic, hint: .ifInDocument, in: form, traits(.patronymic))
        }
    }

    /// The browser knows the names of whoever sits in front of it, and of nobody else.
    private func traits(_ own: FieldTraits) -> FieldTraits {
        registrant.isRepresented ? FieldTraits(isOptional: own.isOptional, spellcheck: false) : own
    }

    private var organisationFields: HTML {
        group {
            textField(
                .organisation, .organisationName, hint: .organisationHint, in: form, FieldTraits(spellcheck: false))
            textField(
                .bin, .bin, hint: .binHint, in: form, FieldTraits(inputmode: .numeric, width: .half, spellcheck: false))
        }
    }

    private var authority: HTML {
        textField(
            .until, .authorityUntil(registrant), hint: .authorityUntilHint(registrant), in: form,
            FieldTraits(.date, width: .half))
    }
}
