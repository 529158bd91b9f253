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
            sheetHead(.receiptTitle, qr: qr) {
                Phrase.numberOfRegistration
                lineBreak
                strong(.class("number"), .noTranslation) { content.record }
            }
            sheetActions(
                .downloadReceipt, at: SitePath.receiptFile, named: "saqta-receipt-\(content.record).json")
            summaryList(rows)
            h2 { Phrase.consentsGiven }
            for consent in content.consents { consentPart(consent) }
            proofPart(.proofLead, howTo: .howToVerify, proof: receipt.proof)
        }
    }

    private var rows: [SummaryRow] {
        [
            SummaryRow(.receiptIssued, .text(momentInFile(content.issuedAt))),
            SummaryRow(
                .operatorTitle,
                sheetOperator(policy.operatorRecord.kind.numberLabel, content.controller.iinOrBin, ways: ways) {
                    content.controller.name
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

    /// Address and ways to reach the operator.
    private var ways: [String] {
        let controller = content.controller
        return [controller.address, controller.email, controller.telephone, controller.site]
    }

    private func consentPart(_ consent: ReceiptContent.Given) -> HTML {
        folded(.invariable(consent.title)) {
            p(.class("muted")) {
                consent.state == "given" ? Phrase.consentGiven : .consentWithdrawn
                ", "
                momentInFile(consent.givenAt)
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
