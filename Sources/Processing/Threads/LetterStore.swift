import Permits
import Primitives
import Storage

/// Which letters were taken already, by a mark that only the house can make.
struct LetterStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    func find(_ mark: Bytes) throws(StorageError) -> ThreadID? {
        try transaction.row("SELECT thread_id FROM letter WHERE digest = \(mark)").map {
            row throws(StorageError) in try row.identifier(0)
        }
    }

    /// - Throws: ``ThreadsRefusal/letterThere`` when it was taken meanwhile.
    func insert(_ mark: Bytes, in row: ThreadRow, at now: Instant) throws {
        let inserted = try transaction.run(
            """
            INSERT INTO letter (digest, subject_id, thread_id, at) VALUES (\(mark), \(row.subject), \(row.id), \(now))
            ON CONFLICT (digest) DO NOTHING
            """)
        guard inserted == 1 else { throw ThreadsRefusal.letterThere }
    }
}

extension ThreadRow {
    /// The thread of a letter of somebody who has no account.
    static func letter(_ id: ThreadID, of subject: SubjectID, at now: Instant) -> ThreadRow {
        ThreadRow(
            subject: subject, id: id, number: 1, caseID: "M-" + id.description.prefix(8).uppercased(),
            way: .strangersLetter, state: .waiting, since: now, assignee: nil, createdAt: now, lastAt: now,
            isUnread: false)
    }
}
