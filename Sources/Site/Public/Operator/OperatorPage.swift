import Markup
import Primitives
import WebCore

/// Who runs the site and whose it is (clause 1.1).
package struct OperatorPage: Sendable {
    let `operator`: OperatorIdentity

    package init(operator: OperatorIdentity) { self.operator = `operator` }

    package var page: Page {
        Page(.operatorTitle, for: .everyone) {
            h1 { Phrase.operatorTitle }
            summaryList(rows)
            h2 { Phrase.exclusiveRightsTitle }
            p { Phrase.exclusiveRights(`operator`.name) }
            p { textLink(.toContacts, to: .contacts) }
        }
    }

    private var rows: [SummaryRow] {
        var rows = [SummaryRow(.operatorName, .text(`operator`.name))]
        if !`operator`.registrationNumber.isEmpty {
            rows.append(SummaryRow(`operator`.numberLabel, `operator`.registrationNumber))
        }
        if !`operator`.place.ru.isEmpty { rows.append(SummaryRow(.place, .text(`operator`.place))) }
        rows.append(SummaryRow(.siteAddress, `operator`.site))
        rows.append(SummaryRow(.governingLaw, .text(.lawOfKazakhstan)))
        return rows
    }
}
