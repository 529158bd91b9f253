import Access
import Hummingbird
import Markup
import Primitives
import Registration
import Staffing
import WebCore

/// Opens one-time links: to enrol, or to begin a new second factor.
struct EnrolController: Sendable {
    let desk: OfficeDesk

    static let family: FieldName = "family"
    static let given: FieldName = "given"
    static let email: FieldName = "email"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.officeEnrol, use: show).get(SitePath.officeReset, use: showReset)
        routes.costly.post(SitePath.officeEnrol, use: enrol).post(SitePath.officeReset, use: reset)
    }

    /// The token of a link that can still be used for `kind`.
    private func token(_ text: String, for kind: Invitation.Kind) async throws -> Bytes {
        guard let token = Bytes(hex: text), token.count == 32, try await desk.staff.link(token) == kind else {
            throw PageRefusal(.gone, .officeLinkEnded)
        }
        return token
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeEnrol.values(in: context)
        _ = try await token(text, for: .enrol)
        return context.respond(page(text, Form(), context))
    }

    private func enrol(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeEnrol.values(in: context)
        let link = try await token(text, for: .enrol)
        var form = context.form
        let family = form.name(Self.family, missing: .officeFamilyNameMissing)
        let given = form.name(Self.given, missing: .officeGivenNameMissing)
        let email = EmailAddress(form.text(Self.email))
        if email == nil { form.refuse(Self.email, .officeEmailWrong) }
        guard form.isAccepted, let email, let family, let given else { return again(text, form, context) }
        do {
            let session = try await desk.staff.enrol(
                link,
                StaffDesk.Enrolment(
                    family: family, given: given,
                    email: (email.text, email.normalised), password: form.text(.password)))
            var response = context.redirect(to: .newFactor)
            SessionCookie.give(SessionCookie.office, session, .staff, on: &response)
            KnownCookie.give(
                desk.staff.tokens(after: email.normalised, asker: context.asker(request)), on: &response)
            return response
        } catch StaffRefusal.addressInUse {
            form.refuse(Self.email, .officeAddressInUse)
        } catch StaffRefusal.noInvitation {
            throw PageRefusal(.gone, .officeLinkEnded)
        } catch let refusal as any Refusal {
            guard let fault = PasswordFault(refusal) else { throw refusal }
            form.refuse(.password, fault.message)
        }
        return again(text, form, context)
    }

    private func again(_ text: String, _ form: Form, _ context: WebContext) -> Response {
        context.respond(page(text, form, context), status: .unprocessableContent)
    }

    private func page(_ text: String, _ form: Form, _ context: WebContext) -> Page {
        doorPage(.officeEnrolTitle, in: context) {
            errorSummary(form)
            h1 { Phrase.officeEnrolTitle }
            p { Phrase.officeEnrolLead }
            postForm(to: SitePath.officeEnrol(text), token: context.formToken) {
                textField(Self.family, .officeFamilyName, in: form, .familyName)
                textField(Self.given, .officeGivenName, in: form, .givenName)
                textField(Self.email, .officeEmail, in: form, .email)
                textField(
                    .password, .officeNewPassword, hint: .officeNewPasswordHint, in: form, .newPassword)
                actions { submitButton(.next) }
            }
        }
    }

    private func showReset(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeReset.values(in: context)
        _ = try await token(text, for: .reset)
        return context.respond(resetPage(text, Form(), context))
    }

    private func reset(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeReset.values(in: context)
        let link = try await token(text, for: .reset)
        var form = context.form
        do {
            let session = try await desk.staff.useReset(link, password: form.text(.password))
            var response = context.redirect(to: .newFactor)
            SessionCookie.give(SessionCookie.office, session, .staff, on: &response)
            return response
        } catch AccessRefusal.wrongCredentials {
            form.refuse(.password, .officeWrongPassword)
            return context.respond(resetPage(text, form, context), status: .unprocessableContent)
        }
    }

    private func resetPage(_ text: String, _ form: Form, _ context: WebContext) -> Page {
        doorPage(.officeResetTitle, in: context) {
            errorSummary(form)
            h1 { Phrase.officeResetTitle }
            p { Phrase.officeResetLead }
            postForm(to: SitePath.officeReset(text), token: context.formToken) {
                textField(.password, .officePassword, in: form, .currentPassword)
                actions { submitButton(.next) }
            }
        }
    }
}

extension Form {
    /// A part of a name that was entered; nil when it is none, which is said beside the field.
    mutating func name(_ field: FieldName, missing: Phrase) -> String? {
        do throws(PersonName.Fault) {
            if let part = try PersonName.part(text(field)) { return part }
            refuse(field, missing)
        } catch {
            refuse(field, .nameFault(error))
        }
        return nil
    }
}
