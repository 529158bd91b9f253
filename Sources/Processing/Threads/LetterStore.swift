import Permits
import Primitives
import Storage

/// Which letters were taken already, by a mark that only the house can make.
struct LetterStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A letter that was taken.
    struct Taken {
        let thread: ThreadID
        let subject: SubjectID
        let at: Instant
        /// How many of its files were gone through; nil when none is left.
        let files: Int?
    }

    func find(_ mark: Bytes) throws(StorageError) -> Taken? {
        try transaction.row("SELECT thread_id, subject_id, at, files FROM letter WHERE digest = \(mark)").map {
            row throws(StorageError) in
            Taken(
                thread: try row.identifier(0), subject: try row.identifier(1), at: try row.instant(2),
                files: try row.intIfAny(3).map { Int($0) })
        }
    }

    /// - Parameter files: how many of its files were gone through; nil when none is left.
    /// - Throws: ``ThreadsRefusal/letterThere`` when it was taken meanwhile.
    func insert(_ mark: Bytes, in row: ThreadRow, files: Int? = nil, at now: Instant) throws {
        let inserted = try transaction.run(
            """
            INSERT INTO letter (digest, subject_id, thread_id, at, files)
            VALUES (\(mark), \(row.subject), \(row.id), \(now), \(files)) ON CONFLICT (digest) DO NOTHING
            """)
        guard inserted == 1 else { throw ThreadsRefusal.letterThere }
    }

    func setFiles(_ files: Int?, of mark: Bytes) throws(StorageError) {
        try transaction.run("UPDATE letter SET files = \(files) WHERE digest = \(mark)")
    }
}
