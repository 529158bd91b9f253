import HTTPTypes
import Hummingbird
import Markup
import Primitives

/// Takes nothing new while the disk is nearly full, so that there is room for the evidence of what is here already.
struct RoomFilter: RouterMiddleware {
    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        if [.get, .head].contains(request.method) || context.site.hasRoom() {
            return try await next(request, context)
        }
        if context.isFromProgramme { return context.respond(Problem(.noRoom)) }
        if request.isFromScript {
            // Our own words, in which nothing needs escaping.
            let text = "{\"message\":\"\(Phrase.noRoomLead[context.language])\"}"
            return Response(
                status: .insufficientStorage, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        }
        if context.form.hasEntries { return context.resend(.noRoom) }
        let page = noRoomPage(context.site.frame.operator) {
            actions { linkButton(.toHome, to: .home, .secondary) }
        }
        return context.respond(page, status: .insufficientStorage)
    }
}

extension SiteRoutes {
    /// Routes that store something new; refused while there is no room for it.
    package var storing: SiteRoutes { behind(RoomFilter()) }
}

extension RouterGroup<WebContext> {
    /// Routes of the API that store something new; refused while there is no room for it.
    package var storing: RouterGroup<WebContext> { group().add(middleware: RoomFilter()) }
}

/// Says what cannot be done, what can, and whom to call.
func noRoomPage(_ contact: OperatorIdentity, @HTMLBuilder then: () -> HTML) -> Page {
    let way = then()
    return Page(.noRoomTitle, for: .person, switchPath: .home) {
        h1 { Phrase.noRoomTitle }
        p(.class("lead")) { Phrase.noRoomLead }
        p { Phrase.noRoomMeanwhile }
        if !contact.telephone.isEmpty {
            p {
                Phrase.noRoomUrgent
                " "
                a(.class("nowrap"), .href(.telephone(contact.telephoneE164))) { contact.telephone }
            }
        }
        way
    }
}

extension HTTPResponse.Status {
    /// RFC 4918, 11.5.
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}
