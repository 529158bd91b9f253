import Access
import HTTPTypes
import Hummingbird
import Permits
import Primitives
import Registration
import Rights
import WebCore

/// What a person does at once with their own data, once they have shown lately who they are.
struct RightsActController: Sendable {
    let rooms: AccountRooms

    static let aim: FieldName = "aim"

    /// What can be done at once.
    enum Aim: String {
        case block, unblock
        /// Leads on to where it is taken.
        case copy
        /// Withdraws a registration that was sent, and has all destroyed.
        case end
        /// Lead on to where the address is changed.
        case email, telephone
    }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountAct, use: toRights).get(.accountActCode, use: toRights)
            .get(.accountActCodeAgain, use: toRights).post(.accountActCode, use: takeCode)
        routes.costly.post(.accountAct, use: act).post(.accountActCodeAgain, use: sendAgain)
    }

    private func toRights(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: .accountRights)
    }

    private func act(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let aim = Aim(rawValue: context.form.text(Self.aim)) else { throw PageRefusal(.invalid) }
        return try await act(aim, own, request, context)
    }

    /// Does it, or asks for a code first.
    func act(_ aim: Aim, _ own: Own, _ request: Request, _ context: WebContext) async throws -> Response {
        if rooms.signIn.isProven(own.session) { return try await perform(aim, own, request, context) }
        do {
            try await rooms.askProof(own, request, context)
        } catch AccessRefusal.notAnAddress where own.session.representation != nil && aim == .end {
            // A child has no address of their own: the representative has lately shown who they are.
            guard try await isRepresentativeProven(own, request) else {
                throw PageRefusal(.conflict, .proveInOwnRegistration)
            }
            return try await perform(aim, own, request, context)
        } catch AccessRefusal.notAnAddress {
            throw PageRefusal(.conflict, .proofNeedsAddress)
        } catch let refusal as AccessRefusal {
            throw PageRefusal(.tooMany, .codeRefusal(refusal))
        }
        return try await codePage(aim, Form(), own, request, context)
    }

    /// Whether who acts for another has shown so in the session of their own, which waits meanwhile.
    private func isRepresentativeProven(_ own: Own, _ request: Request) async throws -> Bool {
        guard let digest = OwnSessionCookie.digest(in: request), let waiting = try await rooms.sessions.find(digest),
            let person = waiting.subject, rooms.signIn.isProven(waiting)
        else { return false }
        let represented = try await rooms.registrar.represented(by: person)
        return represented.contains { $0.row.id == own.session.representation }
    }

    private func perform(
        _ aim: Aim, _ own: Own, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        do {
            switch aim {
            case .block: try await rooms.rights.block(own.subject, session: own.digest)
            case .unblock: try await rooms.rights.unblock(own.subject, session: own.digest)
            case .copy: return context.redirect(to: .accountCopy)
            case .end:
                let registration = try await rooms.registration(of: own)
                guard !registration.state.isDecided else { return context.redirect(to: .account) }
                return try await rooms.end(registration, own, request, context)
            case .email: return context.redirect(to: .accountEmail)
            case .telephone: return context.redirect(to: .accountTelephone)
            }
        } catch RightsRefusal.blockedByOperator {
            return context.redirect(to: SitePath.accountAsk("unblock"))
        } catch RightsRefusal.blockedAlready {
            return context.redirect(to: .accountRights)
        } catch RightsRefusal.notBlocked {
            return context.redirect(to: .accountRights)
        }
        return context.redirect(to: .accountRights.with("done", aim.rawValue))
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        guard let aim = Aim(rawValue: form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            try await rooms.signIn.prove(form.text(.code), of: own.subject, session: own.session)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return try await codePage(aim, form, own, request, context, status: .unprocessableContent)
        }
        return try await perform(aim, own, request, context)
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let aim = Aim(rawValue: context.form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            _ = try await rooms.signIn.askProof(of: own.subject, session: own.session, asker: context.asker(request))
            return try await codePage(aim, Form(), own, request, context, wasSentAgain: true)
        } catch let refusal as AccessRefusal {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(aim, form, own, request, context, status: .tooManyRequests)
        }
    }

    private func codePage(
        _ aim: Aim, _ form: Form, _ own: Own, _ request: Request, _ context: WebContext, wasSentAgain: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        try await rooms.proofPage(
            aim.rawValue, .acting, enter: .accountActCode, again: .accountActCodeAgain, form, own, request, context,
            wasSentAgain: wasSentAgain, status: status)
    }
}
