import Agreements
import Disclosures
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// Who receives a person's data.
struct RecipientsPage {
    let policy: PolicyDocument
    let standing: [ConsentID: StandingConsent]
    /// What is offered, each with the recipients that it needs.
    let services: [OfferedService]
    let found: DisclosureDesk.Own
    /// The person's orders, which refusals may name.
    let orders: [OrderDesk.Standing]
    /// What staff say of refusals.
    let explanations: [Identifier<Withdrawal>: PersonalData<String>]

    var page: Page {
        Page(
            .ownRecipientsTitle, for: .person, switchPath: .accountRecipients, tabs: accountTabs(.accountRecipients)
        ) {
            h1 { Phrase.ownRecipientsTitle }
            p(.class("lead")) { Phrase.ownRecipientsLead }
            for recipient in policy.recipients where isReceiving(recipient) { card(recipient) }
            for recipient in found.former { card(recipient) }
            let kept = found.withdrawals.filter {
                $0.state == .refused && ($0.order != nil || explanations[$0.id] != nil)
            }
            if !kept.isEmpty {
                h2 { Phrase.withdrawalKeeps }
                ul { for one in kept { li { keeps(one) } } }
            }
        }
    }

    /// For what data are kept after a withdrawal that was refused.
    @HTMLBuilder private func keeps(_ one: Withdrawal) -> HTML {
        policy.consent(one.consent)?.title ?? .invariable(one.consent.rawValue)
        ": "
        if let order = orders.first(where: { $0.row.reference.number == one.order }) {
            a(.href(SitePath.accountOrder(order.row.reference.number))) {
                Phrase.orderOfNumber(order.row.reference.description, order.title).withinSentence
            }
            if explanations[one.id] != nil { ". " }
        }
        if let words = explanations[one.id] {
            if one.isOutside {
                Phrase.withdrawalObligationOutside.withinSentence
                ": "
            }
            span(.noTranslation) { words.reveal() }
        }
    }

    private func isReceiving(_ recipient: Recipient) -> Bool {
        recipient.required || consent(of: recipient).map { standing[$0.id] != nil } == true
            || !transfers(to: recipient).isEmpty
    }

    private func consent(of recipient: Recipient) -> ConsentItem? {
        policy.consents.first { $0.recipient == recipient.id }
    }

    private func transfers(to recipient: Recipient) -> [Disclosure] {
        found.disclosures.filter { $0.recipient == recipient.id }.reversed()
    }

    private func card(_ recipient: Recipient) -> HTML {
        let transfers = transfers(to: recipient)
        return section(.class("card")) {
            div(.class("card-head")) {
                h2 { recipient.name }
                statusTag(ground(recipient), isStopped(recipient) ? .neutral : .good)
            }
            p { recipient.reason }
            summaryList(rows(recipient))
            if !transfers.isEmpty {
                h3 { Phrase.ownTransfers }
                ul { for one in transfers { li { line(one) } } }
            }
            let told = found.tellings.filter { $0.recipient == recipient.id }
            if !told.isEmpty {
                h3 { Phrase.ownTold }
                ul { for one in told.reversed() { li { line(one) } } }
            }
        }
    }

    private func isStopped(_ recipient: Recipient) -> Bool {
        policy.recipient(recipient.id) == nil
            || !recipient.required && consent(of: recipient).map { standing[$0.id] == nil } != false
    }

    private func ground(_ recipient: Recipient) -> Phrase {
        if recipient.required, !isStopped(recipient) { return .ownByService }
        return isStopped(recipient) ? .ownStopped : .ownByConsent
    }

    private func rows(_ recipient: Recipient) -> [SummaryRow] {
        let names =
            recipient.fields.compactMap(policy.field).filter { $0.source != .staff }.map(\.title)
            + recipient.documents.compactMap { policy.documentKind($0)?.title }
        var rows = [
            SummaryRow(.country, .text(Phrase.countryName(recipient.country))),
            SummaryRow(
                .whatTheyGet,
                names.count > 6 ? folded(.historyData(names.count)) { list(names) } : list(names)),
            SummaryRow(.purposes, list(recipient.purposes.compactMap { policy.purpose($0)?.title })),
        ]
        let needing = services.map(\.version.card).filter { $0.recipients.contains(recipient.id) }
        if !needing.isEmpty { rows.append(SummaryRow(.orderRecipientFor, list(needing.map(\.title)))) }
        if let item = consent(of: recipient), let given = standing[item.id] {
            rows.append(
                SummaryRow(
                    .consentSince,
                    a(.href(SitePath.accountConsents)) { Phrase.moment(given.since) }))
        }
        return rows
    }

    private func list(_ names: [Phrase]) -> HTML { ul(.class("plain")) { for name in names { li { name } } } }

    private func line(_ one: Disclosure) -> HTML {
        let told = found.tellings.first { $0.kind == .transfer && $0.about == one.id.bytes }
        return group {
            Phrase.moment(one.at)
            ": "
            for (index, field) in one.fields.compactMap({ policy.field($0) }).enumerated() {
                if index > 0 { ", " }
                index > 0 ? field.title.withinSentence : field.title
            }
            if let purpose = policy.purpose(one.purpose) {
                " ("
                purpose.title.withinSentence
                ")"
            }
            if let day = told?.toldOn {
                ". "
                Phrase.ownToldYou(.date(day))
            }
        }
    }

    private func line(_ one: Telling) -> HTML {
        group {
            Phrase.tellingKind(one.kind.rawValue)
            if let field = one.field.flatMap(policy.field) {
                ", "
                field.title.withinSentence
            }
            ": "
            if let day = one.toldOn { Phrase.ownToldOn(.date(day)) } else { Phrase.ownToldBy(.by(one.term.due)) }
        }
    }
}
