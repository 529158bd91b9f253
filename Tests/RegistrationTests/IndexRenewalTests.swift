import Access
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

@Suite("A change of the index key")
struct IndexRenewalTests {
    private static let rooms = [AddressBook.indexRoom, RegistrationStore.indexRoom]

    private static func versions(_ house: TestHouse, of person: Person) async throws -> [Int] {
        let subject = person.subject
        return try await house.gate.look { transaction in
            try transaction.rows("SELECT version FROM address WHERE subject_id = \(subject) ORDER BY version")
                .map { Int(try $0.int(0)) }
        }
    }

    /// Asks for a code and enters it.
    private static func signsIn(_ house: TestHouse, _ address: String) async throws -> Bool {
        house.clock.advance(by: .minutes(2))
        let before = await house.outbox.deliveries.count
        let token = try await house.signIn.askCode(.email, field: .email, address: address)
        try await house.signIn.dispatch()
        try await house.courier.round()
        guard await house.outbox.deliveries.count == before + 1 else { return false }
        _ = try await house.signIn.enter(code: try await house.outbox.code(), session: Session.digest(of: token))
        return true
    }

    @Test("does not keep anybody out between its announcement and the filling", arguments: Engine.available)
    func announced(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            #expect(try await Self.signsIn(house, "aigerim@example.kz"))
            _ = try house.gate.announceIndexVersion()
            #expect(try await Self.signsIn(house, "aigerim@example.kz"))
        }
    }

    @Test(
        "fills all confirmed addresses, with an entry for each person, and the former key finds nobody",
        arguments: Engine.available)
    func filled(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            var people: [(Person, String)] = []
            for number in 0..<5 {
                let address = "person\(number)@example.kz"
                people.append((try await house.register("Үлгіева", "Айгерім", email: address), address))
            }
            let draft = try await house.begin("Ойдан", "Бекзат")
            try await house.registrar.setContact(
                .email, to: "draft@example.kz", of: draft.subject, session: draft.session)
            let former = try house.gate.indexed(.email, people[0].1).map(\.digest)

            let version = try house.gate.announceIndexVersion().number
            #expect(try house.gate.announceIndexVersion().number == version)
            #expect(try await house.gate.unindexed(version, in: Self.rooms, limit: 100) == 6)
            let renewal = try await house.gate.renewIndex(version, in: Self.rooms)
            #expect(renewal.renewed == 6 && renewal.left == 0)
            #expect(try await house.gate.renewIndex(version, in: Self.rooms).renewed == 0)
            for (person, _) in people {
                #expect(try await Self.versions(house, of: person) == [1, 2])
                let entries = try await house.gate.history(of: person.subject, limit: 100)
                let own = entries.filter { $0.act == Act.renewIndex.rawValue }
                #expect(own.count == 1)
                #expect(own.first?.fields == [FieldNumber.email.rawValue, FieldNumber.telephone.rawValue])
            }

            try await house.gate.endIndexVersions()
            for (person, address) in people {
                #expect(try await Self.versions(house, of: person) == [2])
                #expect(try await Self.signsIn(house, address))
            }
            #expect(try await house.gate.look { try AddressBook(house.gate).persons(former, in: $0) } == [])
            #expect(try house.gate.indexed(.email, people[0].1).map(\.version) == [2])

            // A code sent before the change still confirms, and the address is found under the new key alone.
            try await house.courier.round()
            #expect(try await house.registration(of: draft)?.state == .draft)
        }
    }

    @Test("lets a code through that was sent before it, and finds the address afterwards", arguments: Engine.available)
    func codeOfBefore(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.setContact(
                .email, to: "aigerim@example.kz", of: person.subject, session: person.session)
            try await house.courier.round()
            let code = try await house.outbox.code()
            let version = try house.gate.announceIndexVersion().number
            _ = try await house.gate.renewIndex(version, in: Self.rooms)
            try await house.registrar.confirm(code, .email, of: person.subject, session: person.session)
            #expect(try await Self.versions(house, of: person) == [1, 2])
            try await house.gate.endIndexVersions()
            #expect(try await Self.signsIn(house, "aigerim@example.kz"))
        }
    }

    @Test(
        "an address given before it and confirmed after it stands under the new key alone", arguments: Engine.available)
    func confirmedAfter(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.setContact(
                .email, to: "aigerim@example.kz", of: person.subject, session: person.session)
            try await house.courier.round()
            let version = try house.gate.announceIndexVersion().number
            _ = try await house.gate.renewIndex(version, in: Self.rooms)
            try await house.gate.endIndexVersions()
            try await house.registrar.confirm(
                try await house.outbox.code(), .email, of: person.subject, session: person.session)
            #expect(try await Self.versions(house, of: person) == [2])
            #expect(try await Self.signsIn(house, "aigerim@example.kz"))
        }
    }

    @Test("takes the same address, given again meanwhile, for the same", arguments: Engine.available)
    func givenAgain(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.email, "aigerim@example.kz", of: person)
            _ = try house.gate.announceIndexVersion()
            try await house.registrar.storeContact(
                .email, ("aigerim@example.kz", "aigerim@example.kz"), of: person.subject, session: person.session)
            #expect(try await Self.versions(house, of: person) == [1])
            let subject = person.subject
            let contact = try await house.gate.look { try RegistrationStore($0).contacts(of: subject)[.email] }
            #expect(contact?.confirmedAt != nil)
        }
    }

    @Test("keeps an e-mail address one person's alone", arguments: Engine.available)
    func sole(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let version = try house.gate.announceIndexVersion().number
            _ = try await house.gate.renewIndex(version, in: Self.rooms)
            try await house.gate.endIndexVersions()
            let other = try await house.begin("Ойдан", "Бекзат")
            house.clock.advance(by: .minutes(5))
            try await house.registrar.setContact(
                .email, to: "aigerim@example.kz", of: other.subject, session: other.session)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.text.firstMatch(of: /[0-9]{6}/) == nil)
        }
    }

    @Test("broken off between two batches goes on, while people register", arguments: Engine.available)
    func brokenOff(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            struct Stop: Error {}
            for number in 0..<120 {
                let person = try await house.begin("Үлгіева", "Айгерім")
                try await house.confirm(.email, "before\(number)@example.kz", of: person)
            }
            let version = try house.gate.announceIndexVersion().number
            await #expect(throws: Stop.self) {
                try await house.gate.renewIndex(version, in: Self.rooms) { _ in throw Stop() }
            }
            #expect(try await house.gate.unindexed(version, in: Self.rooms, limit: 1_000) == 20)
            async let renewing = house.gate.renewIndex(version, in: Self.rooms)
            for number in 0..<10 {
                _ = try await house.register("Ойдан", "Бекзат", email: "meanwhile\(number)@example.kz")
            }
            _ = try await renewing
            _ = try await house.gate.renewIndex(version, in: Self.rooms)
            #expect(try await house.gate.unindexed(version, in: Self.rooms, limit: 1_000) == 0)
            try await house.gate.endIndexVersions()
            for number in [0, 50, 99, 119] { #expect(try await Self.signsIn(house, "before\(number)@example.kz")) }
            for number in 0..<10 { #expect(try await Self.signsIn(house, "meanwhile\(number)@example.kz")) }
        }
    }

    @Test("lets everybody in whose rows came back from before it", arguments: Engine.available)
    func restored(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let other = try await house.begin("Ойдан", "Бекзат")
            try await house.confirm(.email, "first@example.kz", of: other)
            // Confirmed one address, and gave another since.
            try await house.registrar.storeContact(
                .email, ("second@example.kz", "second@example.kz"), of: other.subject, session: other.session)
            let version = try house.gate.announceIndexVersion().number
            // As a restore does it: the keys of today, the rows of yesterday.
            try house.dropIndexVersion(1)
            #expect(try await !Self.signsIn(house, "aigerim@example.kz"))
            _ = try await house.gate.renewIndex(version, in: Self.rooms)
            #expect(try await Self.signsIn(house, "aigerim@example.kz"))
            #expect(try await Self.versions(house, of: person) == [1, 2])
            #expect(try await Self.versions(house, of: other) == [])
            #expect(try await !Self.signsIn(house, "second@example.kz"))
        }
    }

    @Test("leaves out persons who are erased meanwhile", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let version = try house.gate.announceIndexVersion().number
            try await house.gate.erase(
                Ask(.expire, by: Actor(.sweep), on: person.subject, for: .rights),
                steps: [RegistrationSchema.erase, MessagesSchema.erase, AccessSchema.erase])
            #expect(try await house.gate.renewIndex(version, in: Self.rooms) == IndexRenewal())
            #expect(try await house.count("address") == 0)
        }
    }
}
