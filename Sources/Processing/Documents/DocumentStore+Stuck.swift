import Permits
import Primitives
import Storage

extension DocumentStore {
    /// Documents that something keeps from being read, again and again; they are tried on.
    package static let stuckRoom = StuckRoom(.reading) { most, transaction in
        try transaction.rows(
            """
            SELECT id, failing_since, obstacles, fault, busy_until FROM document
            WHERE state = 'received' AND obstacles >= \(BackOff.obstacle.most) ORDER BY failing_since, id LIMIT \(most)
            """
        ).map { try job(.reading, $0) }
    } count: { transaction in
        try transaction.count(
            "SELECT count(*) FROM document WHERE state = 'received' AND obstacles >= \(BackOff.obstacle.most)")
    } find: { id, transaction in
        try transaction.row(
            """
            SELECT id, failing_since, obstacles, fault, busy_until FROM document
            WHERE state = 'received' AND obstacles >= \(BackOff.obstacle.most) AND id = \(id)
            """
        ).map { try job(.reading, $0) }
    } again: { id, now, transaction in
        try transaction.run(
            """
            UPDATE document SET obstacles = NULL, fault = NULL, failing_since = NULL, busy_until = \(now)
            WHERE state = 'received' AND id = \(id)
            """)
    } giveUp: { id, now, transaction in
        // The next round refuses it, and its person is asked for another.
        try transaction.run(
            """
            UPDATE document SET attempts = \(BackOff.reading.most), obstacles = NULL, fault = NULL, failing_since = NULL,
                   busy_until = \(now)
            WHERE state = 'received' AND id = \(id)
            """)
    }

    /// Sealed objects that must go and cannot be deleted; they are tried on until they are gone.
    package static let stuckDeletions = StuckRoom(.deletion) { most, transaction in
        try transaction.rows(
            """
            SELECT blob, failing_since, attempts, fault, at FROM blob_abandoned
            WHERE attempts >= \(BackOff.deletion.most) ORDER BY failing_since, blob LIMIT \(most)
            """
        ).map { try job(.deletion, $0) }
    } count: { transaction in
        try transaction.count("SELECT count(*) FROM blob_abandoned WHERE attempts >= \(BackOff.deletion.most)")
    } find: { id, transaction in
        try transaction.row(
            """
            SELECT blob, failing_since, attempts, fault, at FROM blob_abandoned
            WHERE attempts >= \(BackOff.deletion.most) AND blob = \(id)
            """
        ).map { try job(.deletion, $0) }
    } again: { id, now, transaction in
        try transaction.run("UPDATE blob_abandoned SET at = \(now) WHERE blob = \(id)")
    }

    private static func job(_ kind: StuckJob.Kind, _ row: Row) throws(StorageError) -> StuckJob {
        let next = try row.instant(4)
        return StuckJob(
            kind, try row.identifier(0), since: try row.instantIfAny(1) ?? next, tries: Int(try row.int(2)),
            fault: try row.textIfAny(3) ?? "", next: next)
    }
}
