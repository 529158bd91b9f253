import Permits
import Policy
import Primitives

extension DocumentAccess {
    /// What was read off documents, opened within a viewing that names their fields: no entry beside the viewing's own.
    ///
    /// - Returns: the readings by document; documents off which nothing was read are left out.
    package func readings(
        of documents: [DocumentID], fields: [FieldNumber], in viewing: ViewingID, of subject: SubjectID,
        for actor: Actor
    ) async throws -> [DocumentID: PersonalData<DocumentReading>] {
        let there = try await gate.look { transaction in
            try documents.filter { try DocumentStore(transaction).sealedReading(of: $0, of: subject) != nil }
        }
        guard !there.isEmpty else { return [:] }
        let values = try await gate.items(in: viewing, of: subject, for: actor) { transaction in
            try there.compactMap { try DocumentStore(transaction).sealedReading(of: $0, of: subject) }
        }
        guard values.count == there.count else { throw IntakeRefusal.notFound }
        return Dictionary(
            uniqueKeysWithValues: try zip(there, values).map { document, value in
                (document, try value.map { try DocumentReading(opened: $0).limited(to: fields) })
            })
    }

    /// Opens a file as it was received, within a viewing that names it, to be streamed out.
    ///
    /// - Throws: ``IntakeRefusal/notFound``; `GateRefusal` when the viewing has ended or does not name it.
    package func original(
        _ document: DocumentRow, in viewing: ViewingID, of subject: SubjectID, for actor: Actor
    ) async throws -> OpenDocument {
        guard let blob = document.blob else { throw IntakeRefusal.notFound }
        let permit = try await gate.permit(in: viewing, of: subject, blob: blob.bytes, for: actor)
        return try await permit.open(from: blobs, at: time.now)
    }
}
