import Access
import Clients
import Consents
import Crypto
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit

/// A house with the room of connected programmes.
struct ClientHouse {
    let house: TestHouse
    let desk: ClientDesk
    let subjects: SubjectDesk

    /// What a programme needs that registers people and writes to them.
    static let shop = ClientDesk.Bounds(
        purposes: ["service", "contact", "rights"],
        fields: ["family_name", "given_name", "patronymic", "declaration", "email", "telephone"], vouched: ["email"])

    static func run(
        on engine: Engine, budgets: Budgets = Budgets(), _ body: (ClientHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, budgets: budgets, migrations: ClientsSchema.migrations, erasure: [ClientsSchema.erase]
        ) { house in try await body(ClientHouse(house)) }
    }

    init(_ house: TestHouse) {
        self.house = house
        desk = ClientDesk(gate: house.gate, time: house.clock.source, randomness: .system)
        subjects = SubjectDesk(gate: house.gate, registrar: house.registrar, time: house.clock.source)
    }

    /// A programme that was just connected.
    func client(_ name: String = "shop", _ bounds: ClientDesk.Bounds = shop) async throws -> Client {
        try await desk.caller(bearing: try await desk.add(name, bounds)).client
    }

    /// Somebody invented who has read the texts, as a programme hands them over.
    func application(
        _ family: String = "Үлгіева", email: String = "aigerim@example.kz", vouched: Set<Channel> = [.email],
        edition: Int? = nil
    ) async throws -> Registrar.Application {
        let name = try PersonName(family: family, given: "Айгерім", patronymic: "")
        let inForce = try await house.registrar.edition()
        let wording = house.registrar.wording(inForce, .kk)
        let shown = inForce.document.consents.filter(\.required).map { item in
            (item.id, wording.text(of: item, personName: name.shown).hash)
        }
        return Registrar.Application(
            Registrar.Beginning(
                name: name, isDeclared: true, isAgreed: true, optional: [], language: .kk,
                edition: edition ?? inForce.number, submission: []),
            shown: Dictionary(uniqueKeysWithValues: shown),
            addresses: [.email: try Registrar.normalised(.email, email)], vouched: vouched, caseID: "order-17")
    }

    func request(_ key: String, _ content: String = "the same", of client: Client) -> RepeatableRequest {
        RepeatableRequest(key, of: client, content: Bytes(content.utf8), through: house.gate)
    }

    func read(
        _ fields: [FieldNumber], of subject: SubjectID, for purpose: PurposeID = .contact, by client: Client
    ) async throws -> OpenRecord {
        try await subjects.read(fields, of: subject, for: purpose, caseID: "order-17", by: client)
    }

    /// All entries that await the tree, the oldest first.
    func pending() async throws -> [LedgerEntry] {
        try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at").map {
                try LedgerEntry(canonical: try $0.bytes(0))
            }
        }
    }
}

/// The refusal of the Gate that `body` ends with; nil when it ends without one.
func reason(_ body: () async throws -> Void) async throws -> GateRefusal.Reason? {
    do {
        try await body()
        return nil
    } catch let refusal as GateRefusal {
        return refusal.reason
    }
}
