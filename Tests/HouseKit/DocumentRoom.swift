import Blobs
import Documents
import FolderBlobs
import Foundation
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Vault

extension SealingStream: IncomingSeal {}

extension ObjectSealing {
    /// The vault's sealing stream, as the programme wires it.
    package static let vault = ObjectSealing(
        begin: { sealer, blob in DocumentSeal(sealer).begin(blob) },
        resume: { sealer, blob, store in
            try await DocumentSeal(sealer).resume(blob, in: store).map { ($0.stream, $0.plaintextOffset) }
        })
}

/// The documents room of a house, over a store of its own.
package struct DocumentRoom: Sendable {
    package let intake: DocumentIntake
    package let processing: DocumentProcessing
    package let access: DocumentAccess
    package let sweep: DocumentSweep

    package init(
        _ house: TestHouse, folder: URL, maker: PageMaker, interpreter: DocumentInterpreter,
        standing: @escaping StandingOf = TestHouse.standing
    ) throws {
        try self.init(
            house, FolderBlobs(folder: folder.path), maker: maker, interpreter: interpreter, standing: standing)
    }

    /// - Parameters:
    ///   - atOnce: how many documents are worked on at the same time.
    ///   - renewal: how often a document is claimed anew meanwhile.
    package init(
        _ house: TestHouse, _ blobs: any BlobStore, maker: PageMaker, interpreter: DocumentInterpreter, atOnce: Int = 2,
        renewal: Duration = .seconds(5), standing: @escaping StandingOf = TestHouse.standing
    ) {
        let time = house.clock.source
        intake = DocumentIntake(
            gate: house.gate, blobs: blobs, sealing: .vault, standing: standing, time: time,
            randomness: .system)
        processing = DocumentProcessing(
            gate: house.gate, blobs: blobs, sealing: .vault, maker: maker, interpreter: interpreter,
            atOnce: atOnce, renewal: renewal, time: time, randomness: .system)
        access = DocumentAccess(gate: house.gate, blobs: blobs, time: time)
        sweep = DocumentSweep(gate: house.gate, blobs: blobs, time: time)
    }
}

extension TestHouse {
    /// Whether a registration takes documents, as the programme tells the documents room.
    package static let standing: StandingOf = { subject, _, transaction in
        guard let row = try RegistrationStore(transaction).find(subject) else {
            return UploadStanding(.closed, since: Instant(seconds: 0), caseID: nil)
        }
        let stage: UploadStanding.Stage =
            switch row.state {
            case .draft: .draft
            case .moreAsked: .moreAsked
            default: .closed
            }
        return UploadStanding(
            stage, since: row.since, caseID: row.number, isOnPaper: try Registrar.isOnPaper(subject, transaction))
    }
}
