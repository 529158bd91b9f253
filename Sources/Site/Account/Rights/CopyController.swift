import Access
import HTTPTypes
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// A copy of everything held about a person, which they take once they have shown lately who they are.
struct CopyController: Sendable {
    let rooms: AccountRooms

    static let recipient: FieldName = "recipient"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountCopy, use: show)
        routes.costly.post(.accountCopy, use: take)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        page(Form(), try context.own(), context)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        guard rooms.signIn.isProven(own.session) else { return page(form, own, context, status: .forbidden) }
        do {
            let copy = try await rooms.rights.copy(
                of: own.subject, session: own.digest, for: form.trimmed(Self.recipient), documents: rooms.documents)
            return .download(copy.fileName, as: copy.mediaType) { try await copy.write($0) }
        } catch RightsRefusal.noRecipient {
            form.refuse(Self.recipient, .copyNoRecipient)
        }
        return page(form, own, context, status: .unprocessableContent)
    }

    private func page(
        _ form: Form, _ own: Own, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let isProven = rooms.signIn.isProven(own.session)
        return context.respond(CopyPage(isProven: isProven, form: form, token: context.formToken).page, status: status)
    }
}

/// Where a copy is taken, as it lies open or sealed for sending.
struct CopyPage {
    /// The person has shown lately who they are.
    let isProven: Bool
    let form: Form
    let token: FormToken

    var page: Page {
        Page(.copyTitle, for: .person, switchPath: .accountCopy, tabs: accountTabs(.accountRights)) {
            errorSummary(form)
            backLink(.toRights, to: .accountRights)
            h1 { Phrase.copyTitle }
            p(.class("lead")) { Phrase.right(.copy) }
            p { Phrase.copyLead }
            if isProven {
                postForm(to: .accountCopy, token: token) {
                    recipient
                    actions { submitButton(.copyVerb) }
                }
            } else {
                p { Phrase.copyNeedsProof }
                postForm(to: .accountAct, token: token) {
                    actions {
                        submitButton(
                            .copyProve, name: RightsActController.aim, value: RightsActController.Aim.copy.rawValue)
                    }
                }
            }
        }
    }

    private var recipient: HTML {
        folded(.copySealed, isOpen: form.error(of: CopyController.recipient) != nil) {
            textField(
                CopyController.recipient, .copyRecipient, hint: .copyRecipientHint, in: form,
                FieldTraits(isOptional: true, spellcheck: false))
        }
    }
}
