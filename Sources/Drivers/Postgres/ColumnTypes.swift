/// Whether `text` makes or changes a table or index.
func isDefinition(_ text: String) -> Bool {
    // Octets: this is asked of every statement.
    let word = text.utf8.drop { $0 <= 0x20 }.prefix(6).map { $0 & ~0x20 }
    return ["CREATE", "ALTER", "DROP"].contains { word.starts(with: $0.utf8) }
}

/// `text` with the column types of migrations as PostgreSQL calls them.
///
/// `BLOB` becomes `BYTEA`, and `TEXT` sorts by its octets, as in SQLite. Quoted text and names, and words in lower case, are left.
func withPostgresTypes(_ text: String) -> String {
    var written = ""
    var rest = text[...]
    while let character = rest.first {
        if character == "'" || character == "\"" {
            let quoted = rest.dropFirst().prefix { $0 != character }
            written += rest[..<quoted.endIndex] + (quoted.endIndex < rest.endIndex ? String(character) : "")
            rest = rest[quoted.endIndex...].dropFirst()
        } else {
            let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            written += word.isEmpty ? String(character) : types[String(word)] ?? String(word)
            rest = word.isEmpty ? rest.dropFirst() : rest[word.endIndex...]
        }
    }
    return written
}

private let types = ["BLOB": "BYTEA", "TEXT": "TEXT COLLATE \"C\""]
