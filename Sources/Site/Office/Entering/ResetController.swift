import Access
import Hummingbird
import Markup
import Primitives
import Staffing
import WebCore

/// Opens one-time links to a new second factor: with the password, or to a new password too.
struct ResetController: Sendable {
    let desk: OfficeDesk

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.officeReset, use: show)
        routes.costly.post(SitePath.officeReset, use: reset)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeReset.values(in: context)
        let kind = try await desk.link(text, for: [.reset, .renew]).kind
        return context.respond(page(text, kind, Form(), context))
    }

    private func reset(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.officeReset.values(in: context)
        let (link, kind) = try await desk.link(text, for: [.reset, .renew])
        var form = context.form
        let password = form.text(.password)
        do {
            let session =
                kind == .renew
                ? try await desk.staff.renew(link, password: password)
                : try await desk.staff.useReset(link, password: password)
            var response = context.redirect(to: .newFactor)
            SessionCookie.give(SessionCookie.office, session, .staff, on: &response)
            return response
        } catch AccessRefusal.wrongCredentials {
            form.refuse(.password, .officeWrongPassword)
        } catch StaffRefusal.noInvitation {
            throw PageRefusal(.gone, .officeLinkEnded)
        } catch let refusal as any Refusal {
            guard let fault = PasswordFault(refusal) else { throw refusal }
            form.refuse(.password, fault.message)
        }
        return context.respond(page(text, kind, form, context), status: .unprocessableContent)
    }

    private func page(_ text: String, _ kind: Invitation.Kind, _ form: Form, _ context: WebContext) -> Page {
        doorPage(.officeResetTitle, in: context) {
            errorSummary(form)
            h1 { Phrase.officeResetTitle }
            p { kind == .renew ? Phrase.officeRenewLead : Phrase.officeResetLead }
            postForm(to: SitePath.officeReset(text), token: context.formToken) {
                if kind == .renew {
                    textField(.password, .officeNewPassword, hint: .officeNewPasswordHint, in: form, .newPassword)
                } else {
                    textField(.password, .officePassword, in: form, .currentPassword)
                }
                actions { submitButton(.next) }
            }
        }
    }
}

extension OfficeDesk {
    /// The token of a one-time link that can still be used, and what it is for.
    func link(_ text: String, for kinds: [Invitation.Kind]) async throws -> (token: Bytes, kind: Invitation.Kind) {
        guard let token = Bytes(hex: text), token.count == 32, let kind = try await staff.link(token),
            kinds.contains(kind)
        else { throw PageRefusal(.gone, .officeLinkEnded) }
        return (token, kind)
    }
}
