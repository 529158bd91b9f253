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
        Page(.receiptTitle, for: .person, switchPath: .receipt) {
            div(.class("card-head")) {
                div(.class("flow")) {
                    ornament
                    h1 { Phrase.receiptTitle }
                }
                if let qr { qr }
            }
            p(.class("lead")) {
                Phrase.numberOfRegistration
                " "
                strong(.class("number"), .noTranslation) { content.record }
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
            SummaryRow(.receiptIssued, content.issuedAt),
            SummaryRow(
                .operatorTitle,
                group {
                    p { content.controller.name }
                    p { "\(content.controller.iinOrBin) · \(content.controller.address)" }
                    p { "\(content.controller.email) · \(content.controller.telephone) · \(content.controller.site)" }
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

    private func consentPart(_ consent: ReceiptContent.Given) -> HTML {
        folded(.invariable(consent.title)) {
            p(.class("muted")) {
                consent.state == "given" ? Phrase.consentGiven : .consentWithdrawn
                ", \(consent.givenAt), "
                Phrase.editionNumber(consent.edition)
            }
            for line in consent.text.split(separator: "\n") { p { String(line) } }
            p(.class("hash", "small")) {
                "SHA-256 "
                code { consent.textSHA256 }
            }
        }
    }
}
