import Access
import HTTPTypes
import Hummingbird
import Markup
import Primitives
import Registration
import WebCore

/// Leads those who have no session to the sign-in page, and says to those who have too weak a one what is needed.
struct AccountFilter: RouterMiddleware {
    let sessions: Sessions

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch AccessRefusal.noSession {
            guard !request.isFromScript else { throw AccessRefusal.noSession }
            // The session in which they acted for another has ended; what was entered is not sent again in their own.
            if let own = OwnSessionCookie.digest(in: request), try await sessions.find(own) != nil {
                var response = context.redirect(to: .representing.with("ended", "1"))
                OwnSessionCookie.restore(request, in: context, on: &response)
                return response
            }
            if request.method == .post, context.form.hasEntries {
                return context.resend(.sessionEnded(signIn: .signIn.with("ended", "1")))
            }
            return context.redirect(to: .signIn.with("ended", "1"))
        } catch AccessRefusal.needsMore {
            return context.respond(needsMorePage, status: .forbidden)
        } catch RegistrationRefusal.notNow {
            return context.redirect(to: .account)
        }
    }

    private var needsMorePage: Page {
        Page(.needsMoreTitle, for: .person) {
            h1 { Phrase.needsMoreTitle }
            p(.class("lead")) { Phrase.needsMoreLead }
            actions {
                linkButton(.signInOtherwise, to: .signIn)
                linkButton(.toStatus, to: .account, .secondary)
            }
        }
    }
}

extension HTTPField.Name {
    static let formTokenHeader = constant("Form-Token")
    static let uploadOffset = constant("Upload-Offset")
    static let clearSiteData = constant("Clear-Site-Data")

    private static func constant(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a token after RFC 9110") }
        return name
    }
}
