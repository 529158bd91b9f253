import Access
import Agreements
import Archive
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// How much lies in the archive, what is asked to be opened, and the form that asks.
struct ArchivePage {
    let overview: ArchiveDesk.Overview
    let law: LawPack
    let now: Instant
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.archiveTitle }
        p(.class("lead")) { Phrase.archiveLead }
        summaryList(
            [SummaryRow(.archivePersons, .text(String(overview.persons)))]
                + (overview.next.map { [SummaryRow(.archiveNext, .text(Phrase.moment($0)))] } ?? []))
        p { textLink(.personHoldPut, to: .personHolds) }
        for one in overview.openings { waiting(one.opening, one.outlook) }
        section(.class("flow", "measure"), .ariaLabelledBy("ask")) {
            h2(.id("ask")) { Phrase.archiveAsk }
            postForm(to: .askArchive, token: token) {
                textField(
                    ArchiveController.number, .officeCaseNumber, in: form, FieldTraits(width: .half, spellcheck: false))
                radios(
                    ArchiveController.ground, .personHoldGround, in: form,
                    law.openingGrounds.map { Choice($0.id, .personHoldGround($0)) })
                textField(
                    ArchiveController.reference, .archiveReference, hint: .personHoldReferenceHint, in: form,
                    FieldTraits(width: .half, spellcheck: false))
                actions { submitButton(.archiveAskVerb, .secondary) }
            }
        }
    }

    private func waiting(_ opening: ArchiveOpening, _ outlook: TwoPersonRule.Outlook) -> HTML {
        section(.class("card")) {
            h2 { opening.caseID }
            summaryList([
                SummaryRow(
                    .personHoldGround,
                    .text(
                        law.openingGround(opening.ground).map { .personHoldGround($0) } ?? .invariable(opening.ground))),
                SummaryRow(.archiveReference, .text(opening.reference)),
                SummaryRow(.archiveUntil, .text(Phrase.moment(opening.until))),
            ])
            second(opening, outlook)
            postForm(to: .leaveArchive, token: token) {
                number(opening)
                actions { submitButton(.archiveTakeBack, .secondary) }
            }
        }
    }

    @HTMLBuilder private func second(_ opening: ArchiveOpening, _ outlook: TwoPersonRule.Outlook) -> HTML {
        switch outlook {
        case .free: open(opening, asksCode: false)
        case .another: panel(.notice, .archiveAnother)
        case .again(let from):
            panel(.notice, .archiveAlone(.moment(from)))
            if from <= now { open(opening, asksCode: true) }
        }
    }

    private func open(_ opening: ArchiveOpening, asksCode: Bool) -> HTML {
        postForm(to: .openArchive, token: token) {
            number(opening)
            p { Phrase.archiveOnce }
            if asksCode {
                textField(ArchiveController.code, .factorAgain, hint: .factorAgainHint, in: form, .oneTimeCode)
            }
            actions { submitButton(.archiveOpenVerb) }
        }
    }

    private func number(_ opening: ArchiveOpening) -> HTML {
        input(.type(.hidden), .name(ArchiveController.number.text), .value(opening.caseID))
    }
}

/// What the archive holds of one person, shown once.
struct ArchivedPage {
    let row: ArchivedRow
    let opened: PersonalData<ArchivedContent>
    let policy: PolicyDocument

    init(row: ArchivedRow, content: PersonalData<ArchivedContent>, policy: PolicyDocument) {
        self.row = row
        opened = content
        self.policy = policy
    }

    @HTMLBuilder var content: HTML {
        let whole = opened.reveal()
        h1 { Phrase.archiveTitle }
        panel(.notice, .archiveShownOnce)
        summaryList(
            [
                SummaryRow(.officeCaseNumber, .text(row.caseID)), SummaryRow(.archiveArticles, .text(row.articles)),
                SummaryRow(.archiveSince, .text(Phrase.moment(row.archivedAt))),
                SummaryRow(.archiveEnds, .text(Phrase.moment(row.destroyAt))),
            ]
                + whole.fields.keys.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }.map { key in
                    let field = Int(key).flatMap { policy.field(FieldNumber($0)) }
                    return SummaryRow(field?.title ?? .invariable(key), .text(whole.fields[key] ?? ""))
                })
        for thing in whole.things { order(thing) }
        p { textLink(.personHoldPut, to: SitePath.personHolds.with(PersonHoldsController.number.text, row.caseID)) }
    }

    private func order(_ thing: ArchivedContent.Thing) -> HTML {
        let accepted = thing.text.flatMap {
            try? CanonicalJSON.decode(AgreementAcceptance.self, from: Bytes($0.utf8))
        }
        let moments: [(Phrase, String)] = [
            (.orderPlacedAt, "placed_at"), (.orderPaid, "paid_at"), (.archiveOrderEnded, "ended_at"),
        ]
        return section(.class("flow")) {
            h2 { Phrase.archiveOrder(thing.facts["order"] ?? "–") }
            summaryList(
                [SummaryRow(.orderService, .text(accepted?.title ?? thing.facts["service"] ?? "–"))]
                    + moments.compactMap { label, fact in
                        thing.facts[fact].flatMap { Instant($0) }.map { SummaryRow(label, .text(Phrase.moment($0))) }
                    })
            if let accepted {
                acceptedAgreement(accepted)
            } else if let text = thing.text {
                p { text }
            }
        }
    }
}
