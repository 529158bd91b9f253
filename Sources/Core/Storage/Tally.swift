/// How many there are of each of several states; states of which there is none are left out.
package typealias Tally = [(state: String, count: Int)]

extension Transaction {
    /// The answer of `SELECT state, count(*) … GROUP BY state`.
    package func tally(_ statement: SQL) throws(StorageError) -> Tally {
        try rows(statement).map { row throws(StorageError) in (try row.text(0), Int(try row.int(1))) }
    }

    /// The answer of `SELECT count(*) …`.
    package func count(_ statement: SQL) throws(StorageError) -> Int {
        Int(try row(statement)?.int(0) ?? 0)
    }
}
