import Access
import Hummingbird
import Markup
import Primitives
import Registration
import Staffing
import WebCore

/// Opens one-time links to enrol.
struct EnrolController: Sendable {
    let desk: OfficeDesk

    static let family: FieldName = "family"
    static let given: FieldName = "given"
    static let email: FieldName = "email"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.officeEnrol, use: show)
        routes.costly.post(SitePath.officeEnrol, use: enrol)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeEnrol.values(in: context)
        _ = try await desk.link(text, for: [.enrol])
        return context.respond(page(text, Form(), context))
    }

    private func enrol(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeEnrol.values(in: context)
        let link = try await desk.link(text, for: [.enrol]).token
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
                try desk.staff.tokens(after: email.normalised, asker: context.asker(request)), on: &response)
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
