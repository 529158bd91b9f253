import Access
import Consents
import Foundation
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Vault

/// The rooms over a fresh database, with a clock that the test moves and messages that it can read.
package struct TestHouse: Sendable {
    package let database: any Database
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

    /// The policy of the first operator, as the repository holds it.
    package static func policy() throws -> PolicyDocument {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let reading = try PolicyFolder(path: root.appending(path: "policies/cantra").path).read()
        guard let document = reading.document else { throw TestHouseError.policy(reading.errors) }
        return document
    }

    /// Runs `body` in a fresh house on `engine`.
    package static func run(
        on engine: Engine, evidenceMayWait: Span = .days(36_500), _ body: (TestHouse) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: schema) { database in
            try await withTemporaryFolder { folder in
                try await body(try await TestHouse(database, folder: folder, evidenceMayWait: evidenceMayWait))
            }
        }
    }

    static let schema =
        PermitsSchema.migrations + LedgerSchema.migrations + AccessSchema.migrations + MessagesSchema.migrations
        + RegistrationSchema.migrations

    private init(_ database: any Database, folder: URL, evidenceMayWait: Span) async throws {
        let clock = ManualClock()
        let randomness = Randomness.system
        self.database = database
        self.clock = clock
        ring = try KeyRing(folder: folder.appending(path: "keys").path, time: clock.source, randomness: randomness)
        let keyPlace = DatabasePlace.file(folder.appending(path: "keys.sqlite").path)
        let keyDatabase = try keyPlace.open()
        try await Migrator(SubjectKeys.migrations).migrate(keyDatabase, at: clock.now)
        keys = SubjectKeys(database: keyDatabase, ring: ring, time: clock.source, randomness: randomness)
        gate = Gate(
            database: database, keys: keys, ring: ring, book: PolicyBook(), evidenceMayWait: evidenceMayWait,
            time: clock.source, randomness: randomness)
        edition = try await gate.publish(try Self.policy())
        codes = OneTimeCodes(gate: gate, time: clock.source, randomness: randomness)
        registrar = Registrar(
            gate: gate, codes: codes, isDemo: true, operatorAddress: "Almaty",
            erasure: [RegistrationSchema.erase, MessagesSchema.erase, AccessSchema.erase],
            missingDocuments: { _, _, _ in [] },
            time: clock.source, randomness: randomness)
        signIn = SignIn(
            gate: gate, codes: codes,
            passwords: PasswordChecks(
                hash: { "plain:" + $0 }, verify: { $1 == "plain:" + $0 }, accept: { _, _ in }),
            time: clock.source, randomness: randomness)
        sequencer = try Sequencer(
            database: database, signer: CheckpointSigner(origin: "test.example/ledger", seed: ring.ledgerSeed),
            checkpointFile: folder.appending(path: "checkpoint").path, time: clock.source)
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
    case noMessage
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
