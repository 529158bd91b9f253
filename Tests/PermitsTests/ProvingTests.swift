import HouseKit
import Policy
import Primitives
import Storage
import TestKit
import Testing
import Vault

@testable import Permits

@Suite("A proof that records open")
struct ProvingTests {
    private static func with(
        _ engine: Engine, count: Int, _ body: (TestHouse, [Person]) async throws -> Void
    ) async throws {
        try await TestHouse.run(on: engine) { house in
            var persons: [Person] = []
            for _ in 0..<count { persons.append(try await house.begin("Үлгіева", "Айгерім")) }
            try await body(house, persons)
        }
    }

    @Test("opens everybody's where they are few, and so many where they are more", arguments: Engine.available)
    func counts(engine: Engine) async throws {
        try await Self.with(engine, count: 7) { house, _ in
            let held = try await house.database.read { transaction in
                try transaction.rows("SELECT id FROM subject").reduce(0) { sum, row in
                    sum + (try SubjectStore(transaction).find(try row.identifier(0))?.fieldsHeld.count ?? 0)
                }
            }
            let all = try await house.gate.proveOpening(most: 100)
            #expect(all == OpeningProof(persons: 7, records: 7, fields: held))
            #expect(held > 0)
            let some = try await house.gate.proveOpening(most: 3)
            #expect((some.persons, some.records, some.closed.count) == (7, 3, 0))
        }
    }

    @Test("makes no entry, and leaves out who is erased", arguments: Engine.available)
    func silent(engine: Engine) async throws {
        try await Self.with(engine, count: 2) { house, persons in
            try await house.gate.erase(
                Ask(
                    .decline, by: .subject(persons[0].subject, session: persons[0].session), on: persons[0].subject,
                    for: .rights), steps: [])
            let before = try await house.pending().count
            let proof = try await house.gate.proveOpening(most: 100)
            #expect((proof.persons, proof.records) == (1, 1))
            #expect(try await house.pending().count == before)
        }
    }

    @Test("names whose key is gone, and whose record was changed or is another's", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await Self.with(engine, count: 4) { house, persons in
            try await house.keys.destroy(persons[0].subject)
            try await house.database.write { transaction in
                let store = SubjectStore(transaction)
                guard let one = try store.find(persons[1].subject),
                    let other = try store.find(persons[2].subject)
                else { throw StorageError.unexpected("nobody") }
                var changed = one.record
                if let last = changed.indices.last { changed[last] ^= 1 }
                try transaction.run("UPDATE subject SET record = \(changed) WHERE id = \(one.id)")
                try transaction.run("UPDATE subject SET record = \(one.record) WHERE id = \(other.id)")
            }
            let proof = try await house.gate.proveOpening(most: 100)
            #expect(Set(proof.closed) == Set(persons.prefix(3).map(\.subject)))
            #expect((proof.persons, proof.records) == (4, 1))
        }
    }
}
