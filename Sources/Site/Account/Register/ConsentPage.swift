import Consents
import Markup
import Policy
import Primitives
import WebCore

/// The complete consent in the person's name, the summary beside it, and the boxes.
struct ConsentPage {
    let edition: Edition
    let wording: ConsentWording
    let personName: String
    let form: Form
    let token: FormToken
    /// The consent is given anew because the names changed.
    var isChange = false
    var registrant = Registrant.person

    private var path: SitePath {
        if isChange { return .registerChangeConsent }
        return registrant == .person ? .registerConsent : SitePath.registerForConsent(registrant.rawValue)
    }

    private var switchPath: SitePath {
        if isChange { return .registerChange }
        return registrant == .person ? .registerName : SitePath.registerFor(registrant.rawValue)
    }

    var page: Page {
        Page(
            .consentTitle, width: .wide, for: .person, section: .register,
            switchPath: switchPath
        ) {
            registerSteps(.consent, isBegun: false)
            errorSummary(form)
            h1 { Phrase.consentTitle }
            p(.class("lead")) { isChange ? Phrase.consentAgainLead : .consentLead }
            sideBySide {
                summaryPart
            } _: {
                textPart
            }
            boxes
        }
    }

    private var summaryPart: HTML {
        group {
            h2 { Phrase.inPlainWords }
            ul {
                for sentence in edition.document.summary { li { sentence } }
            }
            p { textLink(.wholePolicy, to: .policy) }
            p(.class("to-answer")) { a(.href(.fragment("answer"))) { Phrase.toYourAnswer } }
        }
    }

    private var textPart: HTML {
        article(.class("panel"), .tabindex(0), .ariaLabel(.consentText)) {
            for item in edition.document.consents where item.required {
                let text = wording.items(of: item, personName: personName)
                h2(.class("panel-title")) { text.title }
                consentSections(text) { content in h3 { content } }
            }
            p(.class("muted", "small")) { Phrase.editionNumber(edition.number) }
        }
    }

    private var boxes: HTML {
        postForm(to: path, token: token, id: "answer") {
            carried(form, registrant == .person ? [.family, .given, .patronymic, .submission] : FieldName.applicant)
            input(.type(.hidden), .name(FieldName.edition.text), .value("\(edition.number)"))
            if !isChange {
                checkbox(.declaration, .declaration(registrant), in: form) { clauseNote("2.4") }
            }
            for item in edition.document.consents where item.required { consentBox(.consent, item, value: "yes") }
            let optional = edition.offeredConsents.filter { !$0.required }
            if !isChange, !optional.isEmpty {
                fieldGroup(.optionalConsents, hint: .optionalConsentsHint) {
                    for (index, item) in optional.enumerated() { optionalBox(item, index: index) }
                }
            }
            actions {
                submitButton(.iAgree, .secondary, name: .answer, value: "yes")
                submitButton(.iDoNotAgree, .secondary, name: .answer, value: "no")
            }
        }
    }

    private func consentBox(_ name: FieldName, _ item: ConsentItem, value: String) -> HTML {
        checkbox(name, item.statement, in: form, value: value) { clauseNote(item.clause.rawValue) }
    }

    /// Several boxes share a name, so each needs an identifier of its own.
    private func optionalBox(_ item: ConsentItem, index: Int) -> HTML {
        let id = "optional-\(index)"
        return div(.class("field", "choice-field")) {
            div(.class("choice")) {
                input(
                    .type(.checkbox), .id(id), .name(FieldName.optional.text), .value(item.id.rawValue),
                    .checked(form.isChecked(.optional, value: item.id.rawValue)))
                label(.for(id)) { item.title }
            }
            div(.class("choice-details")) {
                p { item.statement }
                clauseNote(item.clause.rawValue)
                folded(.consentText) {
                    div(.class("lines")) {
                        consentSections(wording.items(of: item, personName: personName)) { content in h3 { content } }
                    }
                }
            }
        }
    }
}

/// The number of a clause under what rests on it.
func clauseNote(_ clause: String) -> HTML {
    p(.class("muted", "small")) {
        a(.href(SitePath.policy.address(fragment: clause))) { Phrase.clause(clause) }
    }
}
