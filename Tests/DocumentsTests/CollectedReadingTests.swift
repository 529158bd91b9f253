import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("What was read off a document that came under an earlier edition")
struct CollectedReadingTests {
    private static let support = Actor(
        "support", person: SubjectID(from: .system), session: Bytes(repeating: 9, count: 32))
    private static let interpreter = DocumentInterpreter { _, _ in
        DocumentReading(values: [.init(.readNames, "ULGI|AIGERIM", confidence: 90)])
    }

    @Test("opens for nobody to whom that edition did not open it, unlike what is read now", arguments: Engine.available)
    func widened(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (earlier, later) = (try await house.person(), try await house.person())
            try await house.send(Files.jpeg(1_000), by: earlier)
            try await house.processing(.slicing, Self.interpreter).work()
            try await house.intake().see(
                .identity, digits: "12ab", on: Day(of: house.clock.now, hoursEast: 5), of: earlier.subject,
                by: Self.support)
            let gate = Gate(
                database: house.house.database, keys: house.house.keys, ring: house.house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system,
                collected: DocumentsSchema.collected)
            house.clock.advance(by: .hours(1))
            _ = try await gate.publish(try TestHouse.policyWhereSupportOpensCases(with: [21, 24, 25, 26]))
            house.clock.advance(by: .hours(1))
            try await house.send(Files.jpeg(1_000), by: later)
            try await house.processing(.slicing, Self.interpreter).work()

            @Sendable func open(_ field: FieldNumber, of person: Person, by actor: Actor) async throws {
                _ = try await gate.read(
                    Ask(.openCase, by: actor, on: person.subject, for: .identification, fields: [field]))
            }
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))
            for field in [FieldNumber.readDocumentNumber, .readNames, .pageHints, .fileMark] {
                let refusal = await #expect(throws: GateRefusal.self) {
                    try await open(field, of: earlier, by: Self.support)
                }
                #expect(refusal?.reason == .notAllowedWhenCollected, "\(field)")
                if field != .fileMark { try await open(field, of: earlier, by: reviewer) }
                try await open(field, of: later, by: Self.support)
            }
        }
    }

    @Test("is that of the first time when an original is seen again", arguments: Engine.available)
    func seenAgain(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            @Sendable func see(_ digits: String) async throws {
                try await house.intake().see(
                    .identity, digits: digits, on: Day(of: house.clock.now, hoursEast: 5), of: person.subject,
                    by: Self.support)
            }
            try await see("12ab")
            house.clock.advance(by: .days(1))
            try await house.house.publishNextEdition()
            try await see("34cd")
            let seen = try await house.house.gate.look { try OriginalStore($0).all(of: person.subject).map(\.row) }
            #expect(seen.map(\.edition) == [1] && seen.map(\.at) == [house.clock.now])
        }
    }

    @Test("holds only what that edition let be read off it too", arguments: Engine.available)
    func reading(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (earlier, later) = (try await house.person(), try await house.person())
            try await house.send(Files.jpeg(1_000), "other", by: earlier)
            house.clock.advance(by: .hours(1))
            _ = try await house.house.gate.publish(
                try TestHouse.policy { policy in
                    try TestHouse.change(&policy, "documentKinds", "other") { $0["readableFields"] = [24] }
                })
            house.clock.advance(by: .hours(1))
            try await house.send(Files.jpeg(1_000), "other", by: later)
            let outcomes = try await house.processing(.slicing, Self.interpreter).work()
            #expect(outcomes == [.ready, .ready])
            for (person, isRead) in [(earlier, false), (later, true)] {
                let reading = try await house.house.database.read {
                    try $0.row("SELECT reading FROM document WHERE subject_id = \(person.subject)")?.bytesIfAny(0)
                }
                #expect((reading != nil) == isRead)
            }
        }
    }
}
