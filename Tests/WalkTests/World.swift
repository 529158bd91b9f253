import Access
import Agreements
import Archive
import Consents
import Documents
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import SQLite
import Storage
import TestKit
import Threads
import Vault

/// The house that is walked through, and its backups.
struct World {
    let folder: URL
    let house: TestHouse
    let consents: ConsentDesk
    let rights: RightsDesk
    let threads: ThreadDesk
    let orders: OrderDesk
    let archiveEnds: ArchiveSweep
    let notices: EditionNotices

    static let migrations =
        TestHouse.schema + RightsSchema.migrations + ThreadsSchema.migrations + AgreementsSchema.migrations
        + DocumentsSchema.migrations + PublicationSchema.migrations
    private static let erasure: [ErasureStep] = [
        RightsSchema.erase, ThreadsSchema.erase, AgreementsSchema.erase, DocumentsSchema.erase,
        PublicationSchema.erase,
    ]

    /// - Parameters:
    ///   - database: with the schema; nil for a file in the folder.
    init(
        in folder: URL, database: (any Database)? = nil, clock: ManualClock, law: LawPack
    ) async throws {
        self.folder = folder
        let rows: any Database
        if let database {
            rows = database
        } else {
            rows = try SQLiteDatabase(path: folder.appending(path: "data.sqlite").path, readers: 2)
            try await Migrator(Self.migrations).migrate(rows, at: clock.now)
        }
        let keys = try SQLiteDatabase(path: TestHouse.keyFile(in: folder), readers: 2, secureDelete: true)
        try await Migrator(SubjectKeys.migrations).migrate(keys, at: clock.now)
        var generous = Budgets()
        (generous.staffAMinute, generous.staffADay) = (1_000_000, 1_000_000)
        (generous.subjectAMinute, generous.subjectADay) = (1_000_000, 1_000_000)
        house = try TestHouse(
            over: rows, keyDatabase: keys, emptyKeyLog: { try await keys.emptyLog() }, folder: folder, clock: clock,
            budgets: generous, erasure: Self.erasure, legallyKept: LegalRetentions.kept)
        let isNew = try await house.gate.editionInForce() == nil
        if isNew { try await house.publishFirstEdition() }
        consents = ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: clock.source)
        threads = ThreadDesk(
            gate: house.gate, registrar: house.registrar, time: clock.source, randomness: .system)
        orders = OrderDesk(
            gate: house.gate, registrar: house.registrar, time: clock.source, randomness: .system)
        archiveEnds = ArchiveSweep(gate: house.gate, erasure: house.registrar.erasure, time: clock.source)
        notices =
            PublicationDesk(
                // No walk drafts an edition.
                gate: house.gate, folder: { throw TestHouseError.published }, regions: [], time: clock.source,
                randomness: .system
            ).notices
        rights = RightsDesk(
            gate: house.gate, registrar: house.registrar, law: law, holdings: [RegistrationSchema.holdings],
            // No walk takes a copy.
            archives: CopyArchives { _ in
                throw RightsRefusal.noRecipient
            } accepts: { _ in
                false
            },
            ownAddresses: { _, _ in [] }, hasOrders: { try !OrderDesk.open(of: $0, in: $1).isEmpty },
            time: clock.source,
            randomness: .system)
        if isNew { try await offer() }
    }

    var edition: Edition {
        get async throws { try await house.gate.look { [house] in try house.gate.book.inForce(in: $0) } }
    }

    /// How many entries there are, in the tree and on the way to it.
    func entries() async throws -> Int {
        try await house.database.read { transaction in
            let size = try transaction.row("SELECT size FROM tree")?.int(0) ?? 0
            return Int(size) + Int(try transaction.count("SELECT count(*) FROM pending_entry"))
        }
    }

    /// The state of everything about which there are entries, in figures one of which moves with each change.
    func state() async throws -> [String] {
        try await house.database.read { transaction in
            func counts(_ statement: SQL) throws -> [String] {
                try transaction.rows(statement).map { "\(try $0.text(0)) \(try $0.int(1)) \(try $0.int(2))" }
            }
            return try counts(
                """
                SELECT state, count(*), CAST(sum(revision) AS BIGINT) FROM subject GROUP BY state ORDER BY state
                """)
                + counts("SELECT state, count(*), 0 FROM registration GROUP BY state ORDER BY state")
                + counts("SELECT consent, count(*), 0 FROM consent GROUP BY consent ORDER BY consent")
                + counts("SELECT 'edition', count(*), 0 FROM edition")
                + counts("SELECT clause, count(*), 0 FROM void_clause GROUP BY clause ORDER BY clause")
                + counts("SELECT 'erasure', count(*), count(final_at) FROM erasure")
                + counts("SELECT state, count(*), 0 FROM subject_request GROUP BY state ORDER BY state")
                + counts("SELECT 'block', count(*), 0 FROM subject_block")
                + counts("SELECT state, count(*), 0 FROM thread GROUP BY state ORDER BY state")
                + counts("SELECT direction, count(*), 0 FROM thread_message GROUP BY direction ORDER BY direction")
                + counts("SELECT state, count(*), count(paid_at) FROM service_order GROUP BY state ORDER BY state")
                + counts("SELECT event, count(*), 0 FROM order_step GROUP BY event ORDER BY event")
                + counts("SELECT 'hold', count(*), count(ended_at) FROM hold")
                + counts("SELECT 'archived', count(*), 0 FROM archived")
                + counts("SELECT 'opening', count(*), 0 FROM archive_opening")
                + counts("SELECT 'told of editions', count(*), 0 FROM edition_follower WHERE by_email = 1")
        }
    }

    /// Publishes the first edition changed in some ways.
    func publish(_ variant: Model.Variant) async throws {
        let canonical = try house.edition.document.canonical()
        guard var policy = try JSONSerialization.jsonObject(with: Data(canonical)) as? [String: Any] else { return }
        func change(_ list: String, _ key: String, _ value: AnyHashable, _ body: (inout [String: Any]) -> Void) {
            var items = policy[list] as? [[String: Any]] ?? []
            for index in items.indices where items[index][key] as? AnyHashable == value { body(&items[index]) }
            policy[list] = items
        }
        func changeGrant(_ act: String, _ purpose: String, to fields: [Int]) {
            change("roles", "id", "support") { role in
                var grants = role["grants"] as? [[String: Any]] ?? []
                for index in grants.indices
                where (grants[index]["acts"] as? [String])?.contains(act) == true
                    && (grants[index]["purposes"] as? [String])?.contains(purpose) == true
                {
                    grants[index]["fields"] = fields
                }
                role["grants"] = grants
            }
        }
        if variant.contains(.narrower) { changeGrant("openCase", "service", to: [2, 3]) }
        if variant.contains(.wider) {
            changeGrant("reveal", "contact", to: [2, 4, 5])
            change("fields", "number", 2) { $0["purposes"] = ["contact", "identification", "rights", "service"] }
        }
        if variant.contains(.abroad) { change("recipients", "id", "courier") { $0["country"] = "DE" } }
        let changed = try JSONSerialization.data(withJSONObject: policy)
        let document = try CanonicalJSON.decode(PolicyDocument.self, from: Bytes(changed))
        _ = try await house.gate.publish(document)
    }

    func declareVoid(_ clause: String) async throws {
        let edition = try await edition
        let (now, id) = (house.clock.now, ClauseID(clause))
        let day = Day(of: now, hoursEast: 5)
        let content = VoidContent(
            id, of: edition, since: day, reason: Phrase(ru: "Суд", kk: "Сот", en: "Court"), proposed: now,
            declared: now, manner: .twoPersons)
        let actor = Actor("administrator", person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
        try await house.gate.perform { [house] in
            _ = try house.gate.declareVoid(content, since: day, by: actor, in: $0)
        }
    }
}
