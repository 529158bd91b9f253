import Consents
import Markup
import Policy
import Primitives
import Registration
import WebCore

/// The consents in the person's language; below them, for staff, how the person has agreed: by a code, or by a signature on
/// this page when it is printed.
struct CounterConsent {
    let entry: CounterRow
    let edition: Edition
    let wording: ConsentWording
    let language: Language
    let personName: String
    let form: Form
    let token: FormToken

    private var isOnPaper: Bool { entry.way == .paper }
    /// Those beyond the compulsory one that the person wishes to see.
    private var optional: [ConsentItem] {
        let wished = form.texts(CounterController.wished)
        return edition.offeredConsents.filter { !$0.required && wished.contains($0.id.rawValue) }
    }

    var content: HTML {
        group {
            div(.class("flow", "no-print")) {
                errorSummary(form)
                h1 { Phrase.counterConsentTitle }
                p(.class("lead")) { isOnPaper ? Phrase.counterPaperLead : .counterConsentLead }
                if isOnPaper {
                    actions { button(.type(.button), .class("button"), .hidden, .data("data-print")) { Phrase.print } }
                }
            }
            text
            div(.class("flow", "no-print")) {
                answer
                if !isOnPaper { again }
            }
        }
    }

    private var text: HTML {
        article(.class("panel"), .tabindex(0), .ariaLabel(.consentText), .lang(language)) {
            if isOnPaper {
                p {
                    strong { personName }
                    " · \(Phrase.counterCase(entry.number)[language]) · \(Phrase.editionNumber(edition.number)[language])"
                }
            }
            for item in edition.document.consents where item.required { self.item(item) }
            if !optional.isEmpty {
                p { Phrase.counterOptionalNote[language] }
                for item in optional { self.item(item) }
            }
            if isOnPaper { signature }
        }
    }

    private func item(_ item: ConsentItem) -> HTML {
        let text = wording.items(of: item, personName: personName)
        return group {
            h2(.class("panel-title")) { text.title }
            consentSections(text) { content in h3 { content } }
            p { strong { isOnPaper && !item.required ? "☐ \(item.statement[language])" : item.statement[language] } }
            if isOnPaper {
                // The same that the record and the ledger keep.
                p(.class("small", "hash"), .noTranslation) {
                    "SHA-256 \(wording.text(of: item, personName: personName).hash.hex)"
                }
            }
        }
    }

    private var signature: HTML {
        group {
            for words in [Phrase.counterSignature, .counterSignatureDate] {
                p {
                    "\(words[language]): "
                    span(.ariaHidden) { String(repeating: "_", count: 24) }
                }
            }
        }
    }

    private var answer: HTML {
        postForm(to: SitePath.counterAgree(entry.id), token: token) {
            carried
            checkbox(CounterController.declaration, .counterDeclared, in: form)
            checkbox(CounterController.consent, isOnPaper ? .counterSigned : .counterAgreed, in: form)
            if !optional.isEmpty {
                checkboxes(
                    CounterController.optional, isOnPaper ? .counterOptionalTicked : .counterOptional, in: form,
                    optional.map { Choice($0.id.rawValue, $0.title) })
            }
            if !isOnPaper {
                textField(CounterController.code, .counterCode, hint: .counterCodeHint, in: form, .oneTimeCode)
            }
            actions { submitButton(isOnPaper ? .counterStoreSigned : .counterConfirm) }
        }
    }

    private var again: HTML {
        postForm(to: SitePath.counterAgree(entry.id), token: token) {
            carried
            input(.type(.hidden), .name(CounterController.answer.text), .value("again"))
            actions { submitButton(.sendCodeAgain, .secondary) }
        }
    }

    private var carried: HTML {
        .group(
            (CounterController.carried + [CounterController.wished]).flatMap { name in
                form.texts(name).map { input(.type(.hidden), .name(name.text), .value($0)) }
            })
    }
}
