import Permits
import Access
import Hummingbird
import Markup
import Primitives
import Staffing
import WebCore

/// Connects an authenticator app, and shows the recovery codes once.
struct FactorController: Sendable {
    let desk: OfficeDesk
    let qr: @Sendable (String) -> QRDrawing?

    static let code: FieldName = "code"
    /// The secret that is not in force yet: sealed with the person's key, so it may travel with the form.
    static let sealed: FieldName = "sealed"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.newFactor, use: show).post(.newFactor, use: confirm)
    }

    private func person(in context: WebContext) async throws -> (SubjectID, Session) {
        let session = try context.require(.staff).session
        guard let person = session.subject else { throw AccessRefusal.noSession }
        return (person, session)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (person, session) = try await person(in: context)
        if session.assurance == .twoFactors { return context.redirect(to: .office) }
        if try await desk.staff.hasFactor(person) { return context.redirect(to: .officeFactor) }
        guard session.assurance == .link else { throw PageRefusal(.forbidden, .officeFactorNeedsLink) }
        let (secret, sealed) = try await desk.staff.newFactor(for: person)
        return context.respond(page(secret, sealed, of: person, Form(), context))
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        let (person, session) = try await person(in: context)
        var form = context.form
        guard let sealed = Bytes(hex: form.text(Self.sealed)) else { return context.redirect(to: .newFactor) }
        do {
            let (token, recovery) = try await desk.staff.confirmFactor(
                sealed, code: form.trimmed(Self.code) ?? "", session: session)
            var response = context.respond(recoveryPage(recovery, context))
            SessionCookie.give(SessionCookie.office, token, .staff, on: &response)
            return response
        } catch AccessRefusal.wrongCredentials {
            guard let secret = try? await desk.staff.factor(sealed, of: person) else {
                return context.redirect(to: .newFactor)
            }
            form.refuse(Self.code, .officeWrongFactor)
            form.fill(Self.code, "")
            return context.respond(
                page(secret, sealed, of: person, form, context), status: .unprocessableContent)
        }
    }

    private func page(
        _ secret: TOTPSecret, _ sealed: Bytes, of person: SubjectID, _ form: Form, _ context: WebContext
    ) -> Page {
        let uri = secret.uri(
            issuer: context.site.frame.operator.name[context.language],
            account: shortPseudonym(desk.gate.pseudonym(of: person)))
        return doorPage(.officeNewFactorTitle, in: context) {
            errorSummary(form)
            h1 { Phrase.officeNewFactorTitle }
            p { Phrase.officeNewFactorLead }
            if let drawing = qr(uri) {
                svg(width: drawing.side, height: drawing.side, .class("qr"), .role("img")) {
                    drawingTitle(.text(.officeQRName))
                    rect(x: 0, y: 0, width: drawing.side, height: drawing.side, .class("qr-paper"))
                    path(computed: drawing.path, .class("qr-ink"))
                }
            }
            folded(.officeSecret, isOpen: qr(uri) == nil) { copyable(secret.readable, label: .officeSecret) }
            postForm(to: .newFactor, token: context.formToken) {
                input(.type(.hidden), .name(Self.sealed.text), .value(sealed.hex))
                textField(Self.code, .officeSixDigits, in: form, .oneTimeCode)
                actions { submitButton(.next) }
            }
        }
    }

    private func recoveryPage(_ codes: [TOTPRecoveryCode], _ context: WebContext) -> Page {
        let readable = codes.map(\.readable)
        return doorPage(.officeRecoveryTitle, in: context) {
            h1 { Phrase.officeRecoveryTitle }
            p(.class("lead")) { Phrase.officeRecoveryLead }
            ol(.class("codes"), .noTranslation) {
                for text in readable { li { Markup.code { text } } }
            }
            actions {
                button(
                    .type(.button), .class("link-button"), .hidden,
                    .data("data-copy", readable.joined(separator: "\n")),
                    .data("data-done", Phrase.copied)
                ) {
                    icon(.copy)
                    Phrase.copy
                }
                button(.type(.button), .class("link-button"), .hidden, .data("data-print")) {
                    icon(.print)
                    Phrase.print
                }
            }
            actions { linkButton(.officeRecoveryKept, to: .undertaking) }
        }
    }
}
