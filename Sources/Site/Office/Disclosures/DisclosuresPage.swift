import Disclosures
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// Withdrawals to answer, who is to be told, the form for a transfer, and the latest transfers.
struct DisclosuresPage {
    let tasks: DisclosureDesk.Tasks
    let calendar: WorkingCalendar
    let today: Day
    let form: Form
    let token: FormToken
    let wasDone: Bool

    private var policy: PolicyDocument { tasks.edition.document }
    /// Those who keep and carry data for the operator get them by the programme itself.
    private var partners: [Recipient] { policy.recipients.filter { $0.kind == .partner } }

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.officeDisclosuresTitle }
        p(.class("lead")) { Phrase.officeDisclosuresLead }
        if wasDone { panel(.success, .disclosureDone) }
        section(.class("flow"), .ariaLabelledBy("withdrawals")) {
            h2(.id("withdrawals")) { Phrase.disclosureWithdrawals }
            withdrawals
        }
        section(.class("flow"), .ariaLabelledBy("tellings")) {
            h2(.id("tellings")) { Phrase.disclosureTellings }
            tellings
        }
        if !partners.isEmpty {
            section(.class("flow", "measure"), .ariaLabelledBy("record")) {
                h2(.id("record")) { Phrase.disclosureRecord }
                postForm(to: .prepareDisclosure, token: token) {
                    textField(
                        DisclosuresController.number, .officeCaseNumber, in: form,
                        FieldTraits(width: .half, spellcheck: false))
                    radios(
                        DisclosuresController.recipient, .recipient, in: form,
                        partners.map { Choice($0.id.rawValue, $0.name) })
                    actions { submitButton(.disclosureNext) }
                }
            }
        }
        section(.class("flow"), .ariaLabelledBy("latest")) {
            h2(.id("latest")) { Phrase.disclosureLatest }
            latest
        }
    }

    private var withdrawals: HTML {
        guard !tasks.withdrawals.isEmpty else {
            return emptyState(.disclosureNoWithdrawals, .disclosureNoWithdrawalsWhy)
        }
        return dataTable(
            .disclosureWithdrawals,
            [Column(.officeCaseNumber), Column(.disclosureConsent), Column(.disclosureSince), Column(.officeDue)],
            hidesCaption: true,
            rows: tasks.withdrawals.map { one in
                [
                    a(.href(SitePath.officeWithdrawal(one.id)), .class("case-number")) { one.caseID },
                    .text(title(of: one.consent)), .text(Phrase.moment(one.at)), due(one.term),
                ]
            })
    }

    private var tellings: HTML {
        guard !tasks.tellings.isEmpty else { return emptyState(.disclosureNoTellings, .disclosureNoTellingsWhy) }
        return dataTable(
            .disclosureTellings,
            [Column(.officeCaseNumber), Column(.disclosureWhom), Column(.officeAbout), Column(.officeDue)],
            hidesCaption: true,
            rows: tasks.tellings.map { one in
                [
                    a(.href(SitePath.officeTelling(one.id)), .class("case-number")) { one.caseID },
                    .text(whom(one, in: policy)), .text(.tellingKind(one.kind.rawValue)), due(one.term),
                ]
            })
    }

    private var latest: HTML {
        guard !tasks.newest.isEmpty else { return emptyState(.disclosureNone, .disclosureNoneWhy) }
        return dataTable(
            .disclosureLatest,
            [Column(.officeWhen), Column(.officeCaseNumber), Column(.recipient), Column(.whatTheyGet)],
            hidesCaption: true,
            rows: tasks.newest.map { one in
                [
                    .text(Phrase.moment(one.at)), .text(one.caseID),
                    .text(policy.recipient(one.recipient)?.name ?? .invariable(one.recipient.rawValue)),
                    ul(.class("plain")) {
                        for field in one.fields.compactMap({ policy.field($0) }) { li { field.title } }
                    },
                ]
            })
    }

    private func title(of consent: ConsentID) -> Phrase {
        policy.consent(consent)?.title ?? .invariable(consent.rawValue)
    }

    private func due(_ term: CountedTerm) -> HTML {
        group {
            span(.class("nowrap")) { Phrase.date(term.due) }
            " "
            deadlineBadge(DueDay(term.due, from: today, in: calendar, counted: term))
        }
    }
}

/// Who is to be told, by name of the recipient; the person is named by no more than that.
func whom(_ one: Telling, in policy: PolicyDocument) -> Phrase {
    guard let id = one.recipient else { return .disclosurePerson }
    return policy.recipient(id)?.name ?? .invariable(id.rawValue)
}

/// Which data go to a recipient, of those that the policy lets it have.
struct DisclosureFieldsPage {
    let number: String
    let recipient: Recipient
    let edition: Edition
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        let policy = edition.document
        backLink(to: .officeDisclosures)
        errorSummary(form)
        h1 { Phrase.disclosureRecord }
        p(.class("lead")) {
            recipient.name
            ", "
            number
        }
        p { recipient.reason }
        postForm(to: .recordDisclosure, token: token) {
            input(.type(.hidden), .name(DisclosuresController.number.text), .value(number))
            input(.type(.hidden), .name(DisclosuresController.recipient.text), .value(recipient.id.rawValue))
            ground(policy)
            checkboxes(
                DisclosuresController.fields, .disclosureFields, hint: .disclosureFieldsHint, in: form,
                recipient.fields.filter(allowed).compactMap(policy.field).map { Choice("\($0.number)", $0.title) })
            actions {
                submitButton(.disclosureEnter)
                linkButton(.cancel, to: .officeDisclosures, .secondary)
            }
        }
    }

    /// The purpose of the transfer: chosen where there are several.
    private func ground(_ policy: PolicyDocument) -> HTML {
        let purposes = recipient.purposes.filter { purpose in
            edition.permission(role: .responsible, act: .disclose, datum: .record, purpose: purpose) != nil
        }
        guard purposes.count > 1 else {
            return input(
                .type(.hidden), .name(DisclosuresController.purpose.text), .value(purposes.first?.rawValue ?? ""))
        }
        return radios(
            DisclosuresController.purpose, .purposes, in: form,
            purposes.map { Choice($0.rawValue, policy.purpose($0)?.title ?? .invariable($0.rawValue)) })
    }

    private func allowed(_ field: FieldNumber) -> Bool {
        recipient.purposes.contains { purpose in
            edition.permission(role: .responsible, act: .disclose, datum: .field(field), purpose: purpose) != nil
        }
    }
}
