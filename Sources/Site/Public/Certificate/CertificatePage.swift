import Markup
import Policy
import Primitives
import WebCore

/// How an edition came into force, on one sheet.
struct CertificatePage {
    let sheet: CertificateSheet
    /// The edition, in whose words roles are named.
    let policy: PolicyDocument
    let qr: HTML?

    private var content: CertificateContent { sheet.content }

    var page: Page {
        Page(.certificateTitle, for: .everyone, section: .policy) {
            backLink(.editionsTitle, to: .editions)
            sheetHead(.certificateTitle, qr: qr) {
                content.title
                lineBreak
                strong { Phrase.editionNumber(content.edition) }
                if content.singleHanded != nil {
                    " "
                    statusTag(.singleHanded, .due)
                }
            }
            sheetActions(
                .downloadCertificate, at: SitePath.certificateFile(content.edition),
                named: "saqta-certificate-\(content.edition).json")
            summaryList(rows)
            h2 { Phrase.checksumsTitle }
            p { Phrase.checksumsLead }
            summaryList(checksums)
            proofPart(.certificateProofLead, howTo: .howToVerifyCertificate, proof: sheet.proof)
        }
    }

    private var rows: [SummaryRow] {
        var rows = [
            SummaryRow(.operatorTitle, publisher),
            SummaryRow(.edition, textLink(.editionNumber(content.edition), to: SitePath.edition(content.edition))),
            SummaryRow(.inForceSince, moment(content.inForceSince)),
        ]
        if let manner = content.manner { rows.append(SummaryRow(.mannerTitle, .text(manner.words))) }
        rows.append(SummaryRow(.proposedBy, content.proposed.map(half) ?? .text(.byNobody)))
        rows.append(SummaryRow(.publishedBy, half(content.published)))
        if let wait = content.singleHanded { rows.append(SummaryRow(.waitKept, .text(.waits(wait)))) }
        if let certified = content.certifiedAt { rows.append(SummaryRow(.certifiedLater, moment(certified))) }
        return rows
    }

    private var publisher: HTML {
        sheetOperator(
            policy.operatorRecord.kind.numberLabel, content.operator.iinOrBin, ways: [content.operator.site]
        ) { content.operator.name }
    }

    /// The role in which somebody acted, and when; no name.
    private func half(_ half: CertificateContent.Half) -> HTML {
        guard let role = half.role else { return .text(.byServer) }
        return group {
            policy.role(role)?.title ?? .invariable(role.rawValue)
            ", "
            moment(half.at)
        }
    }

    private func moment(_ text: String) -> HTML { time(.datetime(text)) { momentInFile(text) } }

    private var checksums: [SummaryRow] {
        let canonical = checksum(
            .canonicalForm, content.sha256, at: SitePath.canonicalForm(content.edition).address)
        return [canonical]
            + content.texts.map { text in
                checksum(
                    .textIn(text.language), text.sha256,
                    at: SitePath.editionText(content.edition).address(in: text.language))
            }
    }

    private func checksum(_ name: Phrase, _ sha256: String, at place: Address) -> SummaryRow {
        SummaryRow(
            name,
            group {
                p(.class("hash", "small")) { code(.noTranslation) { sha256 } }
                p(.class("no-print")) {
                    a(.href(place)) {
                        Phrase.downloadText
                        span(.class("visually-hidden")) {
                            ": "
                            name
                        }
                    }
                }
            })
    }
}
