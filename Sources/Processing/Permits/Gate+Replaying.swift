import Crypto
import Ledger
import Policy
import Primitives
import Storage
import Vault

/// What the newest ledger tells that older data do not know, as it is done again; each such fact is an entry of its own,
/// whose digest is the leaf hash (RFC 6962) of the entry that it repeats; where a record changes by it, a note has that hash.
extension Gate {
    /// The word under which an entry notes that it repeats another one: its leaf, or that it waited.
    package static let replayedWord = "replayed"

    /// Withdraws a consent as a later entry says; nothing is done when it stands withdrawn, or was given later.
    ///
    /// - Parameter text: what is kept in place of the text that the person was shown, which the ledger has not.
    /// - Returns: the edition under which it stood; nil when nothing was done.
    package func withdrawAgain(
        _ placed: PlacedEntry, of subject: SubjectID, sealer: Sealer, text: Phrase, in transaction: any Transaction
    ) throws -> (consent: ConsentID, edition: Int)? {
        let entry = placed.entry
        guard let consent = entry.note["consent"].map({ ConsentID($0) }), entry.note["given"] == "0",
            let row = try SubjectStore(transaction).find(subject), row.state != .erased
        else { return nil }
        let store = ConsentStore(transaction)
        let newest = try store.history(of: subject).last { $0.consent == consent }
        guard let newest, newest.isGiven, newest.at < entry.at else { return nil }
        let id = Identifier<ConsentRow>(from: randomness)
        let sealed = try sealer.seal(Bytes(text[row.language].utf8), label: "consent \(id)", in: .record)
        try store.append(
            ConsentRow(
                id: id, consent: consent, isGiven: false, edition: entry.edition, language: row.language,
                textHash: entry.note["text"].flatMap { Bytes(hex: $0) } ?? Bytes(), text: sealed, wording: nil,
                at: entry.at,
                endsAt: nil, manner: .ledger), of: subject)
        try appendReplayed(placed, of: subject, sealer: sealer, in: transaction)
        return (consent, newest.edition)
    }

    /// Declares a clause void as a later entry says; nothing is done when it is void already, or nobody here knows the edition.
    ///
    /// - Parameter content: what was kept of the declaration, where it is left; another one than the entry's is not taken.
    package func voidAgain(
        _ placed: PlacedEntry, content: Bytes?, in transaction: any Transaction
    ) throws -> Bool {
        let entry = placed.entry
        guard let clause = entry.note["void"], let since = entry.note["since"], Day(since) != nil,
            try transaction.row("SELECT number FROM edition WHERE number = \(entry.edition)") != nil
        else { return false }
        let kept = content.flatMap { Bytes(SHA256.hash(data: $0)) == entry.digest ? $0 : nil }
        let canonical = try entry.canonical()
        let added = try transaction.run(
            """
            INSERT INTO void_clause (edition, clause, since, declared_at, content, entry)
            VALUES (\(entry.edition), \(clause), \(since), \(entry.at), \(kept), \(canonical))
            ON CONFLICT DO NOTHING
            """)
        guard added == 1 else { return false }
        try appendReplayed(placed, of: nil, sealer: nil, in: transaction)
        return true
    }

    /// Puts an edition in force as a later entry says; nothing is done when there is one of that number.
    ///
    /// - Parameter later: its row, where it is left; one whose text is not what the entry published is not taken.
    package func publishAgain(
        _ placed: PlacedEntry, _ later: LaterEdition, in transaction: any Transaction
    ) throws -> Bool {
        let entry = placed.entry
        guard later.number == entry.edition, Bytes(SHA256.hash(data: later.canonical)) == entry.digest else {
            return false
        }
        let added = try transaction.run(
            """
            INSERT INTO edition (number, hash, in_force_since, canonical, manner, certificate, entry)
            VALUES (\(later.number), \(entry.digest), \(later.inForceSince), \(later.canonical), \(later.manner),
                    \(later.certificate), \(later.entry))
            ON CONFLICT DO NOTHING
            """)
        return added == 1
    }

    /// The entry of something that is done again.
    package func appendReplayed(
        _ placed: PlacedEntry, of subject: SubjectID?, sealer: Sealer?, in transaction: any Transaction
    ) throws {
        try appendReplayed(placed, of: subject, sealer: sealer, change: nil, in: transaction)
    }

    /// - Parameters:
    ///   - act: what is done in place of the act that it tells of, which cannot be done again; its own words are left out then.
    ///   - change: what becomes of the record by it.
    ///   - changed: what it notes otherwise than the entry that it repeats.
    @discardableResult
    func appendReplayed(
        _ placed: PlacedEntry, as act: Act? = nil, of subject: SubjectID?, sealer: Sealer?, change: Change?,
        note changed: [String: String] = [:], in transaction: any Transaction
    ) throws -> LedgerEntry {
        let (entry, nonce) = (placed.entry, randomness.bytes(16))
        var note = act == nil ? entry.note.merging(changed) { $1 } : changed
        let leaf = MerkleTree.leafHash(try entry.canonical())
        if change != nil { note["repeats"] = leaf.hex }
        note[Self.replayedWord] = placed.leaf.map(String.init) ?? "waiting"
        let repeated = LedgerEntry(
            nonce: nonce, role: "operator", actor: "", act: act?.rawValue ?? entry.act,
            whom: subject.flatMap { subject in
                sealer.map { Whom.commitment(opening: $0.opening(nonce), subject: subject) }
            }, fields: entry.fields, purpose: entry.purpose, basis: entry.basis, clause: entry.clause,
            // That of a declaration is the edition whose clause is void.
            edition: subject == nil ? entry.edition : try book.inForce(in: transaction).number,
            caseID: entry.caseID, outcome: .done, at: time.now, revision: change?.revision,
            digest: change?.digest ?? leaf, note: note)
        try LedgerStore(transaction).append(repeated, subject: subject)
        return repeated
    }
}

/// An edition that was published after the data were copied, as the newest rows have it. It names nobody.
package struct LaterEdition: Sendable {
    let number: Int
    let inForceSince: Instant
    let canonical: Bytes
    let manner: String?
    let certificate: Bytes?
    let entry: Bytes?

    /// Those of a database, by their numbers.
    package static func all(after number: Int, in transaction: any Transaction) throws -> [Int: LaterEdition] {
        let rows = try transaction.rows(
            """
            SELECT number, in_force_since, canonical, manner, certificate, entry FROM edition
            WHERE number > \(number) ORDER BY number
            """)
        return try rows.reduce(into: [:]) { all, row in
            let edition = LaterEdition(
                number: Int(try row.int(0)), inForceSince: try row.instant(1), canonical: try row.bytes(2),
                manner: try row.textIfAny(3), certificate: try row.bytesIfAny(4), entry: try row.bytesIfAny(5))
            all[edition.number] = edition
        }
    }
}

extension Gate {
    /// Whether the edition of an entry of publication is here.
    package func isPublished(_ entry: LedgerEntry, in transaction: any Transaction) throws(StorageError) -> Bool {
        try transaction.row("SELECT number FROM edition WHERE number = \(entry.edition)") != nil
    }

    /// Whether the clause that an entry declares void is void here.
    package func isVoid(_ entry: LedgerEntry, in transaction: any Transaction) throws(StorageError) -> Bool {
        guard let clause = entry.note["void"] else { return true }
        return try transaction.row(
            "SELECT clause FROM void_clause WHERE edition = \(entry.edition) AND clause = \(clause)") != nil
    }

    /// What was kept of all declarations that a clause is void, by its SHA-256.
    package static func voidContents(in transaction: any Transaction) throws -> [Bytes: Bytes] {
        let rows = try transaction.rows(
            "SELECT content FROM void_clause WHERE content IS NOT NULL ORDER BY edition, clause")
        return try rows.reduce(into: [:]) { all, row in
            let content = try row.bytes(0)
            all[Bytes(SHA256.hash(data: content))] = content
        }
    }
}
