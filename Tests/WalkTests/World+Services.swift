import Agreements
import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit

extension World {
    static let agreement = Phrase(
        ru: "Договор.\n\n1. Услуга.", kk: "Шарт.\n\n1. Қызмет.", en: "Agreement.\n\n1. Service.")
    private static let service: ServiceID = "advice"

    /// Puts a service into the catalogue that people can order.
    func offer() async throws {
        let administrator = Actor(
            "administrator", person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
        let services = ServiceDesk(gate: house.gate, isAdministrator: { _, _ in true }, time: house.clock.source)
        let words = Phrase(ru: "Совет", kk: "Кеңес", en: "Advice")
        let card = ServiceCard(title: words, description: words, price: nil, term: words, documents: [], recipients: [])
        try await services.save(Self.service, card, .prepared, seen: nil, by: administrator)
        try await services.publish(Self.agreement, for: Self.service, after: 0, by: administrator)
        let mark = try await services.all().first?.mark
        try await services.save(Self.service, card, .offered, seen: mark, by: administrator)
    }

    /// An order as the form sends it.
    func placing() async throws -> OrderDesk.Placing {
        let services = ServiceDesk(gate: house.gate, isAdministrator: { _, _ in false }, time: house.clock.source)
        let offered = try await services.offered(Self.service)
        let hash = offered?.agreement.textHash(in: .kk) ?? []
        return OrderDesk.Placing(
            Self.service, id: Identifier(from: .system), textHash: hash, offer: try offered?.mark ?? [], in: .kk,
            isAccepted: true)
    }

    /// The reviewers' desk is not in this house: what it decides is written down as it would write it.
    func approve(_ subject: SubjectID) async throws {
        try await house.database.write { transaction in
            _ = try transaction.run("UPDATE registration SET state = 'approved' WHERE subject_id = \(subject)")
        }
    }
}
