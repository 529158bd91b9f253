import Foundation
import Storage
import TestKit

/// A statement as it stands in a source file.
struct WrittenStatement: Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    /// The literal's parts, with a value between each two.
    let parts: [String]

    var description: String { "\(file):\(line)" }

    /// Whether it makes or changes a table or index.
    var isDefinition: Bool { ["CREATE", "ALTER", "DROP"].contains { parts[0].hasPrefix($0 + " ") } }

    /// The text with `$1`, `$2`, … in place of values.
    var text: String {
        parts.dropFirst().enumerated().reduce(parts[0]) { $0 + "$\($1.offset + 1)" + $1.element }
    }

    /// `word`, then the statement with nulls for values.
    func bound(after word: String) -> SQL {
        var interpolation = SQL.StringInterpolation(literalCapacity: text.count, interpolationCount: parts.count)
        interpolation.appendLiteral(word + parts[0])
        for part in parts.dropFirst() {
            interpolation.appendInterpolation(SQLValue.null)
            interpolation.appendLiteral(part)
        }
        return SQL(stringInterpolation: interpolation)
    }

    /// All statements in the Swift files under `folder`.
    ///
    /// - Parameter endings: also what is written to be put at the end of a statement.
    static func all(under folder: URL, endings: Bool = false) throws -> [WrittenStatement] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return try files.compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
            .flatMap { file in
                all(
                    in: try String(contentsOf: file, encoding: .utf8), named: file.lastPathComponent,
                    beginning: endings ? beginnings + ["WHERE ", "ORDER BY "] : beginnings)
            }
    }

    /// All statements in a Swift source.
    static func all(
        in source: String, named file: String, beginning: [String] = beginnings
    ) -> [WrittenStatement] {
        LiteralScan(source).literals.compactMap { literal in
            guard let first = literal.parts.first, beginning.contains(where: first.hasPrefix) else { return nil }
            return WrittenStatement(file: file, line: literal.line, parts: literal.parts)
        }
    }

    private static let beginnings = [
        "SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "WITH ", "CREATE TABLE ", "CREATE INDEX ",
        "CREATE UNIQUE INDEX ", "ALTER TABLE ", "DROP INDEX ",
    ]
}
