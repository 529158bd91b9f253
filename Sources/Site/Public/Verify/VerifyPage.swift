import Markup
import Primitives
import WebCore

/// Where anyone checks a receipt or a certificate: a file in, a plain answer out.
package struct VerifyPage: Sendable {
    let token: FormToken
    let form: Form
    /// What the check found; nil before a file was sent.
    let view: VerificationView?

    package init(token: FormToken, form: Form = Form(), view: VerificationView? = nil) {
        self.token = token
        self.form = form
        self.view = view
    }

    /// The field of the file.
    static let file: FieldName = "receipt"

    package var page: Page {
        Page(.verifyTitle, for: .everyone, section: .verify) {
            errorSummary(form)
            h1 { Phrase.verifyTitle }
            if let view { result(view) }
            p(.class("lead")) { Phrase.verifyLead }
            uploadForm(to: .verify, token: token) {
                div(.class("drop"), .data("data-drop")) {
                    fileField(
                        VerifyPage.file, .receiptFile, hint: .receiptFileHint, in: form,
                        accept: ".json,application/json")
                }
                actions { submitButton(.check, view == nil ? .primary : .secondary) }
            }
            folded(.verifyHowTitle) {
                for sentence in Phrase.verifyHowSentences { p { sentence } }
            }
        }
    }

    private func result(_ view: VerificationView) -> HTML {
        panel(view.outcome.kind, view.heading) {
            if let about = view.about { p { about } }
            dl(.class("findings")) {
                for finding in view.findings {
                    div {
                        dt { statusTag(finding.isGood ? .holds : .fails, finding.isGood ? .good : .refused) }
                        dd { finding.statement }
                    }
                }
            }
        }
    }
}

/// What came of checking a receipt or a certificate.
package struct VerificationView: Sendable {
    package enum Outcome: Sendable {
        /// Everything holds.
        case verified
        /// It is one, but something in it does not hold.
        case refused
        /// It is none of ours.
        case unreadable

        var kind: PanelKind {
            switch self {
            case .verified: .success
            case .refused: .danger
            case .unreadable: .warning
            }
        }
    }

    /// What kind of file it is.
    package enum Kind: Sendable { case receipt, certificate }

    /// One thing that was checked.
    package struct Finding: Sendable {
        package let isGood: Bool
        package let statement: Phrase

        package init(isGood: Bool, _ statement: Phrase) {
            self.isGood = isGood
            self.statement = statement
        }
    }

    package let outcome: Outcome
    package let kind: Kind
    /// What it says above all, once everything holds.
    package let about: Phrase?
    package let findings: [Finding]

    package init(_ outcome: Outcome, of kind: Kind = .receipt, about: Phrase? = nil, findings: [Finding]) {
        self.outcome = outcome
        self.kind = kind
        self.about = about
        self.findings = findings
    }

    var heading: Phrase {
        switch (outcome, kind) {
        case (.verified, .receipt): .receiptVerified
        case (.verified, .certificate): .certificateVerified
        case (.refused, .receipt): .receiptRefused
        case (.refused, .certificate): .certificateRefused
        case (.unreadable, _): .fileUnreadable
        }
    }
}
