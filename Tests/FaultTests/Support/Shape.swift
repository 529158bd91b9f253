import Ledger
import Policy
import Primitives
import Storage
import TestKit

/// What the rows of a house say, without what is drawn at random or counts tries: two runs of the same acts have the same.
///
/// Octets are only there or not there, times too; of an entry of the ledger the act counts. What was refused is left out,
/// and what a test itself reads.
struct Shape: Equatable, Sendable {
    private(set) var tables: [String: [String]] = [:]

    /// Counters of what was asked; they may grow with each try.
    private static let leftOut: Set<String> = ["budget", "guess"]
    /// What is drawn at random, and what tells tries, holds, turns and obstacles.
    private static let masked: Set<String> = [
        "document.turn", "document.attempts", "document.busy_until", "document.obstacles", "document.fault",
        "document.failing_since", "code.tries", "message.tries", "registration.number", "registration_number.number",
        "idempotency.number", "credential.totp_step", "address.version", "tree.note",
    ]

    /// Of the rows as they are now.
    init(_ stores: Ground.Stores) async throws {
        let all = stores.tables
        tables = try await stores.rows.read { transaction in
            var tables: [String: [String]] = [:]
            let full = try Ground.counts(all, in: transaction)
            for table in all where full[table.name] != nil && !Self.leftOut.contains(table.name) {
                let columns = table.columns.joined(separator: ", ")
                let rows = try transaction.rows(SQL(stringLiteral: "SELECT \(columns) FROM \(table.name)"))
                tables[table.name] = try rows.compactMap { try Self.text($0, of: table) }.sorted()
            }
            return tables
        }
    }

    private static func text(_ row: Row, of table: TableShape) throws -> String? {
        if ["pending_entry", "own_entry"].contains(table.name), let column = table.columns.firstIndex(of: "entry") {
            let entry = try LedgerEntry(canonical: try row.bytes(column))
            return entry.outcome == .done && entry.act != Act.readOwn.rawValue ? entry.act : nil
        }
        return zip(table.columns, row.values).map { column, value in
            if masked.contains("\(table.name).\(column)") { return "*" }
            return switch value {
            case .null: "-"
            case .bytes(let bytes): bytes.isEmpty ? "empty" : "octets"
            case .int(let number): number > 1_000_000_000_000 ? "a time" : "\(number)"
            case .text(let text): text
            }
        }.joined(separator: " ")
    }

    /// What differs from another one, by table; empty when nothing does.
    ///
    /// - Parameters:
    ///   - besides: tables that may differ.
    ///   - repeats: whether an act may be on record more than once.
    func differences(from other: Shape, besides: Set<String> = [], repeats: Bool = false) -> [String] {
        let names = Set(tables.keys).union(other.tables.keys).subtracting(besides).sorted()
        return names.compactMap { name in
            let (here, there) = (tables[name] ?? [], other.tables[name] ?? [])
            let isRecord = ["pending_entry", "own_entry"].contains(name)
            if repeats, isRecord ? Set(here) == Set(there) : here == there { return nil }
            return here == there ? nil : "\(name): \(here) instead of \(there)"
        }
    }
}
