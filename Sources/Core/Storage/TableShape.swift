/// A table as a copy sees it: its columns, and those of its primary key in their order.
package struct TableShape: Hashable, Sendable {
    package let name: String
    package let columns: [String]
    package let key: [String]

    /// Reads what an engine says of its tables: rows of table, column, and the column's place in the primary key from 1 on,
    /// or 0.
    package static func all(_ rows: [Row]) throws(StorageError) -> [TableShape] {
        var columns: [String: [(name: String, place: Int64)]] = [:]
        for row in rows { columns[try row.text(0), default: []].append((try row.text(1), try row.int(2))) }
        return columns.sorted { $0.key < $1.key }.map { name, columns in
            TableShape(
                name: name, columns: columns.map(\.name),
                key: columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name))
        }
    }
}
