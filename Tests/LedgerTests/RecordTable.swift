import Crypto
import Ledger
import Primitives
import Storage
import TestKit

/// What the rooms above the ledger keep of a person, cut down to what an audit compares.
enum RecordTable {
    static let migration = Migration(
        "2099-01-01.01", "test: records and erasures",
        [
            "CREATE TABLE record (id BLOB PRIMARY KEY, revision BIGINT NOT NULL, sealed BLOB NOT NULL)",
            "CREATE TABLE erased (id BLOB PRIMARY KEY)",
        ])
}

extension LedgerHouse {
    /// A person with a record of `revisions` revisions, and as many entries about them, and a reading of each.
    func person(revisions: Int = 2) async throws -> SubjectID {
        let subject = SubjectID(from: randomness.source)
        for revision in 1...revisions { try await change(subject, to: revision) }
        return subject
    }

    func change(_ subject: SubjectID, to revision: Int) async throws {
        let sealed = randomness.bytes(40)
        let changing = entry("correct", about: subject, revision: revision, digest: Bytes(SHA256.hash(data: sealed)))
        let reading = entry("read", about: subject)
        try await database.write { transaction in
            try transaction.run(
                """
                INSERT INTO record (id, revision, sealed) VALUES (\(subject), \(revision), \(sealed))
                ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, sealed = excluded.sealed
                """)
            for entry in [changing, reading] { try LedgerStore(transaction).append(entry, subject: subject) }
        }
        clock.advance(by: .seconds(1))
    }

    /// Erases a person as the Gate does: entry, rows and history in one transaction.
    func erase(_ subject: SubjectID, by act: String = "erase") async throws {
        let held = try await database.read { try LedgerStore($0).historyCount(of: subject) }
        let entry = entry(
            act, about: subject, revision: 9, digest: Whom.erasureMark(of: subject),
            note: [LedgerEntry.closesWord: "\(held + 1)"])
        try await database.write { transaction in
            try LedgerStore(transaction).append(entry, subject: subject)
            try transaction.run("DELETE FROM record WHERE id = \(subject)")
            try transaction.run("INSERT INTO erased (id) VALUES (\(subject))")
            try LedgerStore(transaction).deleteHistory(of: subject)
        }
        clock.advance(by: .seconds(1))
    }
}
