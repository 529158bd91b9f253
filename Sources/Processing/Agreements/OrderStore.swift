import Permits
import Policy
import Primitives
import Registration
import Storage

/// Orders, in an open transaction.
package struct OrderStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// All orders of a person, the newest first.
    package func all(of subject: SubjectID) throws(StorageError) -> [OrderRow] {
        try transaction.rows(OrderRow.selection + "WHERE subject_id = \(subject) ORDER BY number DESC")
            .map(OrderRow.init(row:))
    }

    /// Whether a service goes on for a person by an agreement.
    package func hasService(of subject: SubjectID) throws(StorageError) -> Bool {
        try all(of: subject).contains { $0.state.goesOn }
    }

    /// The order that is called so.
    package func find(_ reference: OrderReference) throws(StorageError) -> OrderRow? {
        // By the person, on whose shard it lies.
        guard let subject = try RegistrationStore(transaction).find(number: reference.caseID)?.subject else {
            return nil
        }
        return try all(of: subject).first { $0.reference.number == reference.number }
    }

    /// What waits for staff, the oldest first.
    package func open(most: Int) throws(StorageError) -> [OrderRow] {
        try transaction.rows(
            OrderRow.selection
                + """
                WHERE state IN ('placed', 'accepted', 'in_work', 'done') ORDER BY placed_at, case_id, number LIMIT \(most)
                """
        ).map(OrderRow.init(row:))
    }

    /// How many nobody has taken up yet.
    package func countPlaced() throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM service_order WHERE state = 'placed'")
    }

    /// An order's way, from its beginning.
    package func steps(of row: OrderRow) throws(StorageError) -> [OrderStep] {
        try transaction.rows(
            """
            SELECT event, at FROM order_step WHERE subject_id = \(row.subject) AND order_id = \(row.id)
            ORDER BY ordinal
            """
        ).map { row throws(StorageError) in
            guard let event = OrderStep.Event(rawValue: try row.text(0)) else { throw .unexpected("order step") }
            return OrderStep(event: event, at: try row.instant(1))
        }
    }

    /// The sealed texts: the acceptance, and the reason of a refusal where there is one.
    func texts(of row: OrderRow) throws(StorageError) -> [(text: OrderText, sealed: SealedItem)] {
        let found = try transaction.row(
            "SELECT acceptance, reason FROM service_order WHERE subject_id = \(row.subject) AND id = \(row.id)")
        guard let found else { return [] }
        var texts = [
            (
                OrderText.acceptance,
                SealedItem(try found.bytes(0), label: OrderText.acceptance.label(of: row.id), in: .record)
            )
        ]
        if let reason = try found.bytesIfAny(1) {
            texts.append((.reason, SealedItem(reason, label: OrderText.reason.label(of: row.id), in: .record)))
        }
        return texts
    }

    /// - Parameter acceptance: sealed.
    func insert(_ row: OrderRow, acceptance: Bytes) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO service_order (subject_id, id, case_id, number, service, version, agreement, language, text_hash,
                                       state, placed_at, acceptance)
            VALUES (\(row.subject), \(row.id), \(row.reference.caseID), \(row.reference.number), \(row.service.rawValue),
                    \(row.version), \(row.agreement), \(row.language.rawValue), \(row.textHash),
                    \(row.state.rawValue), \(row.placedAt), \(acceptance))
            """)
        try add(.placed, to: row, at: row.placedAt)
    }

    /// Leads an order on from where it was seen.
    ///
    /// - Parameter reason: sealed.
    /// - Returns: false when it stands elsewhere by now.
    func move(
        _ row: OrderRow, to state: OrderRow.State, _ event: OrderStep.Event, reason: Bytes? = nil, at now: Instant
    ) throws(StorageError) -> Bool {
        let endedAt = state.isOpen ? nil : now
        let moved = try transaction.run(
            """
            UPDATE service_order SET state = \(state.rawValue), reason = \(reason), ended_at = \(endedAt)
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND state = \(row.state.rawValue)
            """)
        guard moved == 1 else { return false }
        try add(event, to: row, at: now)
        return true
    }

    /// - Returns: false when it is paid already.
    func pay(_ row: OrderRow, at now: Instant) throws(StorageError) -> Bool {
        let paid = try transaction.run(
            """
            UPDATE service_order SET paid_at = \(now)
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND paid_at IS NULL
            """)
        guard paid == 1 else { return false }
        try add(.paid, to: row, at: now)
        return true
    }

    private func add(_ event: OrderStep.Event, to row: OrderRow, at now: Instant) throws(StorageError) {
        let before = try transaction.count(
            "SELECT count(*) FROM order_step WHERE subject_id = \(row.subject) AND order_id = \(row.id)")
        try transaction.run(
            """
            INSERT INTO order_step (subject_id, order_id, ordinal, event, at)
            VALUES (\(row.subject), \(row.id), \(before + 1), \(event.rawValue), \(now))
            """)
    }
}
