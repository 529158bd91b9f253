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

@Suite("A registration by a programme")
struct RegisteringTests {
    private static let email = "aigerim@example.kz"

    @Test(
        "is a draft with names, consent and a vouched address, each on record as the programme's",
        arguments: Engine.available)
    func registers(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let registered = try await house.subjects.register(
                try await house.application(), as: house.request("1", of: client), by: client)
            let (gate, now) = (house.house.gate, house.house.clock.now)
            let (row, contacts, consents) = try await gate.look { transaction in
                let store = RegistrationStore(transaction)
                return (
                    try store.find(registered.subject), try store.contacts(of: registered.subject),
                    try ConsentStore(transaction).inForce(of: registered.subject, at: now, under: gate.book)
                )
            }
            #expect(row?.state == .draft)
            #expect(row?.number == registered.number)
            #expect(contacts[.email]?.confirmedAt != nil)
            #expect(Set(consents.keys) == [.main])
            let entries = try await house.house.gate.history(of: registered.subject, limit: 100)
            #expect(Set(entries.map(\.act)) == ["consent", "register", "addContact", "confirmContact"])
            #expect(entries.allSatisfy { $0.role == "client" && $0.note["client"] == "shop" })
            #expect(entries.first { $0.act == "confirmContact" }?.note["vouched"] == "1")
            #expect(entries.first { $0.act == "register" }?.note["case"] == "order-17")
        }
    }

    @Test("lets the person come in by a code to the vouched address and go on", arguments: Engine.available)
    func goesOn(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let registered = try await house.subjects.register(
                try await house.application(), as: house.request("1", of: client), by: client)
            let signIn = house.house.signIn
            let token = try await signIn.askCode(.email, field: .email, address: Self.email)
            try await signIn.dispatch()
            try await house.house.courier.round()
            let entered = try await signIn.enter(
                code: try await house.house.outbox.code(), session: Session.digest(of: token))
            try await house.house.registrar.send(registered.subject, session: Session.digest(of: entered.token))
            let row = try await house.house.gate.look { try RegistrationStore($0).find(registered.subject) }
            #expect(row?.state == .sent)
        }
    }

    @Test(
        "sent again answers with the same person, also long after; another body is refused", arguments: Engine.available
    )
    func again(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let application = try await house.application()
            let first = try await house.subjects.register(application, as: house.request("1", of: client), by: client)
            house.house.clock.advance(by: .days(6))
            // Another process knows of it too.
            let elsewhere = SubjectDesk(
                gate: house.house.gate, registrar: house.house.registrar, time: house.house.clock.source)
            let second = try await elsewhere.register(application, as: house.request("1", of: client), by: client)
            #expect(second == first)
            await #expect(throws: ClientRefusal.otherBody) {
                _ = try await house.subjects.register(
                    application, as: house.request("1", "another", of: client), by: client)
            }
            #expect(try await house.house.count("registration") == 1)
        }
    }

    @Test("has a key of its own programme: another one's is another", arguments: Engine.available)
    func boundToClient(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let (shop, desk) = (try await house.client("shop"), try await house.client("desk"))
            let first = try await house.subjects.register(
                try await house.application(), as: house.request("1", of: shop), by: shop)
            let second = try await house.subjects.register(
                try await house.application("Ойдан", email: "bekzat@example.kz"), as: house.request("1", of: desk),
                by: desk)
            #expect(first.subject != second.subject)
        }
    }

    @Test("sent sixteen times at once, to two processes, registers one person", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let application = try await house.application()
            let desks = [
                house.subjects,
                SubjectDesk(gate: house.house.gate, registrar: house.house.registrar, time: house.house.clock.source),
            ]
            let answers = try await withThrowingTaskGroup(of: SubjectID?.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        do {
                            let request = house.request("1", of: client)
                            return try await desks[number % 2].register(application, as: request, by: client).subject
                        } catch ClientRefusal.inProgress {
                            return nil
                        }
                    }
                }
                return try await group.reduce(into: [SubjectID?]()) { $0.append($1) }
            }
            #expect(Set(answers.compactMap(\.self)).count == 1)
            for table in ["registration", "consent", "contact", "idempotency"] {
                #expect(try await house.house.count(table) == 1, "\(table)")
            }
        }
    }

    @Test("of somebody who was erased is not made anew by the same request", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let application = try await house.application()
            let first = try await house.subjects.register(application, as: house.request("1", of: client), by: client)
            try await house.house.registrar.end(first.subject, by: .withdrawRegistration, session: [1])
            await #expect(throws: ClientRefusal.erased) {
                _ = try await house.subjects.register(application, as: house.request("1", of: client), by: client)
            }
        }
    }

    @Test(
        "of an address that belongs to an account confirms nothing, tells the holder, and answers alike",
        arguments: Engine.available)
    func taken(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let holder = try await house.house.register("Үлгіева", "Айгерім", email: Self.email)
            let registered = try await house.subjects.register(
                try await house.application("Ойдан"), as: house.request("1", of: client), by: client)
            let contacts = try await house.house.gate.look {
                try RegistrationStore($0).contacts(of: registered.subject)
            }
            #expect(contacts[.email]?.confirmedAt == nil)
            let found = try await house.subjects.lookUp(.email, Self.email, for: .contact, caseID: "1", by: client)
            #expect(found == [holder.subject])
            let before = await house.house.outbox.deliveries.count
            try await house.house.courier.round()
            #expect(await house.house.outbox.deliveries.count == before + 1)
        }
    }

    @Test("with another edition or another text than the one in force stores nothing", arguments: Engine.available)
    func otherText(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            let client = try await house.client()
            let old = try await house.application()
            try await house.house.publishNextEdition()
            await #expect(throws: RegistrationRefusal.otherEdition) {
                _ = try await house.subjects.register(old, as: house.request("1", of: client), by: client)
            }
            let named = try await house.application("Үлгіева")
            let other = Registrar.Application(
                named.beginning, shown: [.main: Bytes(repeating: 1, count: 32)], addresses: named.addresses,
                vouched: [.email], caseID: "1")
            await #expect(throws: RegistrationRefusal.otherText(.main)) {
                _ = try await house.subjects.register(other, as: house.request("2", of: client), by: client)
            }
            let unknown = Registrar.Application(
                named.beginning, shown: named.shown.merging(["nothing": Bytes(repeating: 1, count: 32)]) { $1 },
                addresses: named.addresses, vouched: [.email], caseID: "1")
            await #expect(throws: RegistrationRefusal.otherText("nothing")) {
                _ = try await house.subjects.register(unknown, as: house.request("3", of: client), by: client)
            }
            for table in ["subject", "registration", "idempotency"] {
                #expect(try await house.house.count(table) == 0, "\(table)")
            }
        }
    }

    @Test("beyond the key is refused and stores nothing", arguments: Engine.available)
    func beyondTheKey(engine: Engine) async throws {
        try await ClientHouse.run(on: engine) { house in
            var bounds = ClientHouse.shop
            bounds.vouched = []
            let silent = try await house.client("silent", bounds)
            await #expect(throws: ClientRefusal.mayNotVouch) {
                _ = try await house.subjects.register(
                    try await house.application(), as: house.request("1", of: silent), by: silent)
            }
            bounds.purposes = ["contact", "rights"]
            bounds.vouched = ["email"]
            let other = try await house.client("other", bounds)
            let refusal = try await reason {
                _ = try await house.subjects.register(
                    try await house.application(), as: house.request("1", of: other), by: other)
            }
            #expect(refusal == .outsideBounds)
            #expect(try await house.house.count("subject") == 0)
        }
    }
}
