import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// Whose data are held, on what ground and until when, and the form for another hold.
struct PersonHoldsPage {
    let holds: [HoldStanding]
    let grounds: [LawPack.RefusalGround]
    let officer: SubjectID
    /// Works alone, and may release what they put on themselves.
    let isAlone: Bool
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.personHoldsTitle }
        p(.class("lead")) { Phrase.personHoldsLead }
        section(.class("flow"), .ariaLabelledBy("standing")) {
            h2(.id("standing")) { Phrase.personHoldsStanding }
            standing
        }
        section(.class("flow", "measure"), .ariaLabelledBy("put")) {
            h2(.id("put")) { Phrase.personHoldPut }
            postForm(to: .putHold, token: token) {
                textField(
                    PersonHoldsController.number, .officeCaseNumber, in: form,
                    FieldTraits(width: .half, spellcheck: false))
                radios(
                    PersonHoldsController.ground, .personHoldGround, in: form,
                    grounds.map { Choice($0.id, .personHoldGround($0)) })
                textField(
                    PersonHoldsController.reference, .personHoldReference, hint: .personHoldReferenceHint, in: form,
                    FieldTraits(width: .half, spellcheck: false))
                textField(
                    PersonHoldsController.until, .personHoldUntil, hint: .personHoldUntilHint, in: form,
                    FieldTraits(.date, width: .half))
                actions { submitButton(.personHoldPut) }
            }
        }
    }

    private var standing: HTML {
        guard !holds.isEmpty else { return emptyState(.personHoldsNone, .personHoldsNoneWhy) }
        return dataTable(
            .personHoldsStanding,
            [
                Column(.officeCaseNumber), Column(.personHoldGround), Column(.personHoldReference),
                Column(.personHoldUntil), Column(.personHoldRelease, isPlain: true),
            ], hidesCaption: true,
            rows: holds.map { one in
                [
                    .text(one.caseID ?? "–"),
                    .text(one.ground.map { .personHoldGround($0) } ?? unnamed(one.hold.ground)),
                    .text(one.hold.reference), span(.class("nowrap")) { Phrase.date(one.until) }, release(one),
                ]
            })
    }

    /// A ground that the law pack does not name.
    private func unnamed(_ ground: String) -> Phrase {
        ground == Hold.lostConsent ? .personHoldLostConsent : .invariable(ground)
    }

    private func release(_ one: HoldStanding) -> HTML {
        guard one.hold.putBy != officer || isAlone else { return .text(Phrase.personHoldOwn) }
        return postForm(to: .endHold, token: token) {
            input(.type(.hidden), .name(PersonHoldsController.number.text), .value(one.caseID ?? ""))
            input(.type(.hidden), .name(PersonHoldsController.hold.text), .value(one.hold.id.description))
            button(.type(.submit), .class("link-button")) {
                Phrase.personHoldRelease
                span(.class("visually-hidden")) {
                    ": "
                    one.caseID ?? ""
                }
            }
        }
    }
}
