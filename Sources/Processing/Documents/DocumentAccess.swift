import Blobs
import Foundation
import Permits
import Policy
import Primitives
import Storage

/// Shows documents: to the person they are about, and to a reviewer within a viewing.
package struct DocumentAccess: Sendable {
    package let gate: Gate
    let blobs: any BlobStore
    let time: TimeSource

    package init(gate: Gate, blobs: any BlobStore, time: TimeSource) {
        self.gate = gate
        self.blobs = blobs
        self.time = time
    }

    /// The scans of a person's registration as their rows tell, the earliest first; nothing is opened.
    package func documents(of subject: SubjectID) async throws -> [DocumentRow] {
        try await gate.look { try DocumentStore($0).scans(of: subject) }
    }

    /// The same, and the files of threads.
    package func everyDocument(of subject: SubjectID) async throws -> [DocumentRow] {
        try await gate.look { try DocumentStore($0).all(of: subject) }
    }

    /// The files of a thread as their rows tell, the earliest first; nothing is opened.
    package func files(in thread: CorrespondenceID, of subject: SubjectID) async throws -> [DocumentRow] {
        try await gate.look { try DocumentStore($0).files(in: thread, of: subject) }
    }

    /// The pages of a document as their rows tell; nothing is opened.
    package func pages(of document: DocumentID, of subject: SubjectID) async throws -> [PageRow] {
        try await gate.look { try DocumentStore($0).pages(of: document, of: subject) }
    }

    /// Opens a viewing of a person's own documents, for the pages that there are now: one entry for all of them.
    ///
    /// - Returns: nil when there are no pages.
    package func viewOwn(_ subject: SubjectID, session: Bytes) async throws -> Viewing? {
        let (documents, pages) = try await gate.look { transaction in
            let store = DocumentStore(transaction)
            let documents = try store.all(of: subject).filter { $0.pages > 0 }
            // What the operator sent can be taken as it was sent.
            let sent = documents.filter(\.isByStaff).compactMap { $0.blob?.bytes }
            return (documents, try store.pageBlobs(of: documents.map(\.id), of: subject) + sent)
        }
        guard !pages.isEmpty else { return nil }
        let ask = Ask(
            .readOwnDocument, by: .subject(subject, session: session), on: subject, for: .rights,
            documents: Set(documents.map(\.kind)).sorted())
        return try await gate.openViewing(ask, blobs: pages).viewing
    }

    /// Opens the image of a page within a viewing, to be streamed out.
    ///
    /// - Throws: ``IntakeRefusal/notFound``; `GateRefusal` when the viewing has ended or does not name the page.
    package func page(
        _ number: Int, of document: DocumentID, _ size: PageRow.Size, in viewing: ViewingID, of subject: SubjectID,
        for actor: Actor
    ) async throws -> OpenDocument {
        let pages = try await pages(of: document, of: subject)
        guard let page = pages.first(where: { $0.number == number }) else { throw IntakeRefusal.notFound }
        let permit = try await gate.permit(in: viewing, of: subject, blob: page[size].bytes, for: actor)
        return try await permit.open(from: blobs, at: time.now)
    }

    /// Opens what was read off documents: checks and records `ask`, which must name the fields.
    ///
    /// - Returns: the readings by document; documents off which nothing was read are left out.
    package func readings(
        _ ask: Ask, of documents: [DocumentID]
    ) async throws -> [DocumentID: PersonalData<DocumentReading>] {
        let subject = ask.subject
        let there = try await gate.look { transaction in
            try documents.filter { try DocumentStore(transaction).sealedReading(of: $0, of: subject) != nil }
        }
        guard !there.isEmpty else { return [:] }
        let values = try await gate.read(ask) { transaction in
            try there.compactMap { try DocumentStore(transaction).sealedReading(of: $0, of: subject) }
        }
        guard values.count == there.count else { throw IntakeRefusal.notFound }
        return Dictionary(
            uniqueKeysWithValues: try zip(there, values).map { document, value in
                (document, try value.map { try DocumentReading(opened: $0).limited(to: ask.fields) })
            })
    }
}

extension DocumentReading {
    /// Reads what was sealed with a document.
    package init(opened bytes: Bytes) throws {
        self = try JSONDecoder().decode(DocumentReading.self, from: Data(bytes))
    }
}

extension OpenDocument {
    /// The whole, in pieces of 256 KiB, for an answer that is streamed.
    package var pieces: AsyncThrowingStream<PersonalData<Bytes>, any Error> {
        let (document, position) = (self, PiecePosition())
        return AsyncThrowingStream {
            guard let range = await position.next(of: document.length) else { return nil }
            return try await document.read(range)
        }
    }
}

private actor PiecePosition {
    private var offset = 0

    func next(of length: Int) -> Range<Int>? {
        guard offset < length else { return nil }
        let range = offset..<min(offset + 262_144, length)
        offset = range.upperBound
        return range
    }
}
