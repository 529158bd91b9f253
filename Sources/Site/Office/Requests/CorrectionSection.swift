import Documents
import Markup
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// The part of a request's page on which data are corrected: what proves it, what was proposed, and a new proposal.
struct CorrectionSection {
    let reference: RequestReference
    let isOpen: Bool
    let open: OpenRequest
    let form: Form
    let officer: Officer
    let now: Instant
    let token: FormToken

    private var place: (String, Int) { (reference.caseID, reference.number) }

    @HTMLBuilder var html: HTML {
        if isOpen || !open.files.isEmpty { proof }
        if !open.corrections.isEmpty {
            section(.class("card")) {
                h2 { Phrase.officeCorrections }
                summaryList(open.corrections.map { SummaryRow(title($0.row.field), standing($0)) })
            }
        }
        if open.canPropose { proposing }
    }

    private var proof: HTML {
        section(.class("card")) {
            h2 { Phrase.officeProof }
            if open.files.isEmpty { p(.class("muted")) { Phrase.officeProofNone } }
            for one in open.files { content(of: one.file, one.pages) }
        }
    }

    @HTMLBuilder private func content(of file: DocumentRow, _ pages: [PageRow]) -> HTML {
        p(.class("muted", "small")) {
            Phrase.moment(file.createdAt)
            ", "
            Phrase.size(file.length ?? 0)
        }
        if file.state == .refused { p { Phrase.officeFileRefused } }
        if file.state == .received { p { Phrase.officeProofBeingRead } }
        div(.class("sheets", "no-print")) {
            for page in pages {
                figure(.class("sheet"), .tabindex(0)) {
                    leaf(
                        SitePath.proofPage(place.0, place.1, open.viewing, file.id, page.number, "image"),
                        width: page.width, height: page.height, .officePage(page.number, of: pages.count),
                        for: officer, at: now)
                    figcaption(.class("muted", "small")) { Phrase.officePage(page.number, of: pages.count) }
                }
            }
        }
    }

    private func title(_ field: FieldNumber) -> Phrase {
        switch field {
        case .familyName: .familyName
        case .givenName: .givenName
        case .patronymic: .patronymic
        default: .invariable("\(field)")
        }
    }

    private func standing(_ one: RequestCorrection) -> HTML {
        group {
            if let value = one.value?.reveal() {
                if value.isEmpty { Phrase.officeCorrectionRemoves } else { strong(.noTranslation) { value } }
                " "
                statusTag(.officeCorrectionWaits, .accent)
            } else {
                statusTag(
                    .correctionState(isAccepted: one.row.state == .accepted),
                    one.row.state == .accepted ? .good : .neutral)
            }
        }
    }

    private var proposing: HTML {
        section(.class("card")) {
            h2 { Phrase.officeCorrection }
            p { Phrase.officeCorrectionLead }
            postForm(to: SitePath.proposeCorrection(place.0, place.1), token: token) {
                input(.type(.hidden), .name(RequestsController.viewing.text), .value(open.viewing.description))
                textField(CorrectionController.family, .familyName, in: form, FieldTraits(spellcheck: false))
                textField(CorrectionController.given, .givenName, in: form, FieldTraits(spellcheck: false))
                textField(
                    CorrectionController.patronymic, .patronymic, in: form,
                    FieldTraits(isOptional: true, spellcheck: false))
                actions { submitButton(.officeCorrectionVerb, .secondary) }
            }
        }
    }
}
