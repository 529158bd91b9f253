import Access
import HouseKit
import Messages
import Permits
import Primitives
import Registration
import Synchronization
import TestKit
import Testing

@Suite("The courier")
struct CourierTests {
    /// What a mail server answers, one try after the other, and how often it was asked.
    private final class MailServer: Sendable {
        private let answers: Mutex<[DeliveryOutcome]>
        private let count = Mutex(0)

        init(_ answers: [DeliveryOutcome]) { self.answers = Mutex(answers) }

        var tries: Int { count.withLock { $0 } }

        func answer() -> DeliveryOutcome {
            count.withLock { $0 += 1 }
            return answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        }
    }

    private static func courier(_ house: TestHouse, _ server: MailServer) -> Courier {
        Courier(gate: house.gate, time: house.clock.source, site: "https://test.example") { _ in server.answer() }
    }

    /// A person to whom a code is on its way.
    private static func person(in house: TestHouse) async throws -> Person {
        let person = try await house.begin("Үлгіева", "Айгерім")
        try await house.registrar.setContact(
            .email, to: "aigerim@example.kz", of: person.subject, session: person.session)
        return person
    }

    private static func newest(_ house: TestHouse) async throws -> MessageRow {
        try #require(try await house.gate.look { try MessageQueue($0).newest(limit: 1).first })
    }

    @Test("tries again later and later until the message is taken over", arguments: Engine.available)
    func retries(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.person(in: house)
            let server = MailServer([.retry("unreachable"), .retry("unreachable"), .sent])
            let courier = Self.courier(house, server)
            try await courier.round()
            #expect(try await Self.newest(house).problem == "unreachable")
            // After a quarter of a minute, then after half a minute.
            for (wait, tries) in [(14, 1), (1, 2), (29, 2), (1, 3)] {
                house.clock.advance(by: .seconds(wait))
                try await courier.round()
                #expect(server.tries == tries)
            }
            let row = try await Self.newest(house)
            #expect(row.state == .sent && row.tries == 3 && row.sentAt == house.clock.now)
            house.clock.advance(by: .days(1))
            try await courier.round()
            #expect(server.tries == 3)
        }
    }

    @Test("of two processes sends a message once", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            for _ in 0..<4 { _ = try await Self.person(in: house) }
            let server = MailServer([.sent])
            let (one, two) = (Self.courier(house, server), Self.courier(house, server))
            func work(_ courier: Courier) async throws { while try await courier.round() > 0 {} }
            async let first: Void = work(one)
            async let second: Void = work(two)
            _ = try await (first, second)
            #expect(server.tries == 4)
        }
    }

    @Test("that dies with a message in its hands leaves it to others, later", arguments: Engine.available)
    func died(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.person(in: house)
            let server = MailServer([.sent])
            let other = Self.courier(house, server)
            let dying = Courier(gate: house.gate, time: house.clock.source, site: "https://test.example") { _ in
                // Nobody else sends it while this one may still do so.
                _ = try? await other.round()
                withUnsafeCurrentTask { $0?.cancel() }
                return .retry("died")
            }
            await Task { _ = try? await dying.round() }.value
            #expect(server.tries == 0)
            house.clock.advance(by: .minutes(2))
            #expect(try await other.round() == 1)
            #expect(server.tries == 1)
        }
    }

    @Test("gives a message up after eight tries, and at once where it is refused for good", arguments: Engine.available)
    func givesUp(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            for (answer, tries) in [(DeliveryOutcome.retry("unreachable"), 8), (.failed("no such mailbox"), 1)] {
                _ = try await Self.person(in: house)
                let server = MailServer([answer])
                let courier = Self.courier(house, server)
                for _ in 0..<20 {
                    try await courier.round()
                    house.clock.advance(by: .minutes(70))
                }
                #expect(server.tries == tries)
                #expect(try await Self.newest(house).state == .failed)
            }
        }
    }
}
