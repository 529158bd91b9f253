import Primitives
import Storage

extension LedgerAudit {
    /// So many rows of the index are named when it is wrong.
    static let mostNamed = 1_000

    /// Compares the index of leaves with the tree.
    func indexFaults(_ reading: Reading) async throws -> [String] {
        var faults: [String] = []
        for (leaf, number) in reading.moved {
            let isSame = try await entry(at: leaf)?.id == entry(at: number)?.id
            let doubled = "entry \(leaf) has the name of entry \(number)"
            faults.append(isSame ? doubled : "the index gives leaf \(number) to entry \(leaf)")
        }
        let size = reading.entries.count
        let rows = try await database.read { try $0.count("SELECT count(*) FROM leaf WHERE number < \(size)") }
        if reading.lost.isEmpty, rows > reading.indexed { faults += try await strangers(in: size) }
        if reading.indexed < reading.readable {
            faults.append("\(reading.readable - reading.indexed) entries are not in the index")
        }
        return faults
    }

    /// Rows of the index that lead to another entry than the one they name.
    private func strangers(in size: Int) async throws -> [String] {
        var faults: [String] = []
        var after = Bytes()
        while faults.count < Self.mostNamed {
            let last = after
            let rows = try await database.read { transaction in
                try transaction.rows("SELECT id, number FROM leaf WHERE id > \(last) ORDER BY id LIMIT 1000")
            }
            guard let newest = try rows.last?.bytes(0) else { break }
            after = newest
            for row in rows {
                let (id, number) = (try row.bytes(0), Int(try row.int(1)))
                if number < size, try await entry(at: number)?.id.bytes != id {
                    faults.append("the index gives leaf \(number) to an entry that is not there")
                }
            }
        }
        return faults
    }

    /// The entry of a leaf; nil when it cannot be read.
    private func entry(at leaf: Int) async throws -> LedgerEntry? {
        let bundle = try await database.read { try TreeStore(transaction: $0).bundle(leaf / TreeHashes.width) }
        guard let entries = bundle.flatMap({ try? EntryBundle.entries(in: $0) }),
            entries.indices.contains(leaf % TreeHashes.width)
        else { return nil }
        return try? LedgerEntry(canonical: entries[leaf % TreeHashes.width])
    }
}
