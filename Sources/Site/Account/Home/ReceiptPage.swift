import Consents
import Markup
import Policy
import Primitives
import WebCore

/// What a person agreed to, on one sheet.
struct ReceiptPage {
    let receipt: Receipt
    /// In whose words the data are named.
    let policy: PolicyDocument
    let qr: HTML?

    private var content: ReceiptContent { receipt.content }

    var page: Page {
        Page(.receiptTitle, for: .person, switchPath: .receipt, tabs: accountTabs(.account)) {
            backLink(to: .account)
            div(.class("receipt-head")) {
                div(.class("flow")) {
                    ornament
                    h1 { Phrase.receiptTitle }
                    p(.class("lead")) {
                        Phrase.numberOfRegistration
                        lineBreak
                        strong(.class("number"), .noTranslation) { content.record }
                    }
                }
                if let qr { qr }
            }
            actions {
                a(.class("button"), .href(SitePath.receiptFile), .download("saqta-receipt-\(content.record).json")) {
                    Phrase.downloadReceipt
                }
                button(.type(.button), .class("button", "secondary"), .hidden, .data("data-print")) { Phrase.print }
            }
            summaryList(rows)
            h2 { Phrase.consentsGiven }
            for consent in content.consents { consentPart(consent) }
            h2 { Phrase.proofTitle }
            p { Phrase.proofLead }
            p { textLink(.howToVerify, to: .verify) }
            folded(.proofText) { pre(.class("small", "hash"), .noTranslation, .tabindex(0)) { receipt.proof } }
        }
    }

    private var rows: [SummaryRow] {
        [
            SummaryRow(.receiptIssued, .text(moment(content.issuedAt))),
            SummaryRow(
                .operatorTitle,
                group {
                    p { content.controller.name }
                    p(.class("reach")) {
                        if !content.controller.iinOrBin.isEmpty {
                            span {
                                policy.operatorRecord.kind.numberLabel
                                "\u{A0}\(content.controller.iinOrBin)"
                            }
                        }
                        for line in reach { span(.noTranslation) { line } }
                    }
                }),
            SummaryRow(
                .navPolicy,
                group {
                    p { Phrase.editionNumber(content.policy.edition) }
                    p(.class("hash", "small")) { code { content.policy.sha256 } }
                }),
            SummaryRow(
                .receiptData,
                ul(.class("plain")) {
                    for code in content.data { li { policy.field(code: code)?.title ?? .invariable(code) } }
                    for kind in content.documents ?? [] {
                        li { policy.documentKind(DocumentKindID(kind))?.title ?? .invariable(kind) }
                    }
                }),
            SummaryRow(
                .recipientsTitle,
                ul(.class("plain")) {
                    for recipient in content.recipients {
                        li {
                            recipient.name
                            ", "
                            Phrase.countryName(recipient.country)
                        }
                    }
                }),
        ]
    }

    /// The moment that a file writes after RFC 3339, as people read it.
    private func moment(_ text: String) -> Phrase { Instant(text).map { .moment($0) } ?? .invariable(text) }

    /// Address and ways to reach the operator, as far as they are set.
    private var reach: [String] {
        let controller = content.controller
        return [
            controller.address, controller.email, controller.telephone, controller.site,
        ].filter { !$0.isEmpty }
    }

    private func consentPart(_ consent: ReceiptContent.Given) -> HTML {
        folded(.invariable(consent.title)) {
            p(.class("muted")) {
                consent.state == "given" ? Phrase.consentGiven : .consentWithdrawn
                ", "
                moment(consent.givenAt)
                ", "
                Phrase.editionNumber(consent.edition)
            }
            div(.class("lines")) { consentParagraphs(consent.text) { content in h3 { content } } }
            p(.class("hash", "small")) {
                "SHA-256 "
                code { consent.textSHA256 }
            }
        }
    }
}
