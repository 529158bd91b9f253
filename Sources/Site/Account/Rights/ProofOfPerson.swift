import Access
import HTTPTypes
import Hummingbird
import Permits
import Primitives
import Registration
import WebCore

extension AccountRooms {
    /// The code to show once more who one is, for which the session waits.
    func pendingProof(_ own: Own) async throws -> OneTimeCodes.Pending? {
        let codes = registrar.codes
        return try await gate.look { try codes.pending(.prove, channel: nil, session: own.digest, in: $0) }
    }

    /// Sends such a code; one that was sent to this session within the last minute is still good.
    ///
    /// - Throws: `AccessRefusal`.
    func askProof(_ own: Own, _ request: Request, _ context: WebContext) async throws {
        do {
            _ = try await signIn.askProof(of: own.subject, session: own.session, asker: context.asker(request))
        } catch let refusal as AccessRefusal {
            guard case .tooSoon = refusal, try await pendingProof(own) != nil else { throw refusal }
        }
    }

    /// The page on which that code is entered.
    ///
    /// - Parameter carried: what travels with the page until the code has come.
    func proofPage(
        _ carried: String, _ use: CodePage.Use, enter: SitePath, again: SitePath, _ form: Form, _ own: Own,
        _ request: Request, _ context: WebContext, wasSentAgain: Bool = false, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let pending = try await pendingProof(own)
        let channel = pending?.channel ?? .email
        let page = CodePage(
            channel: channel, mask: SentTo.mask(channel, in: request),
            waiting: CodePage.Waiting(pending, at: time.now), form: form, token: context.formToken,
            wasSentAgain: wasSentAgain, paths: CodePage.Paths(enter: enter, again: again, change: nil, other: nil),
            use: use, operator: context.site.frame.operator, carried: (.kept, carried))
        return context.respond(page.page, status: status)
    }
}
