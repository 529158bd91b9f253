import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit

@testable import Rights

/// A house with the room of rights in it.
struct RightsHouse: Sendable {
    let house: TestHouse
    let desk: RightsDesk
    let person: Person

    /// The person responsible, who answers.
    static let responsible = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32))

    /// Runs `body` in a fresh house in which somebody has sent a registration on Tuesday 24 November 2026.
    static func run(
        on engine: Engine, budgets: Budgets = Budgets(), _ body: (RightsHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, budgets: budgets, migrations: RightsSchema.migrations, erasure: [RightsSchema.erase]
        ) { house in
            let reading = try TestHouse.policyFolder().read()
            guard let law = reading.lawPack else { throw TestHouseError.policy(reading.errors) }
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = RightsDesk(
                gate: house.gate, registrar: house.registrar, law: law, time: house.clock.source, randomness: .system)
            try await body(RightsHouse(house: house, desk: desk, person: person))
        }
    }

    func ask(_ kind: RequestKind, _ words: String? = "Өтінемін") async throws -> RequestReference {
        try await desk.ask(kind, words: words, of: person.subject, session: person.session)
    }

    func own() async throws -> OwnRights { try await desk.own(person.subject) }

    /// The entries of the acts of some codes on the person's data; the clock stands still, so they have no order.
    func entries(_ codes: Act...) async throws -> [LedgerEntry] {
        try await house.gate.history(of: person.subject, limit: 1_000).filter { entry in
            codes.contains { $0.rawValue == entry.act }
        }
    }
}
