import Documents
import HouseKit
import Policy
import Primitives
import Testing

/// An upload that a person has begun, as one process sees it.
struct Upload: Sendable {
    let house: DocumentHouse
    let person: Person
    let id: DocumentID
    let intake: DocumentIntake

    /// The same upload, as a process that has just been started sees it.
    func elsewhere() throws -> Upload {
        Upload(house: house, person: person, id: id, intake: try house.intake())
    }

    @discardableResult
    func append(_ octets: some Sequence<UInt8>, at offset: Int = 0) async throws -> Int {
        try await append(Chunks(Bytes(octets)), at: offset)
    }

    @discardableResult
    func append<Body: AsyncSequence>(
        _ body: Body, at offset: Int = 0
    ) async throws -> Int where Body.Element == Bytes {
        try await intake.append(to: id, of: person.subject, at: offset, body)
    }

    func offset() async throws -> Int { try await intake.offset(id, of: person.subject) }

    @discardableResult
    func finish() async throws -> DocumentRow {
        try await intake.finish(id, of: person.subject, session: person.session)
    }

    /// Finishes it; the document opens as it was sent.
    @discardableResult
    func finish(as file: Bytes) async throws -> DocumentRow {
        let row = try await finish()
        let opened = try await house.plaintext(of: row)
        #expect(opened == file)
        return row
    }
}

extension DocumentHouse {
    /// Begins an upload of `length` octets; by somebody new unless told otherwise.
    @discardableResult
    func upload(
        _ length: Int, _ kind: DocumentKindID = .identity, type: FileType? = nil, by someone: Person? = nil
    ) async throws -> Upload {
        let person: Person
        if let someone { person = someone } else { person = try await self.person() }
        let intake = try intake()
        let id = try await intake.begin(
            .init(kind, length: length, type: type), of: person.subject, session: person.session)
        return Upload(house: self, person: person, id: id, intake: intake)
    }
}
