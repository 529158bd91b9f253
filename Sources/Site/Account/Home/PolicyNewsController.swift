import Consents
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Publication
import Registration
import WebCore

/// What has changed in the policy since the person looked at it last, and where they agree to it afresh if they wish.
struct PolicyNewsController: Sendable {
    let rooms: AccountRooms

    /// The switch of the notice by e-mail.
    static let mail: FieldName = "mail"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountPolicy, use: show).post(.accountPolicy, use: agree)
            .post(.accountPolicySeen, use: see).post(.accountPolicyMail, use: setMail)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(try await page(in: context, form: Form()).page)
    }

    private func agree(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let chosen = context.form.texts(.consent)
        guard !chosen.isEmpty else {
            var form = context.form
            form.refuse(.consent, .policyNewsChoose)
            return context.respond(try await page(in: context, form: form).page, status: .unprocessableContent)
        }
        let shown = Int(context.form.text(.edition)) ?? 0
        try await rooms.consents.agreeAfresh(
            to: Set(chosen.map { ConsentID($0) }), language: context.language,
            personName: try await rooms.applicantName(of: own), shown: shown, of: own.subject, session: own.digest)
        try await rooms.notices.saw(shown, by: own.subject)
        return context.redirect(to: .accountPolicy.with("done", "1"))
    }

    /// The person has read it; nothing is agreed to by that.
    private func see(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.status()
        guard let number = Int(context.form.text(.edition)) else { throw PageRefusal(.invalid) }
        try await rooms.notices.saw(number, by: own.subject)
        return context.redirect(to: .account)
    }

    private func setMail(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        try await rooms.notices.setByEmail(
            context.form.isChecked(Self.mail), of: own.subject, session: own.digest)
        return context.redirect(to: .accountPolicy.with("done", "1"))
    }

    private func page(in context: WebContext, form: Form) async throws -> PolicyNewsPage {
        let own = try context.own()
        let (edition, items) = try await rooms.consents.outdated(of: own.subject)
        // The name is opened only where a text is made out in it.
        let name = items.isEmpty ? "" : try await rooms.name(of: own).shown
        let wording = rooms.consents.wording(
            edition, in: context.language, for: try await rooms.registrant(of: own))
        return PolicyNewsPage(
            news: try await rooms.notices.standing(of: own.subject), edition: edition.number,
            items: items.map { ($0, wording.items(of: $0, personName: name)) }, form: form, token: context.formToken,
            wasDone: context.path.value(of: "done") != nil)
    }
}
