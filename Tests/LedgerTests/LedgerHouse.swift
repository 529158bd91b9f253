import Crypto
import Foundation
import Ledger
import Primitives
import Storage
import TestKit

/// A ledger on a real database, with a folder for checkpoints, and persons with one record each.
struct LedgerHouse: Sendable {
    static let origin = "ledger.example/log"
    static let historyKey = SymmetricKey(data: Bytes(repeating: 9, count: 32))

    let database: any Database
    let folder: URL
    let clock = ManualClock()
    let randomness = SeededRandomness(seed: 1)

    var reader: LedgerReader { LedgerReader(database: database) }
    var signer: CheckpointSigner {
        get throws { try CheckpointSigner(origin: Self.origin, seed: Bytes(repeating: 7, count: 32)) }
    }

    /// A house on `engine`, removed afterwards.
    static func with(_ engine: Engine, _ body: (LedgerHouse) async throws -> Void) async throws {
        try await withDatabase(engine, migrations: LedgerSchema.migrations + [RecordTable.migration]) { database in
            try await withTemporaryFolder { folder in
                try await body(LedgerHouse(database: database, folder: folder))
            }
        }
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// A sequencer as another process would have it: the same database, a checkpoint file by name.
    func sequencer(
        _ file: String = "checkpoint", most: Int = 1_024, on other: (any Database)? = nil
    ) throws -> Sequencer {
        try Sequencer(
            database: other ?? database, signer: try signer, checkpointFile: path(file), time: clock.source, most: most)
    }

    /// An entry as the Gate would make it.
    func entry(
        _ act: String = "read", about subject: SubjectID? = nil, revision: Int? = nil, digest: Bytes? = nil,
        note: [String: String] = [:]
    ) -> LedgerEntry {
        let nonce = randomness.bytes(16)
        let whom = subject.map {
            Whom.commitment(opening: Whom.opening(historyKey: Self.historyKey, nonce: nonce), subject: $0)
        }
        return LedgerEntry(
            nonce: nonce, role: "reviewer", actor: "0123456789abcdef", act: act, whom: whom, fields: [1, 2],
            purpose: "2.2.2", basis: "consent", clause: "2.2.2", edition: 1, caseID: nil, outcome: .done,
            at: clock.now, revision: revision, digest: digest, note: note)
    }

    /// Appends so many entries about nobody, in one transaction.
    /// - Returns: their octets in the order of the sequencer.
    @discardableResult
    func append(_ count: Int) async throws -> [LedgerEntry] {
        let entries = (0..<count).map { _ in entry() }
        try await append(entries, subject: nil)
        return entries.sorted { $0.nonce.hex < $1.nonce.hex }
    }

    func append(_ entries: [LedgerEntry], subject: SubjectID?) async throws {
        try await database.write { transaction in
            for entry in entries { try LedgerStore(transaction).append(entry, subject: subject) }
        }
        clock.advance(by: .seconds(1))
    }

    /// All entries of the stored bundles in order.
    func sequenced() async throws -> [Bytes] {
        try await database.read { transaction in
            try transaction.rows("SELECT content FROM bundle ORDER BY number").flatMap { row in
                try EntryBundleReader.entries(in: try row.bytes(0))
            }
        }
    }
}

/// Reads entry bundles by the text of C2SP `tlog-tiles`, apart from the code under test.
enum EntryBundleReader {
    static func entries(in bundle: Bytes) throws -> [Bytes] {
        var (rest, entries) = (bundle[...], [Bytes]())
        while rest.count >= 2 {
            let length = Int(rest[rest.startIndex]) * 256 + Int(rest[rest.startIndex + 1])
            entries.append(Bytes(rest.dropFirst(2).prefix(length)))
            rest = rest.dropFirst(2 + length)
        }
        guard rest.isEmpty else { throw LedgerError.malformed }
        return entries
    }
}
