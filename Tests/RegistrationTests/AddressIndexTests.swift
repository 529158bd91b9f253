import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Registration

@Suite("The index of addresses, made anew")
struct AddressIndexTests {
    private typealias Rows = [[String]]

    private func rows(_ house: TestHouse) async throws -> Rows {
        try await house.database.read { transaction in
            try transaction.rows(
                "SELECT digest, subject_id, field, version, state, at FROM address ORDER BY digest, subject_id"
            )
            .map { row in
                [
                    try row.bytes(0).hex, try row.bytes(1).hex, "\(try row.int(2))", "\(try row.int(3))",
                    try row.text(4), "\(try row.instant(5))",
                ]
            }
        }
    }

    /// Two who have sent their registrations, and one who has not, all with an address of their own that is confirmed.
    private func people(_ house: TestHouse) async throws -> [Person] {
        var people: [Person] = []
        for (number, given) in ["Айгерім", "Бекзат"].enumerated() {
            people.append(try await house.register("Үлгіева", given, email: "person\(number)@example.kz"))
            house.clock.advance(by: .minutes(2))
        }
        let draft = try await house.begin("Ойдан", "Қайсар")
        try await house.confirm(.email, "draft@example.kz", of: draft)
        return people + [draft]
    }

    @Test("is left as it was where it is right", arguments: Engine.available)
    func right(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await people(house)
            let before = try await rows(house)
            let rebuilt = try await AddressIndex(house.gate).rebuild()
            #expect(rebuilt.persons == 3 && rebuilt.entered == 0 && rebuilt.removed == 0 && rebuilt.taken == 0)
            #expect(try await rows(house) == before)
            #expect(rebuilt.note == ["indexed": "3"])
        }
    }

    @Test("holds what was missing again, and nobody's record is opened for it", arguments: Engine.available)
    func missing(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let people = try await people(house)
            let before = try await rows(house)
            try await house.database.write { _ = try $0.run("DELETE FROM address") }
            let rebuilt = try await AddressIndex(house.gate).rebuild()
            #expect(rebuilt.entered == 3)
            let after = try await rows(house)
            #expect(after.map { $0[0...4] } == before.map { $0[0...4] })
            for person in people {
                let acts = try await house.gate.history(of: person.subject, limit: 100).map(\.act)
                #expect(!acts.contains(Act.renewIndex.rawValue))
            }
        }
    }

    @Test("gives two their own addresses back that were exchanged", arguments: Engine.available)
    func exchanged(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let people = try await people(house)
            let before = try await rows(house)
            let (one, other) = (people[0].subject, people[1].subject)
            try await house.database.write { transaction in
                for (from, to) in [(one, SubjectID(of: [1])), (other, one), (SubjectID(of: [1]), other)] {
                    _ = try transaction.run("UPDATE address SET subject_id = \(to) WHERE subject_id = \(from)")
                }
            }
            #expect(try await rows(house) != before)
            let rebuilt = try await AddressIndex(house.gate).rebuild()
            #expect(rebuilt.entered == 2 && rebuilt.taken == 0)
            #expect(try await rows(house).map { $0[0...4] } == before.map { $0[0...4] })
        }
    }

    @Test("loses what nobody has confirmed, and whom nothing is kept of", arguments: Engine.available)
    func strays(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let people = try await people(house)
            let before = try await rows(house)
            let given = try await house.begin("Белгі", "Ержан")
            try await house.registrar.storeContact(
                .email, ("given@example.kz", "given@example.kz"), of: given.subject, session: given.session)
            for (subject, address) in [
                (given.subject, "given@example.kz"), (SubjectID(of: [9]), "nobody@example.kz"),
                (people[2].subject, "former@example.kz"),
            ] {
                let digests = try AddressBook(house.gate).digests(.email, address)
                let now = house.clock.now
                let isEntered = try await house.gate.perform { transaction in
                    try AddressBook(house.gate).enter(
                        .email, digests, of: subject, sole: false, at: now, in: transaction)
                }
                #expect(isEntered)
            }
            let rebuilt = try await AddressIndex(house.gate).rebuild()
            #expect(rebuilt.removed == 2 && rebuilt.entered == 1)
            #expect(try await rows(house).map { $0[0...4] } == before.map { $0[0...4] })
        }
    }

    @Test("gives an address back that somebody of whom nothing is kept has alone", arguments: Engine.available)
    func collision(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let people = try await people(house)
            let before = try await rows(house)
            let (one, stray) = (people[0].subject, SubjectID(of: [7]))
            try await house.database.write { transaction in
                _ = try transaction.run("UPDATE address SET subject_id = \(stray) WHERE subject_id = \(one)")
            }
            let rebuilt = try await AddressIndex(house.gate).rebuild()
            #expect(rebuilt.removed == 1 && rebuilt.entered == 1 && rebuilt.taken == 0)
            #expect(try await rows(house).map { $0[0...4] } == before.map { $0[0...4] })
        }
    }

    @Test("finds nobody by the address of a request without an account", arguments: Engine.available)
    func stranger(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let subject = SubjectID(of: [4])
            let digests = try AddressBook(house.gate).digests(.email, "stranger@example.kz")
            let now = house.clock.now
            try await house.gate.perform { transaction in
                let store = RegistrationStore(transaction)
                try store.setFirstContact(.email, target: digests[0].digest, digests: digests, of: subject)
                try store.confirm(.email, of: subject, at: now)
            }
            let rebuilt = try await AddressIndex(house.gate).rebuild()
            #expect(rebuilt.persons == 1 && rebuilt.entered == 0)
            #expect(try await rows(house).isEmpty)
        }
    }

    @Test("waits for a change of the index key where only former keys made the digests", arguments: Engine.available)
    func formerKey(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await people(house)
            let version = try house.gate.announceIndexVersion().number
            try house.dropIndexVersion(1)
            #expect(try await AddressIndex(house.gate).rebuild().entered == 0)
            _ = try await house.gate.renewIndex(version, in: [AddressBook.indexRoom, RegistrationStore.indexRoom])
            #expect(try await AddressIndex(house.gate).rebuild().entered == 0)
            #expect(try await rows(house).count(where: { $0[3] == "\(version)" }) == 3)
        }
    }
}
