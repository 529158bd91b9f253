import Documents
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What a person sends to prove a request to correct their data: it comes as scans do, and is shown as pictures of pages.
package enum RequestFiles {
    /// Whether a request takes files, as this room tells the documents room; nil where no request of the person is called so.
    package static func standing(
        of subject: SubjectID, in place: CorrespondenceID, _ transaction: any Transaction
    ) throws -> UploadStanding? {
        guard let row = try RequestStore(transaction).all(of: subject).first(where: { $0.correspondence == place })
        else { return nil }
        return UploadStanding(
            row.takesProof ? .request : .closed, since: row.createdAt, caseID: row.reference.caseID)
    }
}

extension RequestRow {
    /// What the documents room calls it.
    package var correspondence: CorrespondenceID { CorrespondenceID(of: id.bytes) }

    /// Whether files may be sent with it.
    package var takesProof: Bool { kind == .correction && state.isOpen }
}

extension RightsDesk {
    /// One of a person's requests, by its place among them, without opening it.
    ///
    /// - Throws: ``RightsRefusal/noRequest``.
    package func find(_ number: Int, of subject: SubjectID) async throws -> RequestRow {
        let row = try await gate.look { transaction in
            try RequestStore(transaction).all(of: subject).first { $0.reference.number == number }
        }
        guard let row else { throw RightsRefusal.noRequest }
        return row
    }

    /// Sees to what goes with a request that is closed: what was proposed on it and nobody has answered, and its files,
    /// which end with their own term.
    func settle(_ row: RequestRow, in transaction: any Transaction) throws {
        guard row.kind == .correction else { return }
        try CorrectionStore(transaction).end(on: row.reference.number, of: row.subject)
        guard let kept = try registrar.keeping(of: row.subject, in: transaction).proof,
            try !DocumentStore(transaction).files(in: row.correspondence, of: row.subject).isEmpty
        else { return }
        try RequestStore(transaction).keepProof(of: row, until: time.now + kept)
    }

    /// Destroys the files of requests that were closed long ago.
    ///
    /// - Returns: how many.
    @discardableResult
    package func endProof(_ documents: DocumentSweep) async throws -> Int {
        let now = time.now
        var ended = 0
        for row in try await gate.look({ try RequestStore($0).proofEnded(at: now) }) {
            do {
                ended += try await documents.destroyFiles(
                    in: row.correspondence, of: row.subject, caseID: row.reference.caseID)
                try await gate.perform { try RequestStore($0).keepProof(of: row, until: nil) }
            } catch let refusal as GateRefusal where refusal.kind != .unavailable {
                // Its refusal is on record; others' files do not wait for it.
                continue
            }
        }
        return ended
    }
}
