import Permits
import Policy
import Primitives
import Storage

extension DocumentIntake {
    /// Takes out a document that is not with the reviewer yet; what it had replaced is asked for again.
    ///
    /// - Throws: ``IntakeRefusal/notFound``, ``IntakeRefusal/closed``.
    package func remove(_ document: DocumentID, of subject: SubjectID, session: Bytes) async throws {
        if let receiver = receivers[document], receiver.end() != nil { receivers.leave(receiver) }
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = DocumentStore(transaction)
            guard let row = try store.find(document, of: subject), row.state != .destroyed else {
                throw IntakeRefusal.notFound
            }
            let standing = try standing(subject, row.thread, transaction)
            guard standing.isOpen(row) else { throw IntakeRefusal.closed }
            try store.askAgain(row, at: now)
            try store.destroy(row, because: .removed, at: now)
            let permit = try gate.permitToWrite(
                Self.ask(
                    .removeDocument, subject, .subject(subject, session: session), row.kind, standing), sealer: sealer,
                in: transaction)
            try permit.note(DocumentNote.gone([document]), in: transaction)
        }
    }
}
