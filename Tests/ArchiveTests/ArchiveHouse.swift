import Agreements
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit

@testable import Archive

/// A house in which somebody has ordered a service, on Tuesday 24 November 2026.
struct ArchiveHouse: Sendable {
    let house: TestHouse
    let orders: OrderDesk
    let person: Person

    static let steps: [ErasureStep] = [RegistrationSchema.erase, AgreementsSchema.erase]
    static let support = Actor(.support, person: SubjectID(from: .system), session: Bytes(repeating: 6, count: 32))
    static let responsible = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32))

    static func run(
        on engine: Engine, isPaid: Bool = true, legallyKept: @escaping LegalRetentionStep = LegalRetentions.kept,
        _ body: (ArchiveHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, migrations: AgreementsSchema.migrations, erasure: [AgreementsSchema.erase],
            legallyKept: legallyKept
        ) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await house.database.write { transaction in
                _ = try transaction.run(
                    "UPDATE registration SET state = 'approved' WHERE subject_id = \(person.subject)")
            }
            let here = ArchiveHouse(
                house: house,
                orders: OrderDesk(
                    gate: house.gate, registrar: house.registrar, time: house.clock.source, randomness: .system),
                person: person)
            try await here.offer()
            let order = try await here.order()
            if isPaid { try await here.orders.markPaid(order, by: support) }
            try await body(here)
        }
    }

    private func offer() async throws {
        let administrator = Actor(
            .administrator, person: SubjectID(from: .system), session: Bytes(repeating: 5, count: 32))
        let services = ServiceDesk(gate: house.gate, isAdministrator: { _, _ in true }, time: house.clock.source)
        let words = Phrase(ru: "Совет", kk: "Кеңес", en: "Advice")
        let card = ServiceCard(title: words, description: words, price: nil, term: words, documents: [], recipients: [])
        try await services.save("advice", card, .prepared, seen: nil, by: administrator)
        try await services.publish(words, for: "advice", after: 0, by: administrator)
        let mark = try await services.all().first?.mark
        try await services.save("advice", card, .offered, seen: mark, by: administrator)
    }

    func order() async throws -> OrderReference {
        let services = ServiceDesk(gate: house.gate, isAdministrator: { _, _ in true }, time: house.clock.source)
        let offered = try await services.offered("advice")
        let hash = offered?.agreement.textHash(in: .kk) ?? []
        return try await orders.place(
            OrderDesk.Placing(
                "advice", id: Identifier(from: .system), textHash: hash, offer: try offered?.mark ?? [], in: .kk,
                isAccepted: true),
            of: person.subject, session: person.session)
    }

    /// Destroys what is held about the person, as on their request.
    func erase() async throws {
        try await house.gate.erase(
            Ask(.erase, by: Self.responsible, on: person.subject, for: .rights), steps: house.registrar.erasure)
    }

    func state() async throws -> SubjectRow.State? {
        try await house.gate.look { [person] in try SubjectStore($0).find(person.subject)?.state }
    }

    func row() async throws -> ArchivedRow? {
        try await house.gate.look { [person] in try ArchivedStore($0).find(person.subject) }
    }

    func sweep() async throws -> Int {
        try await ArchiveSweep(gate: house.gate, erasure: house.registrar.erasure, time: house.clock.source).sweep()
    }
}
