import Storage
import Testing

@testable import Postgres
@testable import SQLite

@Suite("The text of a statement")
struct StatementTextTests {
    @Test(
        "is numbered as SQLite reads it, outside quotes and comments",
        arguments: [
            ("SELECT 1", "SELECT 1"),
            ("a = $1 AND b = $12", "a = ?1 AND b = ?12"),
            ("a = '$1' AND b = $1", "a = '$1' AND b = ?1"),
            ("a = 'it''s $1' AND b = $2", "a = 'it''s $1' AND b = ?2"),
            ("\"$1\" = $1", "\"$1\" = ?1"),
            ("$1 -- it's $2\n, $3", "?1 -- it's $2\n, ?3"),
            ("$1 /* it's $2 */ , $3", "?1 /* it's $2 */ , ?3"),
            ("$name, $", "$name, $"),
            ("'unended $1", "'unended $1"),
            ("қ = $1", "қ = ?1"),
        ])
    func numbered(text: String, expected: String) {
        #expect(numberedParameters(text) == expected)
    }

    @Test(
        "has PostgreSQL's column types, outside quotes",
        arguments: [
            ("CREATE TABLE t (a BLOB, b BIGINT)", "CREATE TABLE t (a BYTEA, b BIGINT)"),
            ("(a TEXT NOT NULL, text TEXT)", "(a TEXT COLLATE \"C\" NOT NULL, text TEXT COLLATE \"C\")"),
            ("(\"BLOB\" BLOB DEFAULT 'BLOB''TEXT')", "(\"BLOB\" BYTEA DEFAULT 'BLOB''TEXT')"),
            ("(BLOBS TEXT_ BLOB)", "(BLOBS TEXT_ BYTEA)"),
        ])
    func types(text: String, expected: String) {
        #expect(withPostgresTypes(text) == expected)
    }

    @Test("holds its values' numbers, not its values")
    func interpolation() {
        let number: Int? = nil
        let statement: SQL = "a = \(1) AND b = \("x'; DROP TABLE t") AND c = \(number) AND d = \(true)"
        #expect(statement.text == "a = $1 AND b = $2 AND c = $3 AND d = $4")
        #expect(statement.values == [.int(1), .text("x'; DROP TABLE t"), .null, .int(1)])
    }

    @Test("goes on counting when two are put together")
    func sum() {
        let left: SQL = "a = \(1) AND b = \(2)"
        let right: SQL = "AND c = \("x") AND d = \(4)"
        #expect((left + right).text == "a = $1 AND b = $2 AND c = $3 AND d = $4")
        #expect((left + right).values == [.int(1), .int(2), .text("x"), .int(4)])
    }
}
