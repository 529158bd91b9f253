import Access
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Every datum held, hidden until shown, with why it is needed and until when it is kept.
struct OwnDataPage {
    let policy: PolicyDocument
    let held: [FieldNumber]
    /// What was asked to be shown.
    let shown: [FieldNumber: String]
    let readings: [ReadField]
    let hasDocuments: Bool
    /// Addresses can be changed.
    let canChange: Bool
    /// The one that was changed just now.
    let changed: Channel?
    let token: FormToken

    var page: Page {
        Page(.ownDataTitle, for: .person, switchPath: .accountData, tabs: accountTabs(.accountData)) {
            h1 { Phrase.ownDataTitle }
            if let changed { panel(.success, .addressReplaced(changed == .email)) }
            p(.class("lead")) { Phrase.ownDataLead }
            summaryList(held.compactMap(policy.field).map(row))
            if shown.count < held.count { showAll("all", .showAll) }
            h2 { Phrase.readingsTitle }
            p { Phrase.readingsLead }
            if readings.isEmpty {
                if hasDocuments { showAll("readings", .showReadings) } else { p(.class("muted")) { Phrase.noReadings } }
            } else {
                summaryList(
                    readings.map { reading in
                        SummaryRow(
                            policy.field(reading.field)?.title ?? .invariable("\(reading.field)"),
                            reading.text.replacing("|", with: " "))
                    })
            }
        }
    }

    private func showAll(_ value: String, _ label: Phrase) -> HTML {
        postForm(to: .accountData, token: token) {
            actions { submitButton(label, .secondary, name: .field, value: value) }
        }
    }

    private func row(_ field: Field) -> SummaryRow {
        SummaryRow(
            field.title,
            group {
                if let text = shown[field.number] {
                    p(.noTranslation) { value(text, of: field) }
                } else {
                    maskedValue(
                        "••••••••", label: field.title, show: .accountData, token: token, field: .field,
                        value: "\(field.number)")
                }
                p(.class("muted", "small")) {
                    Phrase.whyAndUntil(field.reason, .retention(field.keep))
                    " "
                    a(.href(SitePath.policy.address(fragment: field.clause.rawValue))) {
                        Phrase.clause(field.clause.rawValue)
                    }
                }
            }, change: canChange ? Channel.allCases.first { $0.field == field.number }?.changePath : nil)
    }

    private func value(_ text: String, of field: Field) -> HTML {
        switch field.number {
        case .declaration:
            .text(Phrase.declaration(Registrant.allCases.first { $0.declaration == text } ?? .person))
        case .registrantKind: .text(Registrant(rawValue: text)?.title ?? .invariable(text))
        case .telephone: .text(TelephoneNumber.format(text))
        default: .text(text)
        }
    }
}
