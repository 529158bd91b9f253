import Access
import Hummingbird
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// The second step: addresses, and the codes that show that they are the person's own.
struct ContactsController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.contactsStep, use: show)
            .get(SitePath.code, use: showCode).post(SitePath.code, use: takeCode)
        routes.costly.post(.contactsStep, use: take).post(SitePath.codeAgain, use: sendAgain)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard try await rooms.registration(of: own).state == .draft else { return context.redirect(to: .account) }
        let contacts = try await rooms.contacts(of: own)
        let channels = try await self.channels()
        var form = Form()
        let held = channels.filter { contacts[$0] != nil }
        if !held.isEmpty {
            let record = try await rooms.read(held.map(\.field), of: own)
            for channel in held { form.fill(channel.fieldName, channel.shown(record)) }
        }
        return context.respond(try await page(form, contacts, channels, own, context))
    }

    /// What the policy in force asks for.
    private func channels() async throws -> [Channel] {
        try await rooms.registrar.edition().document.contacts.channels
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        var form = context.form
        let contacts = try await rooms.contacts(of: own)
        let channels = try await self.channels()
        var given: [Channel: (shown: String, compared: String)] = [:]
        let isChild = try await rooms.registrant(of: own) == .child
        for channel in channels where channels.count == 1 && !isChild || form.trimmed(channel.fieldName) != nil {
            given[channel] = form.address(channel)
        }
        if form.isAccepted, given.isEmpty {
            // A child is reached through whoever acts for them.
            if isChild { return context.redirect(to: .documentsStep) }
            form.refuse(.email, .giveOneAddress)
        }
        guard form.isAccepted else {
            return context.respond(
                try await page(form, contacts, channels, own, context), status: .unprocessableContent)
        }
        var (waiting, isChanged): (Channel?, Bool) = (nil, false)
        for channel in channels {
            guard let address = given[channel] else { continue }
            let digests = try rooms.registrar.addresses.digests(channel.field, address.compared).map(\.digest)
            let isSame = contacts[channel].map { digests.contains($0.target) } ?? false
            if !isSame {
                isChanged = true
                try await rooms.registrar.storeContact(
                    channel, address, of: own.subject, session: own.digest)
            }
            if waiting == nil, !isSame || contacts[channel]?.confirmedAt == nil { waiting = channel }
        }
        let isEnough = !isChanged && contacts.values.contains { $0.confirmedAt != nil }
        guard let channel = waiting, !isEnough else {
            return context.redirect(to: .documentsStep)
        }
        return try await send(channel, own, given.mapValues(\.shown), request, context) { refusal in
            form.refuse(channel.fieldName, .codeRefusal(refusal))
            return context.respond(
                try await page(form, contacts, channels, own, context), status: .tooManyRequests)
        }
    }

    private func page(
        _ form: Form, _ contacts: [Channel: ContactRow], _ channels: [Channel], _ own: Own, _ context: WebContext
    ) async throws -> Page {
        ContactsPage(
            form: form, token: context.formToken, channels: channels,
            confirmed: Set(contacts.filter { $1.confirmedAt != nil }.keys),
            isChild: try await rooms.registrant(of: own) == .child
        ).page
    }

    /// Sends a code and leads to its page; one that was sent to this session within the last minute is still good.
    ///
    /// - Parameter given: what was entered, which the browser keeps masked for the pages of codes.
    private func send(
        _ channel: Channel, _ own: Own, _ given: [Channel: String], _ request: Request, _ context: WebContext,
        otherwise: (AccessRefusal) async throws -> Response
    ) async throws -> Response {
        do {
            try await rooms.registrar.sendCode(
                channel, to: own.subject, session: own.digest, asker: context.asker(request))
        } catch let refusal as AccessRefusal {
            let codes = rooms.registrar.codes
            let pending = try await rooms.gate.look {
                try codes.pending(.confirm, channel: channel, session: own.digest, in: $0)
            }
            guard case .tooSoon = refusal, pending != nil else { return try await otherwise(refusal) }
        }
        var response = context.redirect(to: SitePath.code(channel.rawValue))
        for (channel, address) in given { SentTo.give(channel, address, on: &response) }
        return response
    }
}

extension ContactsController {
    private func showCode(_ request: Request, _ context: WebContext) async throws -> Response {
        try await codePage(try channel(context), Form(), request, context)
    }

    private func takeCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let channel = try channel(context)
        var form = context.form
        do {
            try await rooms.registrar.confirm(
                form.text(.code), channel, of: own.subject, session: own.digest)
            return context.redirect(to: try await next(own))
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return try await codePage(channel, form, request, context, status: .unprocessableContent)
        } catch RegistrationRefusal.alreadyRegistered {
            form.refuse(.code, .emailHasAccount)
            return try await codePage(channel, form, request, context, status: .conflict)
        }
    }

    private func next(_ own: Own) async throws -> SitePath {
        try await rooms.registration(of: own).state == .draft ? .documentsStep : .account
    }

    private func sendAgain(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let channel = Channel(rawValue: try SitePath.codeAgain.values(in: context)) else {
            throw PageRefusal(.notFound)
        }
        do {
            try await rooms.registrar.sendCode(
                channel, to: own.subject, session: own.digest, asker: context.asker(request))
            return context.redirect(to: SitePath.code(channel.rawValue).with("sent", "1"))
        } catch let refusal as AccessRefusal {
            var form = Form()
            form.refuse(.code, .codeRefusal(refusal))
            return try await codePage(channel, form, request, context, status: .tooManyRequests)
        }
    }

    private func channel(_ context: WebContext) throws -> Channel {
        guard let channel = Channel(rawValue: try SitePath.code.values(in: context)) else {
            throw PageRefusal(.notFound)
        }
        return channel
    }

    private func codePage(
        _ channel: Channel, _ form: Form, _ request: Request, _ context: WebContext,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let own = try context.own()
        let (codes, session) = (rooms.registrar.codes, own.digest)
        let contacts = try await rooms.contacts(of: own)
        guard let contact = contacts[channel] else { return context.redirect(to: .contactsStep) }
        guard contact.confirmedAt == nil || status != .ok else { return context.redirect(to: try await next(own)) }
        let pending = try await rooms.gate.look {
            try codes.pending(.confirm, channel: channel, session: session, in: $0)
        }
        let other = channel.other
        let isDraft = try await rooms.registration(of: own).state == .draft
        let waiting = CodePage.Waiting(pending, at: rooms.time.now)
        let page = CodePage(
            channel: channel, mask: SentTo.mask(channel, in: request), waiting: waiting, form: form,
            token: context.formToken, wasSentAgain: context.path.value(of: "sent") != nil,
            paths: CodePage.Paths(
                enter: SitePath.code(channel.rawValue), again: SitePath.codeAgain(channel.rawValue),
                change: isDraft ? .contactsStep : nil,
                other: contacts[other] == nil || !isDraft ? nil : SitePath.codeAgain(other.rawValue)),
            use: isDraft ? .registering : .confirmingLater, operator: context.site.frame.operator)
        return context.respond(page.page, status: status)
    }
}

extension Form {
    /// The address that was entered; nil when it is none, which is said beside the field.
    fileprivate mutating func address(_ channel: Channel) -> (shown: String, compared: String)? {
        do throws(RegistrationRefusal) {
            return try Registrar.normalised(channel, text(channel.fieldName))
        } catch {
            if case .fields(let problems) = error { refuse(problems) }
            return nil
        }
    }
}

extension Channel {
    var fieldName: FieldName { self == .email ? .email : .telephone }

    var label: Phrase { self == .email ? .email : .telephone }

    /// The own address as it is shown to its holder.
    func shown(_ record: OpenRecord) -> String {
        let text = record[field]?.reveal() ?? ""
        return self == .email ? text : TelephoneNumber.format(text)
    }
}
