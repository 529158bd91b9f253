import Primitives
import Storage

extension LedgerAudit {
    /// What the bundles and the tiles of leaf hashes hold.
    struct Reading {
        struct Place {
            let leaf: Int
            let hash: Bytes
        }

        /// Derived from the entries; where one is missing, from its tile.
        var entries: Derivation
        /// Derived from the hashes in the tiles.
        var tiles: Derivation
        var places: [EntryID: Place] = [:]
        /// Entries about a person.
        var named = 0
        /// Leaves of entries with a digest, by it.
        var digests: [Bytes: Int] = [:]
        /// What entries of erasures say they close.
        var closes: [Int: Int] = [:]
        /// Bundles that are missing or cannot be read.
        var lost: Set<Int> = []
        /// Leaves whose entry and tile do not fit.
        var unequal: [Int] = []
        var oddities: [String] = []

        /// The derivation that leads to `root`, which tells whether entries or tiles were changed.
        func trusted(_ root: Bytes) -> Derivation {
            entries.root != root && tiles.root == root ? tiles : entries
        }

        func faults(root: Bytes) -> [String] {
            var faults = oddities
            for leaf in unequal {
                if entries.root == root {
                    faults.append(
                        "tile 0/\(leaf / TreeHashes.width) was changed: it does not hold the hash of entry \(leaf)")
                } else if tiles.root == root {
                    faults.append("entry \(leaf) was changed: its tile holds another hash")
                } else {
                    faults.append("entry \(leaf) and its tile do not fit")
                }
            }
            if entries.root != root, tiles.root != root {
                faults.append("the root of \(entries.count) entries is not that of the stored tree")
            }
            return faults
        }

        mutating func add(_ octets: Bytes, hash: Bytes, at leaf: Int) {
            guard let entry = try? LedgerEntry(canonical: octets) else {
                oddities.append("entry \(leaf) is unreadable")
                return
            }
            if let place = places[entry.id] {
                oddities.append("entry \(leaf) has the name of entry \(place.leaf)")
            }
            places[entry.id] = Place(leaf: leaf, hash: hash)
            if entry.whom != nil { named += 1 }
            if let digest = entry.digest { digests[digest] = leaf }
            if let count = entry.closes { closes[leaf] = count }
        }
    }

    func reading(
        size: Int, rootsAt sizes: Set<Int>, progress: @Sendable (Int, Int) -> Void
    ) async throws -> Reading {
        let width = TreeHashes.width
        var reading = Reading(entries: Derivation(rootsAt: sizes), tiles: Derivation(rootsAt: sizes))
        for number in 0..<((size + width - 1) / width) {
            let (bundle, tile) = try await database.read { transaction in
                let store = TreeStore(transaction: transaction)
                return (try store.bundle(number), try store.tileIfAny(0, number) ?? [])
            }
            let wanted = min(width, size - number * width)
            let entries = bundle.flatMap { try? EntryBundle.entries(in: $0) } ?? []
            if entries.count < wanted {
                reading.lost.insert(number)
                reading.oddities.append(
                    bundle == nil
                        ? "bundle \(number) is missing" : "bundle \(number) holds \(entries.count) of \(wanted) entries"
                )
            }
            for offset in 0..<wanted {
                let leaf = number * width + offset
                let held = Bytes(tile.dropFirst(offset * 32).prefix(32))
                reading.tiles.append(held)
                guard entries.indices.contains(offset) else {
                    reading.entries.append(held)
                    continue
                }
                let hash = MerkleTree.leafHash(entries[offset])
                reading.entries.append(hash)
                if hash != held { reading.unequal.append(leaf) }
                reading.add(entries[offset], hash: hash, at: leaf)
            }
            progress(number * width + wanted, size)
        }
        return reading
    }

    /// Compares the tiles above the leaves with what they must hold.
    func tileFaults(_ reading: Reading, root: Bytes) async throws -> [String] {
        var faults: [String] = []
        var (level, hashes) = (1, reading.trusted(root).tileRoots)
        while !hashes.isEmpty {
            var above: [Bytes] = []
            for number in 0..<((hashes.count + TreeHashes.width - 1) / TreeHashes.width) {
                let (place, start) = (level, number * TreeHashes.width)
                let wanted = Bytes(hashes[start..<min(start + TreeHashes.width, hashes.count)].joined())
                let tile = try await database.read { try TreeStore(transaction: $0).tileIfAny(place, number) }
                if tile.map({ Bytes($0.prefix(wanted.count)) }) != wanted {
                    faults.append("tile \(level)/\(number) \(tile == nil ? "is missing" : "was changed")")
                }
                if wanted.count == TreeHashes.width * 32 { above.append(try TreeHashes.root(ofTile: wanted)) }
            }
            (level, hashes) = (level + 1, above)
        }
        return faults
    }

    /// Compares the index of leaves with the tree.
    func indexFaults(_ reading: Reading) async throws -> [String] {
        var faults: [String] = []
        var (after, found) = (Bytes(), 0)
        while true {
            let last = after
            let rows = try await database.read { transaction in
                try transaction.rows("SELECT id, number FROM leaf WHERE id > \(last) ORDER BY id LIMIT 1000")
            }
            guard let newest = try rows.last?.bytes(0) else { break }
            after = newest
            for row in rows {
                let number = Int(try row.int(1))
                guard let id = EntryID(try row.bytes(0)), let place = reading.places[id] else {
                    if number < reading.entries.count, !reading.lost.contains(number / TreeHashes.width) {
                        faults.append("the index gives leaf \(number) to an entry that is not there")
                    }
                    continue
                }
                found += 1
                if place.leaf != number { faults.append("the index gives leaf \(number) to entry \(place.leaf)") }
            }
        }
        if found < reading.places.count {
            faults.append("\(reading.places.count - found) entries are not in the index")
        }
        return faults
    }
}
