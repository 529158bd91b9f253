import Staffing
import Access
import HTTPTypes
import Hummingbird
import Markup
import Permits
import Primitives
import Registration
import WebCore

/// Lets staff in with address and password, then a code, and out again.
struct SignInController: Sendable {
    let desk: OfficeDesk
    let sessions: Sessions

    static let email: FieldName = "email"
    static let code: FieldName = "code"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.office, use: home)
        routes.get(.officeSignIn, use: show).get(.officeFactor, use: showFactor)
        routes.costly.post(.officeSignIn, use: enter).post(.officeFactor, use: enterFactor)
        routes.post(.officeSignOut, use: leave)
    }

    /// The first page that the person's roles give.
    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(in: context)
        if officer.roles.contains(.reviewer) { return context.redirect(to: .queue) }
        if officer.roles.contains(.support) { return context.redirect(to: .officeThreads) }
        if officer.roles.contains(.responsible) { return context.redirect(to: .officeRequests) }
        if officer.roles.contains(.support) { return context.redirect(to: .officeOrders) }
        if officer.roles.contains(.administrator) { return context.redirect(to: .staff) }
        return context.respond(
            officePage(.office, officer, at: .office, isNarrow: true, in: context) {
                h1 { Phrase.office }
                p { Phrase.officeNoPages }
            })
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        if context.sitting?.session.assurance == .twoFactors { return context.redirect(to: .office) }
        return context.respond(page(Form(), context))
    }

    private func enter(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        let address = EmailAddress(form.text(Self.email))?.normalised ?? form.text(Self.email)
        do {
            let asker = context.asker(request)
            let token = try await desk.staff.enter(address: address, password: form.text(.password), asker: asker)
            var response = context.redirect(to: .officeFactor)
            KnownCookie.give(try desk.staff.tokens(after: address, asker: asker), on: &response)
            SessionCookie.give(SessionCookie.office, token, .staff, on: &response)
            return response
        } catch AccessRefusal.wrongCredentials {
            form.refuse(Self.email, .officeWrongCredentials)
            return context.respond(page(form, context), status: .unprocessableContent)
        }
    }

    private func page(_ form: Form, _ context: WebContext) -> Page {
        doorPage(.officeSignInTitle, in: context) {
            errorSummary(form)
            h1 { Phrase.officeSignInTitle }
            p { Phrase.officeSignInLead }
            postForm(to: .officeSignIn, token: context.formToken) {
                textField(Self.email, .officeEmail, in: form, .email)
                textField(.password, .officePassword, in: form, .currentPassword)
                actions { submitButton(.officeEnter) }
            }
            p(.class("muted")) { textLink(.officeClientSignIn, to: .signIn) }
        }
    }

    private func showFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let sitting = try context.require(.staff)
        guard let person = sitting.subject else { throw AccessRefusal.noSession }
        if sitting.session.assurance == .twoFactors { return context.redirect(to: .office) }
        guard try await desk.staff.hasFactor(person) else { return context.redirect(to: .newFactor) }
        return context.respond(factorPage(Form(), context))
    }

    private func enterFactor(_ request: Request, _ context: WebContext) async throws -> Response {
        let sitting = try context.require(.staff)
        var form = context.form
        do {
            let token = try await desk.staff.enterFactor(form.trimmed(Self.code) ?? "", session: sitting.session)
            var response = context.redirect(to: .office)
            SessionCookie.give(SessionCookie.office, token, .staff, on: &response)
            return response
        } catch AccessRefusal.wrongCredentials {
            form.refuse(Self.code, .officeWrongFactor)
            form.fill(Self.code, "")
            return context.respond(factorPage(form, context), status: .unprocessableContent)
        }
    }

    private func factorPage(_ form: Form, _ context: WebContext) -> Page {
        doorPage(.officeFactorTitle, in: context) {
            errorSummary(form)
            h1 { Phrase.officeFactorTitle }
            postForm(to: .officeFactor, token: context.formToken) {
                textField(
                    Self.code, .officeFactorLabel, hint: .officeFactorHint, in: form,
                    FieldTraits(autocomplete: .oneTimeCode, width: .half, spellcheck: false))
                actions { submitButton(.officeEnter) }
            }
            p(.class("muted")) { Phrase.officeLostFactor }
        }
    }

    private func leave(_ request: Request, _ context: WebContext) async throws -> Response {
        if let sitting = context.sitting { try await sessions.end(sitting.digest) }
        var response = context.redirect(to: .officeSignIn)
        SessionCookie.office.clear(on: &response)
        // Not cookies: that the browser is known outlasts the session.
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\", \"storage\"" }
        return response
    }
}
