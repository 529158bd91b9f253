import Permits
import Policy
import Primitives
import Registration
import Storage

/// Requests and blocks, in an open transaction.
package struct RequestStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// All requests of a person, the newest first.
    package func all(of subject: SubjectID) throws(StorageError) -> [RequestRow] {
        try select("WHERE subject_id = \(subject) ORDER BY number DESC")
    }

    /// The request that is called so.
    package func find(_ reference: RequestReference) throws(StorageError) -> RequestRow? {
        // By the person, on whose shard it lies.
        guard let subject = try RegistrationStore(transaction).find(number: reference.caseID)?.subject else {
            return nil
        }
        return try select("WHERE subject_id = \(subject) AND number = \(reference.number)").first
    }

    /// What waits for an answer, by deadline.
    package func open(most: Int) throws(StorageError) -> [RequestRow] {
        try select("WHERE state IN ('received', 'in_work') ORDER BY due, case_id, number LIMIT \(most)")
    }

    /// How many wait whose last day to answer is `day` or before.
    package func count(dueBy day: Day) throws(StorageError) -> Int {
        try transaction.count(
            """
            SELECT count(*) FROM subject_request WHERE state IN ('received', 'in_work') AND due <= \(day.daysSince1970)
            """)
    }

    /// Open ones that were counted by an older version of the calendar.
    func counted(before calendar: Int) throws(StorageError) -> [RequestRow] {
        try select("WHERE state IN ('received', 'in_work') AND calendar < \(calendar) ORDER BY calendar LIMIT 100")
    }

    /// - Parameter words: sealed; nil when nothing was written.
    func insert(_ row: RequestRow, words: Bytes?) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO subject_request (subject_id, id, number, case_id, kind, state, way, received, created_at, due, term,
                                         calendar, words, closed_at, evidence)
            VALUES (\(row.subject), \(row.id), \(row.reference.number), \(row.reference.caseID), \(row.kind.rawValue),
                    \(row.state.rawValue), \(row.way.rawValue), \(row.receivedOn.daysSince1970), \(row.createdAt),
                    \(row.term?.due.daysSince1970), \(row.term?.description), \(row.term?.calendar), \(words),
                    \(row.closedAt), \(row.evidence?.rawValue))
            """)
    }

    func begin(_ row: RequestRow) throws(StorageError) {
        try transaction.run(
            """
            UPDATE subject_request SET state = 'in_work'
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND state = 'received'
            """)
    }

    /// - Returns: false when it is closed already.
    func close(
        _ row: RequestRow, as state: RequestRow.State, answer: Bytes? = nil, ground: String? = nil, at now: Instant
    ) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE subject_request SET state = \(state.rawValue), answer = \(answer), ground = \(ground), closed_at = \(now)
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND state IN ('received', 'in_work')
            """) == 1
    }

    func promise(_ term: CountedTerm, for row: RequestRow) throws(StorageError) {
        try transaction.run(
            """
            UPDATE subject_request SET due = \(term.due.daysSince1970), term = \(term.description), calendar = \(term.calendar)
            WHERE subject_id = \(row.subject) AND id = \(row.id)
            """)
    }

    /// Notes until when the files of a closed request are kept; nil when they are gone.
    func keepProof(of row: RequestRow, until end: Instant?) throws(StorageError) {
        try transaction.run(
            "UPDATE subject_request SET proof_until = \(end) WHERE subject_id = \(row.subject) AND id = \(row.id)")
    }

    /// Closed requests the term of whose files is over; not of those who are blocked, or whose data are held.
    func proofEnded(at now: Instant) throws(StorageError) -> [RequestRow] {
        try transaction.rows(
            """
            SELECT subject_id, id, case_id, number, kind, state, way, received, created_at, term, ground, closed_at,
                   evidence
            FROM subject_request WHERE proof_until <= \(now)
                  AND NOT EXISTS (
                      SELECT 1 FROM subject WHERE subject.id = subject_request.subject_id AND subject.state = 'blocked')
                  AND NOT EXISTS (
                      SELECT 1 FROM hold WHERE hold.subject_id = subject_request.subject_id AND hold.ended_at IS NULL)
            ORDER BY proof_until LIMIT 100
            """
        ).map(RequestRow.init(row:))
    }

    /// The sealed texts of a request, those that there are.
    package func texts(of row: RequestRow) throws(StorageError) -> [(text: RequestText, sealed: SealedItem)] {
        let found = try transaction.row(
            "SELECT words, answer FROM subject_request WHERE subject_id = \(row.subject) AND id = \(row.id)")
        guard let found else { return [] }
        var texts: [(RequestText, SealedItem)] = []
        for (column, text) in RequestText.allCases.enumerated() {
            guard let sealed = try found.bytesIfAny(column) else { continue }
            texts.append((text, SealedItem(sealed, label: text.label(of: row.id), in: .record)))
        }
        return texts
    }

    /// Since when a person's data are blocked, and whether the person did it; nil when they are not.
    package func block(of subject: SubjectID) throws(StorageError) -> SubjectBlock? {
        try transaction.row("SELECT since, own, request FROM subject_block WHERE subject_id = \(subject)").map {
            row throws(StorageError) in
            SubjectBlock(
                since: try row.instant(0), isOwn: try row.bool(1), request: try row.intIfAny(2).map { Int($0) })
        }
    }

    func setBlock(_ block: SubjectBlock, of subject: SubjectID) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO subject_block (subject_id, since, own, request)
            VALUES (\(subject), \(block.since), \(block.isOwn), \(block.request))
            """)
    }

    func endBlock(of subject: SubjectID) throws(StorageError) {
        try transaction.run("DELETE FROM subject_block WHERE subject_id = \(subject)")
    }

    private func select(_ condition: SQL) throws(StorageError) -> [RequestRow] {
        try transaction.rows(RequestRow.selection + condition).map(RequestRow.init(row:))
    }
}

/// That all work with a person's data is stopped.
package struct SubjectBlock: Sendable, Hashable {
    package let since: Instant
    /// The person did it, and may end it.
    package let isOwn: Bool
    /// The place of the request on which staff did it; nil where the person did, and where that was not kept.
    package let request: Int?
}
