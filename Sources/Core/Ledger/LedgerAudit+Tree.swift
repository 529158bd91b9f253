import Primitives
import Storage

extension LedgerAudit {
    /// What the bundles and the tiles hold.
    struct Reading {
        /// Derived from the entries; where one is missing, from its tile.
        var entries: Derivation
        /// Derived from the hashes in the tiles.
        var tiles: Derivation
        var upper = (entries: UpperTiles(), tiles: UpperTiles())
        /// Tiles above the leaves that are not those of either derivation.
        var upperFaults = (entries: FaultList(), tiles: FaultList())
        /// Entries about a person.
        var named = 0
        var readable = 0
        var marks = ErasureMarks()
        var publications: [Publication] = []
        var voidings: [Voiding] = []
        var losses: [Loss] = []
        /// Bundles that are missing or cannot be read.
        var lost: Set<Int> = []
        /// Leaves whose entry and tile do not fit.
        var unequal: [Int] = []
        var oddities = FaultList()
        /// Entries that the index knows, at whatever leaf.
        var indexed = 0
        /// Entries to which the index gives another number than that of their leaf.
        var moved: [(leaf: Int, number: Int)] = []

        /// Whether the entries, and not the tiles, lead to the root: tells which of them were changed.
        func trustsEntries(_ root: Bytes) -> Bool { entries.root == root || tiles.root != root }

        func root(at size: Int, under root: Bytes) -> Bytes? {
            trustsEntries(root) ? entries.root(at: size) : tiles.root(at: size)
        }

        func faults(root: Bytes) -> FaultList {
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
            faults.append(trustsEntries(root) ? upperFaults.entries : upperFaults.tiles)
            return faults
        }
    }

    /// Reads the whole tree, a bundle and its tile at a time.
    func reading(size: Int, rootsAt sizes: Set<Int>, progress: Progress) async throws -> Reading {
        let width = TreeHashes.width
        var reading = Reading(entries: Derivation(rootsAt: sizes), tiles: Derivation(rootsAt: sizes))
        for number in 0..<((size + width - 1) / width) {
            let wanted = min(width, size - number * width)
            let held = try await held(number, wanted)
            reading.add(held, number: number, wanted: wanted)
            try await compareUppers(&reading)
            progress(.entries, number * width + wanted, size)
        }
        for (tile, isOfEntries) in reading.upper.entries.rest.map({ ($0, true) })
            + reading.upper.tiles.rest.map({ ($0, false) })
        {
            try await compare(tile, isOfEntries: isOfEntries, &reading)
        }
        reading.marks.sort()
        return reading
    }

    /// A bundle, its tile, and what the index says of its entries.
    struct Held {
        /// Those that cannot be read are nil.
        var entries: [LedgerEntry?] = []
        var isThere = true
        /// The hashes of the entries, 32 octets each.
        var hashes = Bytes()
        var tile = Bytes()
        var index: [Bytes: Int] = [:]
    }

    private func held(_ number: Int, _ wanted: Int) async throws -> Held {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            var held = Held()
            let bundle = try store.bundle(number)
            held.isThere = bundle != nil
            if let bundle, let entries = try? EntryBundle.entries(in: bundle) {
                held.entries = entries.prefix(wanted).map { try? LedgerEntry(canonical: $0) }
                held.hashes = Bytes(try MerkleTree.leafHashes(ofBundle: bundle).prefix(wanted * 32))
            }
            held.tile = Bytes((try store.tileIfAny(0, number) ?? []).prefix(wanted * 32))
            held.index = try LedgerStore(transaction).leaves(of: held.entries.compactMap { $0?.id.bytes })
            return held
        }
    }

    private func compareUppers(_ reading: inout Reading) async throws {
        for (level, hash) in reading.entries.takeUppers() {
            guard let tile = reading.upper.entries.add(hash, level: level) else { continue }
            try await compare(tile, isOfEntries: true, &reading)
        }
        for (level, hash) in reading.tiles.takeUppers() {
            guard let tile = reading.upper.tiles.add(hash, level: level) else { continue }
            try await compare(tile, isOfEntries: false, &reading)
        }
    }

    private func compare(_ tile: UpperTiles.Tile, isOfEntries: Bool, _ reading: inout Reading) async throws {
        let stored = try await database.read { try TreeStore(transaction: $0).tileIfAny(tile.level, tile.number) }
        guard stored.map({ Bytes($0.prefix(tile.content.count)) }) != tile.content else { return }
        let fault = "tile \(tile.level)/\(tile.number) \(stored == nil ? "is missing" : "was changed")"
        if isOfEntries { reading.upperFaults.entries.append(fault) } else { reading.upperFaults.tiles.append(fault) }
    }
}

extension LedgerAudit.Reading {
    mutating func add(_ held: LedgerAudit.Held, number: Int, wanted: Int) {
        let width = TreeHashes.width
        if held.entries.count < wanted {
            lost.insert(number)
            let what = held.isThere ? "holds \(held.entries.count) of \(wanted) entries" : "is missing"
            oddities.append("bundle \(number) \(what)")
        }
        // What is missing is taken from the other; noughts where both are.
        let tile = held.tile + Bytes(repeating: 0, count: wanted * 32 - held.tile.count)
        let hashes = held.hashes + tile.dropFirst(held.hashes.count)
        tiles.append(tile: tile)
        entries.append(tile: hashes)
        if hashes != tile {
            for offset in 0..<wanted
            where hashes[(offset * 32)..<(offset * 32 + 32)] != tile[(offset * 32)..<(offset * 32 + 32)] {
                unequal.append(number * width + offset)
            }
        }
        for (offset, entry) in held.entries.enumerated() { add(entry, at: number * width + offset, held.index) }
    }

    private mutating func add(_ entry: LedgerEntry?, at leaf: Int, _ index: [Bytes: Int]) {
        guard let entry else {
            oddities.append("entry \(leaf) is unreadable")
            return
        }
        readable += 1
        if let number = index[entry.id.bytes] {
            indexed += 1
            if number != leaf, moved.count < LedgerAudit.mostNamed { moved.append((leaf, number)) }
        }
        if entry.whom != nil { named += 1 }
        if entry.isErasure, let digest = entry.digest {
            marks.add(digest, at: leaf, closes: entry.closes)
        }
        if let publication = LedgerAudit.Publication(entry, leaf: leaf) { publications.append(publication) }
        if let voiding = LedgerAudit.Voiding(entry, leaf: leaf) { voidings.append(voiding) }
        if let loss = LedgerAudit.Loss(entry, leaf: leaf) { losses.append(loss) }
    }
}
