import Foundation
import HouseKit
import Ledger
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Permits

@Suite("An erasure")
struct ErasureTests {
    private static func decline(_ person: Person) -> Ask {
        Ask(.decline, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights)
    }

    /// The wrapped key as it stands in the database of keys; nil when there is none.
    private static func wrappedKey(_ house: TestHouse, _ subject: SubjectID) async throws -> Bytes? {
        try await house.keyDatabase.read { transaction in
            try transaction.row("SELECT wrapped FROM subject_key WHERE subject_id = \(subject)")?.bytes(0)
        }
    }

    /// Whether octets stand anywhere in the files of the database of keys, its log included.
    private static func filesHold(_ octets: Bytes, _ house: TestHouse) throws -> Bool {
        try ["", "-wal"].contains { suffix in
            let file = URL(filePath: house.keyFile + suffix)
            guard FileManager.default.fileExists(atPath: file.path) else { return false }
            return try Data(contentsOf: file).range(of: Data(octets)) != nil
        }
    }

    @Test(
        "leaves nothing readable, frees the address, and takes the key out of file and log", arguments: Engine.available
    )
    func leavesNothing(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let book = AddressBook(house.gate)
            let digests = try book.digests(.email, "aigerim@example.kz")
            let enter: @Sendable (SubjectID) async throws -> Bool = { subject in
                try await house.gate.perform {
                    try book.enter(.email, digests, of: subject, sole: true, at: house.clock.now, in: $0)
                }
            }
            #expect(try await enter(person.subject))
            let other = try await house.begin("Ойдан", "Бекзат")
            #expect(try await enter(other.subject) == false)
            let key = try #require(try await Self.wrappedKey(house, person.subject))
            #expect(try Self.filesHold(key, house))

            try await house.gate.erase(Self.decline(person), steps: [RegistrationSchema.erase])
            #expect(try await Self.wrappedKey(house, person.subject) == nil)
            #expect(try Self.filesHold(key, house) == false)
            let row = try await house.database.read { try SubjectStore($0).find(person.subject) }
            #expect(row?.state == .erased)
            #expect(row?.record == [])
            let refusal = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(refusal?.reason == .noSubject)
            #expect(try await enter(other.subject))
            let mark = Whom.erasureMark(of: person.subject)
            let recorded = try await house.pending().filter { $0.digest == mark }
            #expect(recorded.map(\.act) == ["decline"])
            let history = try await house.entries(person.subject)
            #expect(history.isEmpty)
        }
    }

    @Test("cut off before the key was destroyed is finished at the next start", arguments: Engine.available)
    func cutOff(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let key = try #require(try await Self.wrappedKey(house, person.subject))
            try await house.gate.beginErasure(Self.decline(person), steps: [RegistrationSchema.erase])
            #expect(try await Self.wrappedKey(house, person.subject) == key)
            let early = try await reason { _ = try await house.gate.read(house.opening(person)) }
            #expect(early?.reason == .noSubject)

            let next = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                time: house.clock.source, randomness: .system, emptyKeyLog: house.emptyKeyLog)
            try await next.finishErasures()
            #expect(try await Self.wrappedKey(house, person.subject) == nil)
            #expect(try Self.filesHold(key, house) == false)
            try await next.finishErasures()
        }
    }

    @Test("whose log of keys could not be emptied is finished later", arguments: Engine.available)
    func logNotEmptied(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let failing = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system,
                emptyKeyLog: { throw StorageError.unavailable("a reader is at work") })
            await #expect(throws: StorageError.unavailable("a reader is at work")) {
                try await failing.erase(Self.decline(person), steps: [RegistrationSchema.erase])
            }
            let waiting: @Sendable () async throws -> Int = {
                try await house.database.read {
                    try $0.rows("SELECT subject_id FROM erasure WHERE key_destroyed = 0").count
                }
            }
            #expect(try await waiting() == 1)
            try await house.gate.finishErasures()
            #expect(try await waiting() == 0)
        }
    }

    @Test("is refused a second time, and ties no entry to the person who is gone", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.gate.beginErasure(Self.decline(person), steps: [RegistrationSchema.erase])
            let refusal = try await reason {
                try await house.gate.erase(Self.decline(person), steps: [RegistrationSchema.erase])
            }
            #expect(refusal?.reason == .noSubject)
            let history = try await house.entries(person.subject)
            #expect(history.isEmpty)
        }
    }
}
