/// Where a table's rows lie once Citus shards the database; says so beside the table's definition.
///
/// Nothing else depends on it: on SQLite and on one PostgreSQL all tables lie together. See `docs/scale.md`.
package enum Placement: Hashable, Sendable {
    /// With the rows of their subject, whose identifier the column holds.
    ///
    /// - Parameter ending: constraints that Citus cannot keep, since they lack the column; another table holds to them.
    case bySubject(String = "subject_id", ending: [String] = [])
    /// By what is in the column, a digest as the rule, whoever it is about.
    ///
    /// - Parameter alone: the column holds no octets, so that its values are parted otherwise than those of the others.
    case byDigest(String = "digest", alone: Bool = false)
    /// Whole on every node.
    case reference
    /// Whole on the coordinator. A transaction that changes it and a shard too ends on both or on neither.
    case coordinator
    /// Whole on the coordinator, and a transaction that changes a shard too is the shard's alone to end: should the
    /// coordinator die in between, what it changed here is lost. For what may be.
    case coordinatorLoosely
    /// In the database of keys, which is not sharded.
    case apart
}

extension Migrator {
    /// Where the rows of each table lie, its own among them, by the table's name.
    package var placements: [String: Placement] {
        migrations.reduce(into: ["migration": .coordinatorLoosely]) { all, migration in
            all.merge(migration.placements) { first, _ in first }
        }
    }

    /// What is run once in a database with Citus, after the tables have been made.
    ///
    /// Rows that were there before Citus move to the shards; what the coordinator kept of them is taken off its disk.
    package var shardingStatements: [String] {
        let ordered = placements.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }
        let leader = ordered.first { $0.value.rank == Placement.byDigest().rank }?.key
        return ordered.flatMap { table, placement in placement.statements(for: table, digests: leader) }
    }
}

extension Placement {
    /// Tables that others lie with come before them.
    fileprivate var rank: Int {
        switch self {
        case .reference: 0
        case .bySubject("id", _): 1
        case .bySubject: 2
        case .byDigest(_, alone: false): 3
        case .byDigest(_, alone: true): 4
        case .coordinator: 5
        case .coordinatorLoosely, .apart: 6
        }
    }

    /// - Parameter digests: the table with which those lie that are sharded by digests.
    fileprivate func statements(for table: String, digests: String?) -> [String] {
        func call(_ function: String, _ more: String = "") -> String { "SELECT" + " \(function)('\(table)'\(more));" }
        let cleared = call("truncate_local_data_after_distributing_table")
        func distributed(by column: String, with other: String) -> String {
            call("create_distributed_table", ", '\(column)', colocate_with => '\(other == table ? "none" : other)'")
        }
        return switch self {
        case .reference: [call("create_reference_table"), cleared]
        case .bySubject(let column, let ending):
            ending.map { ["ALTER TABLE", table, "DROP CONSTRAINT", $0 + ";"].joined(separator: " ") }
                + [distributed(by: column, with: "subject"), cleared]
        case .byDigest(let column, let alone):
            [distributed(by: column, with: alone ? "none" : digests ?? "none"), cleared]
        case .coordinator: [call("citus_add_local_table_to_metadata")]
        case .coordinatorLoosely: ["-- \(table): stays on the coordinator as it is."]
        case .apart: []
        }
    }
}
