import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit

@testable import Agreements

/// A house with the catalogue and the orders in it.
struct AgreementsHouse: Sendable {
    let house: TestHouse
    let services: ServiceDesk
    let orders: OrderDesk
    /// Identified and approved.
    let person: Person

    static let administrator = Actor(
        .administrator, person: SubjectID(from: .system), session: Bytes(repeating: 5, count: 32))
    static let support = Actor(.support, person: SubjectID(from: .system), session: Bytes(repeating: 6, count: 32))

    static let text = Phrase(
        ru: "Договор.\n\n1. Услуга.", kk: "Шарт.\n\n1. Қызмет.", en: "Agreement.\n\n1. Service.")

    static func run(on engine: Engine, _ body: (AgreementsHouse) async throws -> Void) async throws {
        try await TestHouse.run(
            on: engine, migrations: AgreementsSchema.migrations, erasure: [AgreementsSchema.erase]
        ) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let here = AgreementsHouse(
                house: house,
                services: ServiceDesk(
                    gate: house.gate, isAdministrator: { actor, _ in actor.role == .administrator },
                    time: house.clock.source),
                orders: OrderDesk(
                    gate: house.gate, registrar: house.registrar, time: house.clock.source, randomness: .system),
                person: person)
            try await here.approve(person)
            try await body(here)
        }
    }

    func approve(_ person: Person) async throws {
        try await house.database.write { transaction in
            _ = try transaction.run(
                "UPDATE registration SET state = 'approved' WHERE subject_id = \(person.subject)")
        }
    }

    static func card(
        _ title: String = "Кеңес", price: ServiceCard.Price? = ServiceCard.Price(tenge: 15_000, isFrom: true),
        documents: [DocumentKindID] = [], recipients: [RecipientID] = []
    ) -> ServiceCard {
        ServiceCard(
            title: Phrase(ru: title + " ru", kk: title, en: title + " en"),
            description: Phrase(ru: "О чём", kk: "Не туралы", en: "What about"), price: price,
            term: Phrase(ru: "три дня", kk: "үш күн", en: "three days"), documents: documents, recipients: recipients)
    }

    /// A service that can be ordered.
    func offer(_ service: ServiceID = "advice") async throws {
        try await services.save(service, Self.card(), .prepared, seen: nil, by: Self.administrator)
        try await services.publish(Self.text, for: service, after: 0, by: Self.administrator)
        let mark = try await services.all().first { $0.service == service }?.mark
        try await services.save(service, Self.card(), .offered, seen: mark, by: Self.administrator)
    }

    func placing(
        _ service: ServiceID = "advice", id: Identifier<OrderRow> = Identifier(from: .system), isAccepted: Bool = true
    ) async throws -> OrderDesk.Placing {
        let offered = try await services.offered(service)
        let hash = offered?.agreement.textHash(in: .kk) ?? []
        return OrderDesk.Placing(
            service, id: id, textHash: hash, offer: try offered?.mark ?? [], in: .kk, isAccepted: isAccepted)
    }

    @discardableResult
    func order(_ service: ServiceID = "advice") async throws -> OrderReference {
        try await orders.place(
            try await placing(service), of: person.subject, session: person.session)
    }

    func entries(_ codes: Act...) async throws -> [LedgerEntry] {
        try await house.gate.history(of: person.subject, limit: 1_000).filter { entry in
            codes.contains { $0.rawValue == entry.act }
        }
    }

    /// The entries of acts that are about nobody, by their code.
    func operations(_ code: String) async throws -> [LedgerEntry] {
        try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)) }
        }.filter { $0.act == code }
    }
}
