import Access
import HTTPTypes
import Hummingbird
import Permits
import Primitives
import Registration
import WebCore

/// Puts another e-mail address or telephone number in the place of an own one, by a code to the new one; before that the
/// person shows lately who they are.
struct AddressController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        for channel in Channel.allCases {
            routes.get(channel.changePath) { _, context in
                _ = try await own(changing: channel, context)
                return try await page(channel, Form(), context)
            }
            routes.costly.post(channel.changePath) { try await take(channel, $0, $1) }
        }
        routes.get(.accountAddressCode, use: toData).get(.accountAddressCodeAgain, use: toData)
            .post(.accountAddressCode, use: takeCode)
        routes.costly.post(.accountAddressCodeAgain, use: sendAgain)
    }

    private func toData(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: .accountData)
    }

    /// The person, who has such an address to change.
    private func own(changing channel: Channel, _ context: WebContext) async throws -> Own {
        let own = try context.own()
        guard own.session.representation == nil else { throw PageRefusal(.forbidden, .notForAnother) }
        let state = try await rooms.registration(of: own).state
        guard state != .draft else { throw RegistrationRefusal.notNow(state) }
        guard try await rooms.contacts(of: own)[channel] != nil else { throw PageRefusal(.notFound) }
        return own
    }

    private func take(_ channel: Channel, _ request: Request, _ context: WebContext) async throws -> Response {
        let own = try await own(changing: channel, context)
        guard rooms.signIn.isProven(own.session) else { return try await prove(channel, own, context) }
        var form = context.form
        do {
            let kept = try await rooms.registrar.askChange(
                of: channel, to: form.text(channel.fieldName), of: own.subject, in: own.session,
                asker: context.asker(request))
            return try await codePage(kept, Form(), own, context)
        } catch RegistrationRefusal.fields(let problems) {
            form.refuse(problems)
            return try await page(channel, form, context, status: .unprocessableContent)
        } catch let refusal as AccessRefusal where refusal.kind == .tooMany {
            form.refuse(channel.fieldName, .codeRefusal(refusal))
            return try await page(channel, form, context, status: .tooManyRequests)
        }
    }

    /// By the password; whoever has none, or not this moment, asks for a code.
    private func prove(_ channel: Channel, _ own: Own, _ context: WebContext) async throws -> Response {
        var form = context.form
        // What came too late, after the proof: it is asked for again.
        guard form.trimmed(.presentPassword) != nil else {
            return try await page(channel, form, context, status: .forbidden)
        }
        do {
            try await rooms.signIn.prove(
                password: form.text(.presentPassword), of: own.subject, session: own.session)
            return context.redirect(to: channel.changePath)
        } catch AccessRefusal.wrongCredentials {
            form.refuse(.presentPassword, .wrongPasswordOrCode)
            return try await page(channel, form, context, status: .unprocessableContent)
        }
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        guard let kept = Bytes(hex: form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            let (channel, address) = try await rooms.registrar.change(
                form.text(.code), kept: kept, of: own.subject, in: own.session)
            var response = context.redirect(to: .accountData.with("done", channel.rawValue))
            SentTo.give(channel, address.reveal(), on: &response)
            return response
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return try await codePage(kept, form, own, context, status: .unprocessableContent)
        } catch RegistrationRefusal.alreadyRegistered {
            form.refuse(.code, .emailHasAccount)
            return try await codePage(kept, form, own, context, status: .conflict)
        } catch AccessRefusal.needsProof {
            return context.redirect(to: .accountData)
        }
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let kept = Bytes(hex: context.form.text(.kept)) else { throw PageRefusal(.invalid) }
        guard let channel = try await pending(own)?.channel else { return context.redirect(to: .accountData) }
        do {
            let address = try await rooms.registrar.newAddress(kept, of: own.subject, in: own.session)
            _ = try await rooms.registrar.askChange(
                of: channel, to: address.reveal(), of: own.subject, in: own.session, again: true,
                asker: context.asker(request))
            return try await codePage(kept, Form(), own, context, wasSentAgain: true)
        } catch AccessRefusal.needsProof {
            return context.redirect(to: channel.changePath)
        } catch let refusal as AccessRefusal where refusal.kind == .tooMany {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(kept, form, own, context, status: .tooManyRequests)
        }
    }
}

extension AddressController {
    private func pending(_ own: Own) async throws -> OneTimeCodes.Pending? {
        let codes = rooms.registrar.codes
        return try await rooms.gate.look { try codes.pending(.change, channel: nil, session: own.digest, in: $0) }
    }

    private func page(
        _ channel: Channel, _ form: Form, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try context.own()
        let page = AddressPage(
            channel: channel, isProven: rooms.signIn.isProven(own.session),
            hasPassword: try await rooms.signIn.hasPassword(own.subject), form: form, token: context.formToken)
        return context.respond(page.page, status: status)
    }

    private func codePage(
        _ kept: Bytes, _ form: Form, _ own: Own, _ context: WebContext, wasSentAgain: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let pending = try await pending(own)
        let channel = pending?.channel ?? .email
        let address = try await rooms.registrar.newAddress(kept, of: own.subject, in: own.session)
        let page = CodePage(
            channel: channel, mask: channel.mask(address.reveal()),
            waiting: CodePage.Waiting(pending, at: rooms.time.now), form: form, token: context.formToken,
            wasSentAgain: wasSentAgain,
            paths: CodePage.Paths(
                enter: .accountAddressCode, again: .accountAddressCodeAgain, change: channel.changePath, other: nil),
            use: .confirmingLater, operator: context.site.frame.operator, carried: (.kept, kept.hex))
        return context.respond(page.page, status: status)
    }
}

extension Channel {
    /// Where an own address is changed.
    var changePath: SitePath { self == .email ? .accountEmail : .accountTelephone }
}
