import Consents
import Disclosures
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Consents with their history, given and withdrawn one by one.
struct ConsentsController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountConsents, use: show).post(.accountConsents, use: decide)
            .get(SitePath.accountConsentText, use: text)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let history = try await rooms.consents.history(of: own.subject)
        let edition = try await rooms.consents.edition()
        let page = ConsentsPage(
            policy: edition.document, editions: try await editions(of: history), history: history,
            standing: try await rooms.consents.standing(of: own.subject),
            withdrawals: try await rooms.disclosures.own(own.subject).withdrawals,
            grounds: rooms.disclosures.duties.law.refusalGrounds, token: context.formToken,
            wasDone: context.path.value(of: "done") != nil)
        return context.respond(page.page)
    }

    /// Those under which something was given or withdrawn.
    private func editions(of history: [ConsentRow]) async throws -> [Int: PolicyDocument] {
        let numbers = Set(history.map(\.edition))
        return try await rooms.gate.look { [rooms] transaction in
            try numbers.reduce(into: [:]) { $0[$1] = try rooms.gate.book.edition($1, in: transaction)?.document }
        }
    }

    private func text(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let shown = try await rooms.consents.shown(
            try SitePath.accountConsentText.values(in: context), of: own.subject, session: own.digest)
        let title = try await editions(of: [shown.row])[shown.row.edition]?.consent(shown.row.consent)?.title
        return context.respond(
            ConsentTextPage(
                title: title ?? .invariable(shown.row.consent.rawValue), row: shown.row, text: shown.text
            ).page)
    }

    private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let id = ConsentID(context.form.text(.consent))
        let edition = try await rooms.consents.edition()
        let answer = context.form.text(.answer)
        guard let item = try await item(id, edition, own) else { throw PageRefusal(.notFound) }
        let registration = try await rooms.registration(of: own)
        // Without the main consent nothing may be kept of a registration that is not decided.
        if item.required, !registration.state.isDecided { return context.redirect(to: .end) }
        let name = try await rooms.applicantName(of: own)
        guard answer == "give" || answer == "withdraw" else {
            let text = rooms.consents.wording(
                edition, in: context.language, for: try await rooms.registrant(of: own)
            ).items(of: item, personName: name)
            let page = ConsentDecisionPage(
                item: item, text: text, gives: answer == "ask-give", token: context.formToken)
            return context.respond(page.page)
        }
        try await rooms.consents.decide(
            id, give: answer == "give", language: context.language, personName: name,
            shown: Int(context.form.text(.edition)) ?? 0, of: own.subject, session: own.digest)
        return context.redirect(to: .accountConsents.with("done", "1"))
    }

    /// A consent of the policy in force, or an earlier one that stands still.
    private func item(_ id: ConsentID, _ edition: Edition, _ own: Own) async throws -> ConsentItem? {
        if let item = edition.document.askedConsents.first(where: { $0.id == id }) { return item }
        guard let given = try await rooms.consents.standing(of: own.subject)[id] else { return nil }
        return try await rooms.gate.look { [rooms] in
            try rooms.gate.book.edition(given.edition, in: $0)?.document.consent(id)
        }
    }
}
