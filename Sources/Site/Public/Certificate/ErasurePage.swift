import Markup
import Policy
import Primitives
import WebCore

/// When the data of a registration were destroyed, and since when nothing can undo it, on one sheet.
struct ErasurePage {
    let sheet: ErasureSheet
    let place: ErasureMark
    let policy: PolicyDocument
    let qr: HTML?

    var page: Page {
        Page(.erasureTitle, for: .everyone) {
            sheetHead(.erasureTitle, qr: qr) {
                if let record = sheet.record {
                    Phrase.numberOfRegistration
                    lineBreak
                    strong(.class("number"), .noTranslation) { record }
                    " "
                }
                sheet.finalAt == nil ? statusTag(.erasureNotFinal, .due) : statusTag(.erasureFinal, .good)
            }
            sheetActions(.downloadCertificate, at: SitePath.erasureFile(place), named: "saqta-erasure.json")
            summaryList(steps)
            p { Phrase.erasureMeans }
            if sheet.finalAt == nil { p(.class("no-print")) { Phrase.erasureComeBack } }
            h2 { Phrase.erasureDetails }
            summaryList(details)
            proofPart(.erasureProofLead, howTo: .howToVerifyCertificate, proof: sheet.proof)
        }
    }

    private var steps: [SummaryRow] {
        [
            SummaryRow(.erasureDeleted, moment(sheet.erasedAt) ?? .text(.notYet)),
            SummaryRow(.erasureKeyDestroyed, moment(sheet.keyDestroyedAt) ?? .text(.notYet)),
            SummaryRow(
                .erasureFinalSince,
                moment(sheet.finalAt)
                    ?? .text(sheet.expectedFinal.map { .expected(.date(Day(of: $0, hoursEast: 5))) } ?? .notYet)),
        ]
    }

    private var details: [SummaryRow] {
        [
            SummaryRow(.erasureGround, .text(.groundOfErasure(sheet.act))),
            SummaryRow(
                .operatorTitle,
                sheetOperator(
                    policy.operatorRecord.kind.numberLabel, policy.operatorRecord.iinOrBin,
                    ways: [policy.operatorRecord.site]
                ) { policy.operatorRecord.name }),
            SummaryRow(
                .edition, textLink(.editionNumber(sheet.edition), to: SitePath.edition(sheet.edition))),
            SummaryRow(.erasureMark, p(.class("hash", "small")) { code(.noTranslation) { sheet.mark } }),
        ]
    }

    private func moment(_ instant: Instant?) -> HTML? {
        instant.map { instant in time(.datetime(instant.description)) { Phrase.moment(instant) } }
    }
}
