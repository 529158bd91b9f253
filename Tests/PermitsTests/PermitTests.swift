import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("A permit")
struct PermitTests {
    private static func correction(_ person: Person, _ fields: [FieldNumber] = [.givenName]) -> Ask {
        Ask(
            .correctOwn, by: .subject(person.subject, session: person.session), on: person.subject, for: .service,
            fields: fields)
    }

    @Test("to read opens the fields that it names and no other", arguments: Engine.available)
    func namedFields(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let record = try await house.gate.read(house.opening(person, fields: [.familyName, .patronymic]))
            #expect(record.fields == [.familyName])
            #expect(record[.familyName]?.reveal() == "Үлгіева")
            #expect(record[.givenName] == nil)
            let entry = try #require(try await house.entries(person.subject).first { $0.act == "openCase" })
            #expect(entry.fields == [1, 3])
            #expect(entry.basis == "consent:main")
            #expect(entry.caseID == person.number)
        }
    }

    @Test("that names a field twice names it once", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let record = try await house.gate.read(house.opening(person, fields: [.familyName, .familyName]))
            #expect(record.fields == [.familyName])
        }
    }

    @Test("to read opens nothing after thirty seconds", arguments: Engine.available)
    func thirtySeconds(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let inTime = try await house.gate.permitToRead(house.opening(person))
            let late = try await house.gate.permitToRead(house.opening(person))
            let now = house.clock.now
            let record = try inTime.open(at: now + .seconds(30))
            #expect(record.fields == [.familyName, .givenName])
            do {
                _ = try late.open(at: Instant(microseconds: (now + .seconds(30)).microseconds + 1))
                Issue.record("opened")
            } catch let refusal as GateRefusal {
                #expect(refusal.reason == .permitExpired)
            }
        }
    }

    @Test("to write stores what it names, with edition, revision and digest on record", arguments: Engine.available)
    func writes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            house.clock.advance(by: .seconds(1))
            let id = try await house.gate.perform { transaction in
                let permit = try house.gate.permitToWrite(
                    Self.correction(person), sealer: sealer, in: transaction)
                return try permit.store([.givenName: "Бекзат"], in: transaction)
            }
            let record = try await house.gate.read(house.opening(person))
            #expect(record[.givenName]?.reveal() == "Бекзат")
            let entry = try #require(try await house.entries(person.subject).first { $0.id == id })
            #expect(entry.revision == 2)
            #expect(entry.digest?.count == 32)
        }
    }

    @Test("to write stores no field that it does not name", arguments: Engine.available)
    func otherFields(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            let refusal = try await reason {
                try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Self.correction(person), sealer: sealer, in: transaction)
                    try permit.store([.givenName: "Бекзат", .familyName: "Ойдан"], in: transaction)
                }
            }
            #expect(refusal?.reason == .notAllowed)
            let record = try await house.gate.read(house.opening(person))
            #expect(record[.familyName]?.reveal() == "Үлгіева")
            #expect(record[.givenName]?.reveal() == "Айгерім")
        }
    }

    @Test("to write is of one person and takes no other's sealer", arguments: Engine.available)
    func otherSealer(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let other = try await house.begin("Ойдан", "Бекзат")
            let sealer = try await house.gate.sealer(for: other.subject)
            let refusal = try await reason {
                try await house.gate.perform { transaction in
                    _ = try house.gate.permitToWrite(Self.correction(person), sealer: sealer, in: transaction)
                }
            }
            #expect(refusal?.reason == .notAllowed)
        }
    }

    @Test("whose transaction fails afterwards leaves neither change nor entry", arguments: Engine.available)
    func fails(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let before = try await house.entries(person.subject).count
            let pending = try await house.pending().count
            let sealer = try await house.gate.sealer(for: person.subject)
            await #expect(throws: StorageError.full) {
                try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Self.correction(person), sealer: sealer, in: transaction)
                    try permit.store([.givenName: "Бекзат"], in: transaction)
                    throw StorageError.full
                }
            }
            let after = try await house.entries(person.subject).count
            #expect(after == before)
            let pendingAfter = try await house.pending().count
            #expect(pendingAfter == pending)
            let record = try await house.gate.read(house.opening(person))
            #expect(record[.givenName]?.reveal() == "Айгерім")
        }
    }

    @Test(
        "made from one revision is given to one of two writers, and the other tries again", arguments: Engine.available)
    func twoWriters(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            let write: @Sendable (String, Int) async throws -> Void = { name, revision in
                try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Self.correction(person), from: revision, sealer: sealer, in: transaction)
                    try permit.store([.givenName: name], in: transaction)
                }
            }
            let refusals = try await withThrowingTaskGroup(of: GateRefusal?.self) { group in
                for name in ["Бекзат", "Дана"] {
                    group.addTask { try await reason { try await write(name, 1) } }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refusals.compactMap(\.self).map(\.reason) == [.changedMeanwhile])
            try await write("Сәуле", 2)
            let record = try await house.gate.read(house.opening(person))
            #expect(record[.givenName]?.reveal() == "Сәуле")
        }
    }

    @Test("made before another of the same transaction has stored is too old", arguments: Engine.available)
    func twoPermits(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            let refusal = try await reason {
                try await house.gate.perform { transaction in
                    let first = try house.gate.permitToWrite(Self.correction(person), sealer: sealer, in: transaction)
                    let second = try house.gate.permitToWrite(Self.correction(person), sealer: sealer, in: transaction)
                    try second.store([.givenName: "Бекзат"], in: transaction)
                    try first.store([.givenName: "Дана"], in: transaction)
                }
            }
            #expect(refusal?.reason == .changedMeanwhile)
        }
    }

    @Test("to write comes to forty writers on one person at once, one after the other", arguments: Engine.available)
    func manyWriters(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await house.gate.perform { transaction in
                            let permit = try house.gate.permitToWrite(
                                Self.correction(person), sealer: sealer, in: transaction)
                            try permit.store([.givenName: "Бекзат"], in: transaction)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let row = try await house.database.read { try SubjectStore($0).find(person.subject) }
            #expect(row?.revision == 41)
        }
    }
}
