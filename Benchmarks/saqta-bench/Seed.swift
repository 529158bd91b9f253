import ArgumentParser
import Crypto
import Foundation
import Ledger
import Primitives
import SQLite
import Storage
import Vault

/// Registers invented people in bulk: keys, sealed fields and consents, the index, the entries, all as the server writes
/// them. It runs on the data of a server that has ended; the next start gives the entries their leaves.
struct Seed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fills a server's SQLite files with registrations.")

    @Option(help: "The server's data.") var data: String
    @Option(help: "The server's keys.") var keys: String
    @Option(help: "How many persons.") var subjects: Int

    /// In one transaction; also so many keys in one commit.
    private static let batch = 2_048

    func run() async throws {
        let ring = try KeyRing(folder: keys)
        let rows = try SQLiteDatabase(path: "\(data)/saqta.sqlite", readers: 1)
        let keyRows = try SQLiteDatabase(path: "\(data)/keys.sqlite", readers: 2)
        let subjectKeys = SubjectKeys(
            database: keyRows, ring: ring, time: .system, randomness: .system, batch: Self.batch)
        let sealing = Sealing(ring: ring, index: try ring.index)
        _ = try await rows.write { transaction in
            try transaction.run(
                """
                INSERT INTO consent_wording (digest, text) VALUES (\(PersonRows.wording), 'Agreed.') ON CONFLICT DO NOTHING
                """)
        }
        var left = subjects
        while left > 0 {
            let count = min(left, Self.batch)
            var made: [SubjectKey] = []
            for _ in 0..<count { made.append(try await subjectKeys.key(of: try await subjectKeys.nextSubject())) }
            let (first, keys, now) = (subjects - left, made, TimeSource.system.now)
            let persons = try keys.enumerated().map { try sealing.rows(of: $1, number: first + $0, at: now) }
            try await rows.write { transaction in
                for person in persons { try person.insert(at: now, in: transaction) }
            }
            left -= count
        }
    }
}

/// Makes the rows of an invented person, sealed under their key.
private struct Sealing {
    let ring: KeyRing
    let index: BlindIndex
    /// What fills the gap in the text of the consent: a name.
    private let text = Bytes("Bench Invented".utf8)

    func rows(of key: SubjectKey, number: Int, at now: Instant) throws -> PersonRows {
        let random = Randomness.system
        let email = "invented\(number)@example.kz"
        let fields = [
            (1, "Bench"), (2, "Invented"), (4, email), (5, "+77010000000"), (6, "own,of_age"),
        ].map { (field: $0, edition: 1, value: Bytes($1.utf8)) }
        let record = try SealedRecord.empty.setting(fields, key: key, instance: ring.instance)
        let consent = random.bytes(16)
        let sealed = try SealedValue.seal(
            text, label: "consent \(consent.hex)", key: key, compartment: .record, instance: ring.instance)
        let name = "\(number)"
        let entries = try [("consent", 2), ("register", 4), ("addContact", 1), ("confirmContact", 1)].map {
            act, fields in
            let entry = entry(act, fields, of: key, number: name, digest: record.digest, at: now)
            return (entry.nonce, try entry.canonical())
        }
        return PersonRows(
            subject: key.subject.bytes, number: name, record: record.bytes,
            consent: (consent, Bytes(SHA256.hash(data: text)), sealed),
            address: index.digests(field: 4, value: email).first?.digest ?? [], entries: entries)
    }

    private func entry(
        _ act: String, _ fields: Int, of key: SubjectKey, number: String, digest: Bytes, at now: Instant
    ) -> LedgerEntry {
        let randomness = Randomness.system
        let nonce = randomness.bytes(16)
        let opening = Whom.opening(historyKey: key.key(for: .history), nonce: nonce)
        return LedgerEntry(
            nonce: nonce, role: "client", actor: "0123456789abcdef", act: act,
            whom: Whom.commitment(opening: opening, subject: key.subject), fields: Array(1...fields),
            purpose: "service",
            basis: "consent:main", clause: "2.2.1", edition: 1, caseID: number, outcome: .done, at: now, revision: 2,
            digest: digest, note: ["client": "bench"])
    }
}
