import Primitives

/// Copies all rows of one database into another that has the same tables and no rows, whatever the engines are.
///
/// Both transactions are the caller's: what is read is of one instant, and what is written is there whole or not at all.
package struct TableCopy {
    let source: any Transaction
    let target: any Transaction
    private let progress: (Int, Int) -> Void

    private static let rowsAtOnce = 200
    /// What each database keeps for itself.
    private static let own: Set<String> = ["migration"]

    /// - Parameter progress: is told how many rows are copied, of how many.
    package init(from source: any Transaction, to target: any Transaction, progress: @escaping (Int, Int) -> Void) {
        self.source = source
        self.target = target
        self.progress = progress
    }

    /// Why nothing is copied.
    package enum Refusal: Error, Hashable, Sendable {
        /// Steps of the schema that one of both lacks.
        case otherSchema([String])
        /// The target has rows already.
        case notEmpty(table: String)
    }

    /// - Returns: how many rows were copied.
    /// - Throws: ``Refusal``, ``StorageError``.
    @discardableResult
    package func run(_ tables: [TableShape]) throws -> Int {
        let (here, there) = (try migrations(source), try migrations(target))
        guard here == there else { throw Refusal.otherSchema(here.symmetricDifference(there).sorted()) }
        let tables = tables.filter { !Self.own.contains($0.name) }
        var total = 0
        for table in tables {
            total += try count(table, source)
        }
        if let table = try Self.firstWithRows(tables, in: target) { throw Refusal.notEmpty(table: table) }
        var copied = 0
        for table in tables { try copy(table, &copied, of: total) }
        return copied
    }

    /// The name of the first table that holds a row, but for what each database keeps for itself; nil when there is none.
    package static func firstWithRows(
        _ tables: [TableShape], in transaction: any Transaction
    ) throws(StorageError) -> String? {
        for table in tables where !own.contains(table.name) {
            guard try transaction.rows(SQL(building: ["SELECT", "1", "FROM", table.name, "LIMIT 1"])).isEmpty else {
                return table.name
            }
        }
        return nil
    }

    private func copy(_ table: TableShape, _ copied: inout Int, of total: Int) throws {
        let columns = table.columns.joined(separator: ", ")
        let places = try table.key.map { name in
            guard let place = table.columns.firstIndex(of: name) else {
                throw StorageError.unexpected("\(table.name) has no column \(name)")
            }
            return place
        }
        var last: Row?
        while true {
            var page = SQL(building: ["SELECT", columns, "FROM", table.name])
            if let last {
                page.append(" WHERE (\(table.key.joined(separator: ", "))) > ")
                page.append(tuple: places.map { last.values[$0] })
            }
            page.append(" ORDER BY \(table.key.joined(separator: ", ")) LIMIT \(Self.rowsAtOnce)")
            let rows = try source.rows(page)
            for row in rows {
                var insertion = SQL(building: ["INSERT INTO", table.name, "(\(columns))", "VALUES "])
                insertion.append(tuple: row.values)
                try target.run(insertion)
            }
            copied += rows.count
            progress(copied, total)
            guard rows.count == Self.rowsAtOnce else { return }
            last = rows.last
        }
    }

    private func migrations(_ transaction: any Transaction) throws(StorageError) -> Set<String> {
        var numbers: Set<String> = []
        for row in try transaction.rows("SELECT number FROM migration") { numbers.insert(try row.text(0)) }
        return numbers
    }

    private func count(_ table: TableShape, _ transaction: any Transaction) throws(StorageError) -> Int {
        Int(try transaction.row(SQL(building: ["SELECT", "COUNT(*)", "FROM", table.name]))?.int(0) ?? 0)
    }
}

extension SQL {
    /// From names that an engine gave; values are appended.
    init(building words: [String]) { self.init(stringLiteral: words.joined(separator: " ")) }

    mutating func append(_ words: String) { self = SQL(text: text + words, values: values) }

    mutating func append(tuple added: [SQLValue]) {
        let places = added.indices.map { "$\(values.count + $0 + 1)" }.joined(separator: ", ")
        self = SQL(text: text + "(\(places))", values: values + added)
    }
}
