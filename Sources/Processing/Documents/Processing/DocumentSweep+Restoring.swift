import Blobs
import Permits
import Policy
import Primitives
import Storage

extension DocumentSweep {
    /// Destroys documents of a restored house whose objects had been deleted while the copy was made, with an entry each: they
    /// were destroyed then, and that stays so.
    ///
    /// - Returns: how many were destroyed, and how many the Gate kept from it, as of a person who is blocked.
    package func destroyAgain(_ gone: [BlobKey]) async throws -> (destroyed: Int, left: Int) {
        var (destroyed, left) = (0, 0)
        for blob in gone {
            guard let holder = try await gate.look({ try DocumentStore($0).holder(of: blob) }) else { continue }
            do {
                if try await destroy(holder.document, of: holder.subject) { destroyed += 1 }
            } catch is GateRefusal {
                left += 1
            }
        }
        return (destroyed, left)
    }

    private func destroy(_ document: DocumentID, of subject: SubjectID) async throws -> Bool {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        return try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = DocumentStore(transaction)
            guard let row = try store.find(document, of: subject), row.state != .destroyed else { return false }
            let permit = try gate.permitToWrite(
                Ask(.destroyDocument, by: Actor(.sweep), on: subject, for: .rights, documents: [row.kind]),
                sealer: sealer, in: transaction)
            try store.destroy(row, because: .removed, at: now)
            try permit.note(["document": document.description], in: transaction)
            return true
        }
    }
}
