import Documents
import Permits
import Primitives

/// A copy of everything held about a person; its evidence is durable, and what follows is opened as it goes out.
package struct OwnCopy: Sendable {
    /// The number of the registration.
    package let caseID: String
    /// Only a holder of the recipient's key can open it.
    package let isSealed: Bool
    let content: PersonalData<Bytes>
    let documents: [DocumentRow]
    let names: [DocumentID: String]
    let viewing: ViewingID
    let actor: Actor
    let subject: SubjectID
    let room: DocumentAccess
    let madeAt: Instant
    let archive: @Sendable () throws -> any ArchiveWriter

    /// How long a copy may take to go out before no further document of it is opened.
    static let lasts = Span.hours(1)

    package var mediaType: String { isSealed ? "application/octet-stream" : "application/zip" }

    /// What the file is called: nothing personal, since it lies among downloads.
    package var fileName: String {
        "saqta-copy-\(Day(of: madeAt, hoursEast: 5)).zip" + (isSealed ? ".age" : "")
    }

    /// Writes the archive piece by piece; no more of it is in memory than one piece of a document.
    ///
    /// - Throws: what stops it midway, and then its end is missing: whoever took it sees that it is not whole.
    package func write(_ send: (Bytes) async throws -> Void) async throws {
        let archive = try archive()
        func go(_ octets: Bytes) async throws {
            if !octets.isEmpty { try await send(octets) }
        }
        let data = content.reveal()
        try await go(try archive.begin("data.json", length: data.count, at: madeAt))
        try await go(try archive.write(data))
        for document in documents {
            guard let name = names[document.id] else { continue }
            let open = try await room.original(document, in: viewing, of: subject, for: actor)
            try await go(
                try archive.begin(name, length: open.length, at: document.receivedAt ?? document.createdAt))
            for try await piece in open.pieces { try await go(try archive.write(piece.reveal())) }
        }
        try await go(try archive.finish())
    }
}
