import HouseKit
import Permits
import Policy
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

@Suite("A thousand reads")
struct RaceTests {
    /// Reads on until a thousand were asked for; `change` is begun after the two hundredth.
    ///
    /// - Returns: how many reads were permitted and how many refused.
    private static func race(
        in house: TestHouse, on person: Person, _ change: @escaping @Sendable () async throws -> Void
    ) async throws -> (permitted: Int, refused: Int) {
        let asked = Counter()
        return try await withThrowingTaskGroup(of: (permitted: Int, refused: Int).self) { group in
            for _ in 0..<32 {
                let actor = house.worker(.reviewer)
                group.addTask {
                    var (permitted, refused) = (0, 0)
                    while true {
                        let number = asked.next()
                        guard number <= 1_000 else { return (permitted, refused) }
                        if number == 200 { try await change() }
                        let refusal = try await reason {
                            _ = try await house.gate.read(house.opening(person, by: actor))
                        }
                        if refusal == nil { permitted += 1 } else { refused += 1 }
                    }
                }
            }
            return try await group.reduce((0, 0)) { ($0.0 + $1.permitted, $0.1 + $1.refused) }
        }
    }

    /// The reads on record that were permitted, as `transaction` sees them.
    private static func reads(of person: Person, in transaction: any Transaction) throws -> Int {
        try transaction.rows("SELECT entry FROM own_entry WHERE subject_id = \(person.subject)").count { row in
            let entry = String(decoding: try row.bytes(0), as: UTF8.self)
            return entry.contains("\"openCase\"") && !entry.contains("refused")
        }
    }

    // The change holds the person alone when it counts, so the count is of all reads that are durable before it. Had one
    // that was checked before it become durable after it, there would be more in the end, on either engine.

    @Test("leave none on record after the withdrawal of the consent", arguments: Engine.available)
    func withdrawal(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            let before = Counter()
            let (permitted, refused) = try await Self.race(in: house, on: person) {
                let count = try await house.gate.perform { transaction in
                    let permit = try house.gate.permitToWrite(
                        Ask(
                            .withdrawConsent, by: .subject(person.subject, session: person.session),
                            on: person.subject, for: .rights), sealer: sealer, in: transaction)
                    try permit.store(.sample(.main, isGiven: false), in: transaction)
                    return try Self.reads(of: person, in: transaction)
                }
                before.set(count)
            }
            let after = try await house.database.read { try Self.reads(of: person, in: $0) }
            #expect(before.value == after)
            #expect(after == permitted)
            #expect(refused > 0)
            #expect(permitted + refused == 1_000)
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.count == refused)
            #expect(recorded.allSatisfy { $0.reason == "no_consent" })
        }
    }

    @Test("leave none on record after the person was blocked", arguments: Engine.available)
    func blocking(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let before = Counter()
            let (permitted, refused) = try await Self.race(in: house, on: person) {
                let count = try await house.gate.perform { transaction in
                    try transaction.lock(person.subject, .exclusive)
                    try SubjectStore(transaction).setState(.blocked, of: person.subject)
                    return try Self.reads(of: person, in: transaction)
                }
                before.set(count)
            }
            let after = try await house.database.read { try Self.reads(of: person, in: $0) }
            #expect(before.value == after)
            #expect(after == permitted)
            #expect(refused > 0)
        }
    }
}

/// A number that many tasks share.
private final class Counter: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    func next() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }

    func set(_ value: Int) { number.withLock { $0 = value } }
}
