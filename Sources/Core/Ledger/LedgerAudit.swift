import Crypto
import Primitives
import Storage

/// Derives the tree anew and compares everything with it: bundles, tiles, leaves, signature, private rows, current rows.
package struct LedgerAudit: Sendable {
    let database: any Database
    let verifier: VerifierKey

    package init(database: any Database, verifier: VerifierKey) {
        self.database = database
        self.verifier = verifier
    }

    /// What an audit found.
    package struct Report: Sendable, CustomStringConvertible {
        package let size: Int
        package let root: Bytes
        /// Entries of living persons that were compared.
        package let compared: Int
        /// Entries whose persons are erased.
        package let closed: Int
        /// What does not fit, the first first.
        package let faults: [String]

        package var isSound: Bool { faults.isEmpty }

        package var description: String {
            guard !isSound else {
                return "ok, \(size) entries, root \(root.hex), \(compared) rows compared, \(closed) closed by erasure"
            }
            return (["NOT SOUND"] + faults.map { "  \($0)" }).joined(separator: "\n")
        }
    }

    /// What a person's row says now.
    package struct Current: Sendable {
        package let revision: Int
        package let digest: Bytes

        package init(revision: Int, digest: Bytes) {
            self.revision = revision
            self.digest = digest
        }
    }

    /// - Parameters:
    ///   - opening: the opening of an entry about a person; nil when their key is destroyed.
    ///   - current: what the person's row holds; nil when there is none.
    ///   - progress: entries done, of how many.
    package func run(
        opening: @Sendable (SubjectID, Bytes) async throws -> Bytes?,
        current: @Sendable (SubjectID) async throws -> Current?,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Report {
        let head = try await database.read { try TreeStore(transaction: $0).head() }
        var faults: [String] = []
        if head.size > 0 { checkNote(head.note, head.size, head.root, &faults) }
        var tree = Derivation()
        var places: [EntryID: (leaf: Int, hash: Bytes)] = [:]
        var named = 0
        var marks: Set<Bytes> = []
        for number in 0..<((head.size + 255) / 256) {
            let (bundle, tile) = try await database.read { transaction in
                let store = TreeStore(transaction: transaction)
                return (try store.bundle(number), try store.tileIfAny(0, number))
            }
            guard let bundle, let entries = try? EntryBundle.entries(in: bundle) else {
                faults.append("bundle \(number) is missing or unreadable")
                break
            }
            for (offset, octets) in entries.enumerated() where number * 256 + offset < head.size {
                let leaf = number * 256 + offset
                let hash = MerkleTree.leafHash(octets)
                if tile.map({ Bytes($0.dropFirst(offset * 32).prefix(32)) }) != hash {
                    faults.append("entry \(leaf) is not the one that its tile holds the hash of")
                }
                tree.append(hash)
                guard let entry = try? LedgerEntry(canonical: octets) else {
                    faults.append("entry \(leaf) is unreadable")
                    continue
                }
                places[entry.id] = (leaf, hash)
                if entry.whom != nil { named += 1 }
                if let digest = entry.digest { marks.insert(digest) }
            }
            progress(min((number + 1) * 256, head.size), head.size)
        }
        if tree.root != head.root { faults.append("the root of \(tree.count) entries is not that of the stored tree of \(head.size)") }
        let compared = try await checkRows(places, opening: opening, current: current, faults: &faults)
        let erased = try await erasures(marks, faults: &faults)
        if named > compared, erased == 0 { faults.append("\(named - compared) entries have lost the row of their person") }
        return Report(
            size: head.size, root: tree.root, compared: compared, closed: max(0, named - compared), faults: faults)
    }

    private func checkNote(_ note: String, _ size: Int, _ root: Bytes, _ faults: inout [String]) {
        guard let signed = try? SignedNote(parsing: note), let text = try? verifier.verify(signed),
            let checkpoint = try? Checkpoint(text: text)
        else {
            faults.append("the checkpoint is not signed by the ledger's key")
            return
        }
        if checkpoint.size == size, checkpoint.root != root { faults.append("the checkpoint names another root") }
        if checkpoint.size > size { faults.append("the checkpoint names \(checkpoint.size) entries, the tree holds \(size)") }
    }

    /// Compares the rows of living persons with the tree. - Returns: how many were compared.
    private func checkRows(
        _ places: [EntryID: (leaf: Int, hash: Bytes)], opening: @Sendable (SubjectID, Bytes) async throws -> Bytes?,
        current: @Sendable (SubjectID) async throws -> Current?, faults: inout [String]
    ) async throws -> Int {
        var after = Bytes()
        var compared = 0
        while true {
            let last = after
            let subjects = try await database.read { transaction in
                try transaction.rows(
                    "SELECT DISTINCT subject_id FROM own_entry WHERE subject_id > \(last) ORDER BY subject_id LIMIT 200"
                ).map { try $0.identifier(0) as SubjectID }
            }
            guard let newest = subjects.last else { return compared }
            after = newest.bytes
            for subject in subjects {
                compared += try await check(subject, places, opening, current, &faults)
            }
        }
    }

    private func check(
        _ subject: SubjectID, _ places: [EntryID: (leaf: Int, hash: Bytes)],
        _ opening: @Sendable (SubjectID, Bytes) async throws -> Bytes?,
        _ current: @Sendable (SubjectID) async throws -> Current?, _ faults: inout [String]
    ) async throws -> Int {
        let rows = try await database.read { transaction in
            try transaction.rows("SELECT entry FROM own_entry WHERE subject_id = \(subject)").map { try $0.bytes(0) }
        }
        let pending = try await database.read { transaction in
            Set(try transaction.rows("SELECT id FROM pending_entry WHERE subject_id = \(subject)").map { try $0.bytes(0) })
        }
        var newest: (revision: Int, digest: Bytes)?
        var count = 0
        for octets in rows {
            let entry = try LedgerEntry(canonical: octets)
            if let revision = entry.revision, let digest = entry.digest, revision > newest?.revision ?? 0 {
                newest = (revision, digest)
            }
            guard let place = places[entry.id] else {
                if !pending.contains(entry.nonce) { faults.append("a row of \(subject) names an entry that is not in the tree") }
                continue
            }
            count += 1
            if MerkleTree.leafHash(octets) != place.hash {
                faults.append("entry \(place.leaf): the row of its person was changed")
            }
            guard let opened = try await opening(subject, entry.nonce) else {
                faults.append("entry \(place.leaf): the key of its person is missing")
                continue
            }
            if entry.whom != Whom.commitment(opening: opened, subject: subject) {
                faults.append("entry \(place.leaf) is about somebody else than its row says")
            }
        }
        if let newest {
            let row = try await current(subject)
            if row?.revision != newest.revision || row?.digest != newest.digest {
                faults.append("the record of \(subject) is not that of its newest entry (revision \(newest.revision))")
            }
        }
        return count
    }

    private func erasures(_ marks: Set<Bytes>, faults: inout [String]) async throws -> Int {
        let erased = try await database.read { transaction in
            try transaction.rows("SELECT subject_id FROM erasure").map { try $0.identifier(0) as SubjectID }
        }
        let waiting = try await database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry").compactMap { try LedgerEntry(canonical: try $0.bytes(0)).digest }
        }
        let known = marks.union(waiting)
        for subject in erased where !known.contains(Whom.erasureMark(of: subject)) {
            faults.append("the erasure of \(subject) has no entry")
        }
        return erased.count
    }
}

/// A root derived from leaf hashes, one after the other.
struct Derivation {
    private(set) var count = 0
    private var peaks: [Bytes] = []

    mutating func append(_ leaf: Bytes) {
        var hash = leaf
        var rest = count
        while rest & 1 == 1, let peak = peaks.popLast() {
            hash = MerkleTree.nodeHash(peak, hash)
            rest >>= 1
        }
        peaks.append(hash)
        count += 1
    }

    var root: Bytes {
        guard var root = peaks.last else { return MerkleTree.emptyRoot }
        for peak in peaks.dropLast().reversed() { root = MerkleTree.nodeHash(peak, root) }
        return root
    }
}
