import Access
import Consents
import Deadlines
import Documents
import Foundation
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import SQLite
import Storage
import TestKit
import Vault

/// The rooms over a fresh database, with a clock that the test moves and messages that it can read.
package struct TestHouse: Sendable {
    package let database: any Database
    /// The path of the file that holds the keys.
    package let keyFile: String
    package let keyDatabase: any Database
    /// Empties the log of the database of keys.
    package let emptyKeyLog: @Sendable () async throws -> Void
    package let keys: SubjectKeys
    package let ring: KeyRing
    package let clock: ManualClock
    package let gate: Gate
    package let edition: Edition
    package let codes: OneTimeCodes
    package let registrar: Registrar
    package let signIn: SignIn
    package let sequencer: Sequencer
    package let outbox: Outbox
    package let courier: Courier

    /// What checks passwords here: quickly, and as strictly as a test wants.
    package static let passwords = PasswordChecks(
        hash: { "plain:" + $0 }, verify: { $1 == "plain:" + $0 }, accept: { _, _ in })

    /// The policy of the first operator, as the repository holds it.
    package static func policy() throws -> PolicyDocument { try reading.get().document }

    /// The working days of its law.
    package static func calendar() throws -> WorkingCalendar { try reading.get().calendar }

    private static let reading = Result { try readPolicy() }

    /// Made once: in a debug build it takes as long as most tests.
    private static let firstEdition = Result {
        let document = try policy()
        return (
            try Edition(number: 1, inForceSince: ManualClock().now, document: document), try document.canonical()
        )
    }

    /// The folder that it was read from.
    package static func policyFolder() throws -> PolicyFolder {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try PolicyFolder(path: root.appending(path: "policies/cantra").path)
    }

    private static func readPolicy() throws -> (document: PolicyDocument, calendar: WorkingCalendar) {
        let reading = try policyFolder().read()
        guard let document = reading.document, let lawPack = reading.lawPack else {
            throw TestHouseError.policy(reading.errors)
        }
        return (document, lawPack.calendar)
    }

    /// Runs `body` in a fresh house on `engine`.
    ///
    /// - Parameters:
    ///   - migrations: of rooms that are not in every house.
    ///   - erasure: what those rooms delete of a person who is erased.
    ///   - legallyKept: what laws have kept of one.
    package static func run(
        on engine: Engine, evidenceMayWait: Span = .days(36_500), budgets: Budgets = Budgets(),
        migrations: [Migration] = [], erasure: [ErasureStep] = [],
        legallyKept: @escaping LegalRetentionStep = { _, _, _, _ in nil }, _ body: (TestHouse) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: schema + migrations) { database in
            try await run(
                over: database, evidenceMayWait: evidenceMayWait, budgets: budgets, erasure: erasure,
                legallyKept: legallyKept, body)
        }
    }

    /// Runs `body` in a house over an empty database that has the schema.
    package static func run(
        over database: any Database, evidenceMayWait: Span = .days(36_500), budgets: Budgets = Budgets(),
        erasure: [ErasureStep] = [], legallyKept: @escaping LegalRetentionStep = { _, _, _, _ in nil },
        _ body: (TestHouse) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await body(
                try await TestHouse(
                    database, folder: folder, evidenceMayWait: evidenceMayWait, budgets: budgets, erasure: erasure,
                    legallyKept: legallyKept))
        }
    }

    /// What every house has.
    package static let schema =
        PermitsSchema.migrations + LedgerSchema.migrations + AccessSchema.migrations + MessagesSchema.migrations
        + RegistrationSchema.migrations + DeadlinesSchema.migrations

    private init(
        _ database: any Database, folder: URL, evidenceMayWait: Span, budgets: Budgets, erasure: [ErasureStep],
        legallyKept: @escaping LegalRetentionStep
    ) async throws {
        let clock = ManualClock()
        let keyDatabase = try SQLiteDatabase(path: Self.keyFile(in: folder), readers: 2, secureDelete: true)
        try await Migrator(SubjectKeys.migrations).migrate(keyDatabase, at: clock.now)
        try self.init(
            over: database, keyDatabase: keyDatabase, emptyKeyLog: { try await keyDatabase.emptyLog() }, folder: folder,
            clock: clock, evidenceMayWait: evidenceMayWait, budgets: budgets, erasure: erasure,
            legallyKept: legallyKept)
        try await publishFirstEdition()
    }

    /// Publishes the first edition of the policy, in a house that has none.
    package func publishFirstEdition() async throws {
        let (first, canonical) = try Self.firstEdition.get()
        guard try await gate.publish(first, canonical: canonical) else { throw TestHouseError.published }
    }

    /// Where the database of keys lies.
    package static func keyFile(in folder: URL) -> String { folder.appending(path: "keys.sqlite").path }

    /// The rooms over stores that have their schema, as a process has them that has just been started.
    ///
    /// - Parameter folder: with the keys and the newest checkpoint.
    package init(
        over database: any Database, keyDatabase: any Database,
        emptyKeyLog: @escaping @Sendable () async throws -> Void,
        folder: URL, disk: Disk = .system, clock: ManualClock, evidenceMayWait: Span = .days(36_500),
        budgets: Budgets = Budgets(), erasure: [ErasureStep] = [],
        legallyKept: @escaping LegalRetentionStep = { _, _, _, _ in nil }
    ) throws {
        let randomness = Randomness.system
        self.database = database
        self.clock = clock
        ring = try KeyRing(
            folder: folder.appending(path: "keys").path, disk: disk, time: clock.source, randomness: randomness)
        keyFile = Self.keyFile(in: folder)
        self.keyDatabase = keyDatabase
        self.emptyKeyLog = emptyKeyLog
        keys = SubjectKeys(database: keyDatabase, ring: ring, time: clock.source, randomness: randomness)
        gate = Gate(
            database: database, keys: keys, ring: ring, book: PolicyBook(), budgets: budgets,
            evidenceMayWait: evidenceMayWait, time: clock.source, randomness: randomness,
            emptyKeyLog: emptyKeyLog, legallyKept: legallyKept, isDraft: Registrar.isDraft)
        edition = try Self.firstEdition.get().0
        codes = OneTimeCodes(gate: gate, time: clock.source, randomness: randomness)
        registrar = Registrar(
            gate: gate, codes: codes, calendars: CalendarBook(law: try Self.calendar()), isDemo: { _ in true },
            operatorAddress: "Almaty",
            erasure: erasure + [RegistrationSchema.erase, MessagesSchema.erase, AccessSchema.erase],
            missingDocuments: { subject, edition, transaction in
                // Of documents this house asks for nothing but what a signature at the counter rests on.
                guard try Registrar.isOnPaper(subject, transaction) else { return [] }
                let missing = try DocumentStore(transaction).missing(of: subject, under: edition, isOnPaper: true)
                return missing.contains(.consentPaper) ? [.signedPaper] : []
            },
            time: clock.source, randomness: randomness)
        signIn = SignIn(
            gate: gate, codes: codes, passwords: Self.passwords, time: clock.source, randomness: randomness)
        sequencer = try Sequencer(
            database: database, signer: CheckpointSigner(origin: "test.example/ledger", seed: ring.ledgerSeed),
            checkpointFile: folder.appending(path: "checkpoint").path, disk: disk, time: clock.source)
        let outbox = Outbox()
        self.outbox = outbox
        courier = Courier(gate: gate, time: clock.source, site: "https://test.example") { delivery in
            await outbox.add(delivery)
            return .sent
        }
    }
}

package enum TestHouseError: Error {
    case policy([Diagnostic])
    case published
    case noMessage
    case notFound(String)
}

/// What the courier took out.
package actor Outbox {
    package private(set) var deliveries: [Delivery] = []

    func add(_ delivery: Delivery) { deliveries.append(delivery) }

    /// The six digits of the newest message.
    package func code() throws -> String {
        guard let text = deliveries.last?.text, let code = text.firstMatch(of: /[0-9]{6}/) else {
            throw TestHouseError.noMessage
        }
        return String(code.output)
    }
}
