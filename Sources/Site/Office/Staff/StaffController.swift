import Access
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Staffing
import WebCore

/// The administrator's page of people, roles and links.
struct StaffController: Sendable {
    let desk: OfficeDesk

    static let roles: FieldName = "roles"
    static let role: FieldName = "role"
    static let person: FieldName = "person"
    static let sure: FieldName = "sure"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.staff, use: show).post(.staffNames, use: showNames)
        routes.post(.invite, use: invite).post(.resetFactor, use: reset)
        routes.post(.grantRole, use: grant).post(.revokeRole, use: revoke).post(.endAccess, use: end)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func showNames(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let living = try await desk.staff.members().filter { $0.state != .ended }.map(\.subject)
        let names = try await desk.staff.names(living, by: officer.actor(.administrator))
        return context.respond(try await page(officer, Form(), names: names, context))
    }

    private func page(
        _ officer: Officer, _ form: Form, names: [SubjectID: PersonalData<String>] = [:], _ context: WebContext
    ) async throws -> Page {
        let policy = try await desk.staff.policy()
        let page = StaffPage(
            members: try await desk.staff.members(), names: names, own: officer.person, policy: policy,
            isSingleHanded: try await desk.staff.isSingleHanded(),
            roles: policy.roles.filter { $0.kind == .staff && $0.id != .member },
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) }, form: form, token: context.formToken)
        return officePage(.officeStaffTitle, officer, at: .staff, switchPath: .staff, in: context) {
            page.content
        }
    }

    private func invite(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        var form = context.form
        let roles = form.texts(Self.roles).map { RoleID($0) }
        guard !roles.isEmpty else {
            form.refuse(Self.roles, .officeChooseRole)
            return context.respond(try await page(officer, form, context), status: .unprocessableContent)
        }
        let token = try await desk.staff.invite(roles, by: officer.actor(.administrator))
        return try await link(SitePath.officeEnrol(token.hex), officer, context)
    }

    private func reset(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let token = try await desk.staff.resetFactor(of: try person(in: context), by: officer.actor(.administrator))
        return try await link(SitePath.officeReset(token.hex), officer, context)
    }

    /// The page that shows a link, once.
    private func link(_ path: SitePath, _ officer: Officer, _ context: WebContext) async throws -> Response {
        let address = context.site.settings.baseURL + path.address.text(in: context.language)
        let term = try await desk.staff.policy().terms.invitation
        return context.respond(
            officePage(.officeLinkTitle, officer, at: .staff, isNarrow: true, switchPath: .staff, in: context) {
                h1 { Phrase.officeLinkTitle }
                panel(.warning, .officeLinkOnce) { p { Phrase.officeLinkUntil(.lasting(term.span)) } }
                copyable(address, label: .officeLinkTitle)
                actions { linkButton(.officeToStaff, to: .staff, .secondary) }
            })
    }

    private func grant(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        try await desk.staff.grant(
            RoleID(context.form.text(Self.role)), to: try person(in: context), by: officer.actor(.administrator))
        return context.redirect(to: .staff)
    }

    private func revoke(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        try await orLast {
            try await desk.staff.revoke(
                RoleID(context.form.text(Self.role)), from: try person(in: context), by: officer.actor(.administrator))
        }
        return context.redirect(to: .staff)
    }

    private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let person = try person(in: context)
        guard context.form.isChecked(Self.sure) else {
            return context.respond(endPage(person, officer, context))
        }
        try await orLast { try await desk.staff.endAccess(of: person, by: officer.actor(.administrator)) }
        return context.redirect(to: .staff)
    }

    private func endPage(_ person: SubjectID, _ officer: Officer, _ context: WebContext) -> Page {
        let question = Phrase.officeEndAccessQuestion(shortPseudonym(desk.gate.pseudonym(of: person)))
        return officePage(question, officer, at: .staff, isNarrow: true, switchPath: .staff, in: context) {
            h1 { question }
            p(.class("lead")) { Phrase.officeEndAccessMeans }
            postForm(to: .endAccess, token: context.formToken) {
                input(.type(.hidden), .name(Self.person.text), .value(person.description))
                actions {
                    submitButton(.officeEndAccess, .danger, name: Self.sure)
                    linkButton(.cancel, to: .staff, .secondary)
                }
            }
        }
    }

    private func orLast(_ change: () async throws -> Void) async throws {
        do { try await change() } catch StaffRefusal.lastAdministrator {
            throw PageRefusal(.invalid, .officeLastAdministrator)
        }
    }

    private func person(in context: WebContext) throws -> SubjectID {
        guard let person = SubjectID(context.form.text(Self.person)) else { throw StaffRefusal.noMember }
        return person
    }
}
