import Markup
import Access
import Hummingbird
import Primitives
import Rights
import WebCore

/// Leads whoever has no session, or one that is not complete yet, to the page where they can go on.
struct OfficeDoor: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch AccessRefusal.noSession {
            if request.method == .post, context.form.hasEntries {
                return context.resend(.sessionEnded(signIn: .officeSignIn))
            }
            return context.redirect(to: .officeSignIn)
        } catch AccessRefusal.needsMore {
            return context.redirect(to: .officeFactor)
        } catch OfficeRefusal.needsUndertaking {
            return context.redirect(to: .undertaking)
        } catch RightsRefusal.own {
            throw PageRefusal(.forbidden, .officeOwnRequest)
        } catch OfficeRefusal.noRole {
            return context.respond(noRolePage(), status: .forbidden)
        }
    }
}

/// Why a page of the office does not open.
enum OfficeRefusal: Refusal, Hashable {
    /// The confidentiality undertaking is still to be accepted.
    case needsUndertaking
    /// None of the person's roles gives the page.
    case noRole

    var kind: RefusalKind { .forbidden }
}
