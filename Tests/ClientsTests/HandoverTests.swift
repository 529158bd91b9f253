import Access
import Clients
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A registration by a programme that vouches for nothing")
struct HandoverTests {
    private static let email = "aigerim@example.kz"
    /// Browsers, as the visit cookie tells them apart.
    private static let (browser, other): (Bytes, Bytes) = ([1], [2])

    /// Somebody registered by a programme whose key was not made for vouching, and the token of the link.
    private static func handed(
        in house: ClientHouse, key: String = "1"
    ) async throws -> (registered: Registrar.Registered, token: Bytes) {
        var bounds = ClientHouse.shop
        bounds.vouched = []
        let client = try await house.client("silent", bounds)
        let registered = try await house.subjects.register(
            try await house.application(email: email, vouched: []), as: house.request(key, of: client), by: client)
        return (registered, house.house.registrar.linkToken(of: registered))
    }

    @Test("is a draft with an address that is not confirmed, shown masked by its link", arguments: Engine.available)
    func shown(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (registered, token) = try await Self.handed(in: house)
            let contacts = try await house.house.gate.look {
                try RegistrationStore($0).contacts(of: registered.subject)
            }
            #expect(contacts[.email] != nil && contacts[.email]?.confirmedAt == nil)
            let handover = try #require(try await house.house.registrar.handover(token, in: Self.browser))
            #expect(handover.subject == registered.subject)
            #expect(handover.client == "silent")
            #expect(handover.masks == [EmailAddress.mask(Self.email)])
            #expect(!handover.masks.contains(Self.email))
        }
    }

    @Test("is gone on with by the link: code, and sent; the ledger tells who did what", arguments: Engine.available)
    func goesOn(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (registered, token) = try await Self.handed(in: house)
            let registrar = house.house.registrar
            let session = Session.digest(of: try #require(try await registrar.goOn(token, in: Self.browser)))
            let found = try #require(
                try await Sessions(gate: house.house.gate, time: house.house.clock.source).find(session))
            #expect(found.subject == registered.subject)
            #expect(found.kind == .registration && found.assurance.opensData)
            try await registrar.sendCode(.email, to: registered.subject, session: session)
            try await house.house.courier.round()
            try await registrar.confirm(
                try await house.house.outbox.code(), .email, of: registered.subject, session: session)
            try await registrar.send(registered.subject, session: session)
            let row = try await house.house.gate.look { try RegistrationStore($0).find(registered.subject) }
            #expect(row?.state == .sent)
            let entries = try await house.house.gate.history(of: registered.subject, limit: 100)
            let acts = Dictionary(grouping: entries, by: \.role).mapValues { Set($0.map(\.act)) }
            #expect(acts["client"] == ["consent", "register", "addContact"])
            #expect(acts["subject"] == ["signIn", "confirmContact", "send"])
            #expect(entries.first { $0.act == "register" }?.note["client"] == "silent")
            #expect(entries.first { $0.act == "signIn" }?.note["with"] == "link")
        }
    }

    @Test("sent again answers with the same link, which works once all the same", arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (registered, token) = try await Self.handed(in: house)
            let client = try #require(try await house.desk.all().first)
            let application = try await house.application(email: Self.email, vouched: [])
            func repeated() async throws -> Bytes {
                house.house.registrar.linkToken(
                    of: try await house.subjects.register(
                        application, as: house.request("1", of: client), by: client))
            }
            #expect(try await repeated() == token)
            #expect(try await house.house.registrar.goOn(token, in: Self.browser) != nil)
            #expect(try await repeated() == token)
            #expect(try await house.house.registrar.goOn(token, in: Self.other) == nil)
            #expect(try await house.house.count("handover") == 1)
            #expect(registered.number.isEmpty == false)
        }
    }

    @Test("is opened by nothing but its link, and by that once", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (registered, token) = try await Self.handed(in: house)
            let registrar = house.house.registrar
            // Looking uses nothing up, whoever looks and however often.
            for browser in [Self.browser, Self.other, Self.browser] {
                #expect(try await registrar.handover(token, in: browser) != nil)
            }
            var near = token
            near[15] ^= 1
            let guesses = [
                near, Bytes(token.dropLast()), token + [0], [], registered.subject.bytes, Randomness.system.bytes(16),
            ]
            for guess in guesses {
                #expect(try await registrar.handover(guess, in: Self.browser) == nil)
                #expect(try await registrar.goOn(guess, in: Self.browser) == nil)
            }
            #expect(try await registrar.goOn(token, in: Self.browser) != nil)
            #expect(try await registrar.handover(token, in: Self.other) == nil)
            #expect(try await registrar.goOn(token, in: Self.other) == nil)
            // The same browser may have lost the answer, and asks once more soon.
            #expect(try await registrar.goOn(token, in: Self.browser) != nil)
            house.house.clock.advance(by: .minutes(11))
            #expect(try await registrar.goOn(token, in: Self.browser) == nil)
            #expect(try await house.house.count("session") == 2)
        }
    }

    @Test("is opened by one of sixteen browsers at once", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (_, token) = try await Self.handed(in: house)
            let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<16 {
                    group.addTask { try await house.house.registrar.goOn(token, in: [UInt8(number)]) != nil }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(opened == 1)
            #expect(try await house.house.count("session") == 1)
        }
    }

    @Test("is opened no more after three days, nor when the draft has ended", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (registered, token) = try await Self.handed(in: house)
            let registrar = house.house.registrar
            house.house.clock.advance(by: .hours(71))
            #expect(try await registrar.handover(token, in: Self.browser) != nil)
            house.house.clock.advance(by: .hours(1))
            #expect(try await registrar.handover(token, in: Self.browser) == nil)
            #expect(try await registrar.goOn(token, in: Self.browser) == nil)
            try await house.house.gate.perform { [clock = house.house.clock] in
                try HandoverStore($0).sweep(at: clock.now)
            }
            #expect(try await house.house.count("handover") == 0)
            house.house.clock.advance(by: .days(40))
            _ = try await registrar.sweep()
            let state = try await house.house.gate.look { try SubjectStore($0).find(registered.subject)?.state }
            #expect(state == .erased)
        }
    }

    @Test("is opened no more once the person was erased, and leaves nothing", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (registered, token) = try await Self.handed(in: house)
            let registrar = house.house.registrar
            try await registrar.end(registered.subject, by: .decline, session: [1])
            #expect(try await registrar.handover(token, in: Self.browser) == nil)
            #expect(try await registrar.goOn(token, in: Self.browser) == nil)
            #expect(try await house.house.count("handover") == 0)
        }
    }

    @Test("keeps neither the token nor an address where it can be read", arguments: Engine.available)
    func sealed(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (_, token) = try await Self.handed(in: house)
            let values = try await house.house.database.read { transaction in
                try transaction.rows("SELECT digest, client, masks FROM handover").map {
                    (try $0.bytes(0), try $0.text(1), try $0.bytes(2))
                }
            }
            let (digest, client, masks) = try #require(values.first)
            #expect(values.count == 1 && client == "silent")
            #expect(!digest.starts(with: token) && digest.count == 32)
            #expect(!String(decoding: masks, as: UTF8.self).contains("example"))
        }
    }

    @Test(
        "of an address that belongs to an account answers alike, and tells the holder alone",
        arguments: Engine.available)
    func taken(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            _ = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            let before = await house.house.outbox.deliveries.count
            let (registered, token) = try await Self.handed(in: house)
            #expect(try await house.house.registrar.handover(token, in: Self.browser) != nil)
            try await house.house.courier.round()
            let told = await house.house.outbox.deliveries
            #expect(told.count == before + 1)
            // Nor does the code page tell: the holder is told once more instead.
            let session = Session.digest(
                of: try #require(try await house.house.registrar.goOn(token, in: Self.browser)))
            try await house.house.registrar.sendCode(.email, to: registered.subject, session: session)
            try await house.house.courier.round()
            let newest = await house.house.outbox.deliveries.last
            #expect(newest?.text.firstMatch(of: /[0-9]{6}/) == nil)
        }
    }

    @Test("has no link where an address was vouched for", arguments: Engine.available)
    func vouched(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let registered = try await house.subjects.register(
                try await house.application(), as: house.request("1", of: client), by: client)
            let token = house.house.registrar.linkToken(of: registered)
            #expect(try await house.house.registrar.goOn(token, in: Self.browser) == nil)
            #expect(try await house.house.count("handover") == 0)
        }
    }
}
