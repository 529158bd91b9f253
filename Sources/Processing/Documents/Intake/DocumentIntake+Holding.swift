import Permits
import Policy
import Primitives
import Storage

// One request at a time writes an upload. The hold is in the row, so that it counts between processes too; it runs out by
// itself when its process dies.
extension DocumentIntake {
    /// Takes the hold of an upload.
    ///
    /// - Throws: ``IntakeRefusal/notFound``, ``IntakeRefusal/busy``; ``IntakeRefusal/offset(actual:)`` when all octets are
    ///   there already.
    func take(_ upload: DocumentID, of subject: SubjectID) async throws -> (DocumentRow, turn: Int, Edition) {
        let now = time.now
        return try await gate.perform { transaction in
            let row = try transaction.row(
                """
                UPDATE document SET turn = turn + 1, busy_until = \(now + Self.hold)
                WHERE subject_id = \(subject) AND id = \(upload) AND state = 'receiving' AND busy_until <= \(now)
                      AND sealed_length IS NULL
                RETURNING turn
                """)
            guard let document = try DocumentStore(transaction).find(upload, of: subject), document.state == .receiving
            else { throw IntakeRefusal.notFound }
            if document.sealedLength != nil, let length = document.length {
                throw IntakeRefusal.offset(actual: length)
            }
            guard let row else { throw IntakeRefusal.busy }
            return (document, Int(try row.int(0)), try gate.book.inForce(in: transaction))
        }
    }

    /// Takes the hold of an upload of which all octets are there.
    ///
    /// - Returns: the number of the hold; nil while another request has it.
    func takeToFinish(_ upload: DocumentID, of subject: SubjectID) async throws -> Int? {
        let now = time.now
        return try await gate.perform { transaction in
            try transaction.row(
                """
                UPDATE document SET turn = turn + 1, busy_until = \(now + Self.hold)
                WHERE subject_id = \(subject) AND id = \(upload) AND state = 'receiving' AND busy_until <= \(now)
                RETURNING turn
                """
            ).map { row in Int(try row.int(0)) }
        }
    }

    /// Prolongs a hold of which a third is over.
    ///
    /// - Throws: ``IntakeRefusal/busy`` when it has run out and another has it, ``IntakeRefusal/notFound`` when the upload
    ///   has ended.
    func renew(_ receiver: Receiver, _ work: inout Receiver.Work) async throws {
        let now = time.now
        guard now - work.heldSince > .seconds(5) else { return }
        let (upload, subject, turn) = (receiver.upload, receiver.subject, receiver.turn)
        let isHeld = try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE document SET busy_until = \(now + Self.hold), changed_at = \(now)
                WHERE subject_id = \(subject) AND id = \(upload) AND state = 'receiving' AND turn = \(turn)
                """) == 1
        }
        guard isHeld else { throw IntakeRefusal.busy }
        work.heldSince = now
    }

    /// Notes that all octets are there, and lets go.
    ///
    /// - Parameter digest: SHA-256 of the sealed octets; nil when this request did not seal all of them.
    func seal(_ receiver: Receiver, length: Int, sealedLength: Int, digest: Bytes?) async throws {
        let (upload, subject, turn, now) = (receiver.upload, receiver.subject, receiver.turn, time.now)
        let isHeld = try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE document SET length = \(length), sealed_length = \(sealedLength), digest = \(digest),
                       busy_until = 0, changed_at = \(now)
                WHERE subject_id = \(subject) AND id = \(upload) AND state = 'receiving' AND turn = \(turn)
                """) == 1
        }
        guard isHeld else { throw IntakeRefusal.busy }
    }

    func letGo(_ receiver: Receiver) async throws {
        receivers.leave(receiver)
        try await letGo(receiver.upload, of: receiver.subject, turn: receiver.turn)
    }

    func letGo(_ upload: DocumentID, of subject: SubjectID, turn: Int) async throws {
        let now = time.now
        try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE document SET busy_until = 0, changed_at = \(now)
                WHERE subject_id = \(subject) AND id = \(upload) AND state = 'receiving' AND turn = \(turn)
                """)
        }
    }

    /// An upload's row, and whether a request holds it.
    func find(_ upload: DocumentID, of subject: SubjectID) async throws -> (row: DocumentRow, isHeld: Bool) {
        let now = time.now
        return try await gate.look { transaction in
            guard let row = try DocumentStore(transaction).find(upload, of: subject), row.state == .receiving else {
                throw IntakeRefusal.notFound
            }
            let held = try transaction.row(
                "SELECT busy_until FROM document WHERE subject_id = \(subject) AND id = \(upload)")
            return (row, try held?.instant(0) ?? now > now)
        }
    }

    /// Gives an upload up; its object goes with the next sweep.
    package func abandon(_ upload: DocumentID, of subject: SubjectID) async throws {
        let now = time.now
        try await gate.perform { transaction in
            let store = DocumentStore(transaction)
            guard let row = try store.find(upload, of: subject), row.state == .receiving else { return }
            if let blob = row.blob { try store.abandon([blob], because: .upload, at: now) }
            try transaction.run("DELETE FROM document WHERE subject_id = \(subject) AND id = \(upload)")
        }
    }
}
