import Agreements
import HouseKit
import Permits
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Archive
@testable import Policy

@Suite("What a law has kept of agreements")
struct ConcludedAgreementTests {
    /// Under a policy with a law that has agreements kept for five years.
    private static func run(on engine: Engine, _ body: (ArchiveHouse) async throws -> Void) async throws {
        let law = LegalRetention(
            law: "agreements", article: "Law 1", trigger: .concludedAgreement, years: 5, clause: "3.3.a",
            fields: [1, 90])
        try await ArchiveHouse.run(
            on: engine, isPaid: false,
            legallyKept: { subject, policy, now, transaction in
                try LegalRetentions.kept(of: subject, by: [law], at: now, in: transaction)
            }, body)
    }

    private static func advance(_ here: ArchiveHouse, to states: [OrderRow.State]) async throws -> OrderReference {
        let order = try #require(try await here.orders.own(here.person.subject).first?.row.reference)
        for state in states { try await here.orders.advance(order, to: state, by: ArchiveHouse.support) }
        return order
    }

    @Test("counts from the end of the service, not from the order", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await Self.run(on: engine) { here in
            let order = try await Self.advance(here, to: [.accepted, .inWork, .done])
            here.house.clock.advance(by: .days(100))
            try await here.orders.end(order, by: ArchiveHouse.support)
            here.house.clock.advance(by: .days(400))
            try await here.erase()
            // Ordered in 2026, ended on 4 March 2027.
            #expect(Day(of: try #require(try await here.row()).destroyAt, hoursEast: 5) == Day("2033-01-01"))
        }
    }

    @Test(
        "keeps all of a service that goes on, from the day on which the person would be erased",
        arguments: Engine.available)
    func goesOn(engine: Engine) async throws {
        try await Self.run(on: engine) { here in
            _ = try await Self.advance(here, to: [.accepted])
            here.house.clock.advance(by: .days(800))
            let (archived, goesOn) = try await here.house.gate.look {
                (
                    try ArchivedStore($0).find(here.person.subject),
                    try OrderStore($0).hasService(of: here.person.subject)
                )
            }
            #expect(archived == nil && goesOn)
            try await here.erase()
            // Ordered in 2026, erased on 2 February 2029.
            #expect(Day(of: try #require(try await here.row()).destroyAt, hoursEast: 5) == Day("2035-01-01"))
        }
    }

    @Test("keeps nothing of an order that nobody accepted", arguments: Engine.available)
    func placed(engine: Engine) async throws {
        try await Self.run(on: engine) { here in
            try await here.erase()
            #expect(try await here.state() == .erased)
        }
    }
}
