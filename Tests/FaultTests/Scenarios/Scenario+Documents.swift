import Access
import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

extension Scenario {
    private static let scan: Bytes = [0xFF, 0xD8, 0xFF, 0xE0] + Bytes(repeating: 7, count: 150_000)
    private static let kind: DocumentKindID = "identity_document"
    /// How long a request that died holds an upload, or a worker a document.
    private static let hold = Span.seconds(31)

    static let documents: [Scenario] = [
        Scenario("an upload begun") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            return Deed(
                // Whoever lost the answer begins another upload; the first one is swept after a day.
                besides: ["document"],
                act: { house in
                    try await house.begin(person)
                    return person.number
                })
        },
        Scenario("a chunk of an upload") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let upload = try await house.begin(person)
            try await house.append(scan.prefix(70_000), to: upload, of: person, at: 0)
            let offset = try await house.documents.intake.offset(upload, of: person.subject)
            return Deed(
                grain: .steps, patience: hold,
                act: { "\(try await $0.append(scan.dropFirst(offset), to: upload, of: person, at: offset))" },
                again: { house in
                    let offset = try await house.documents.intake.offset(upload, of: person.subject)
                    guard offset < scan.count else { return "\(offset)" }
                    return "\(try await house.append(scan.dropFirst(offset), to: upload, of: person, at: offset))"
                },
                onward: { house in
                    try await house.documents.intake.finish(upload, of: person.subject, session: person.session)
                    try await expectScan(person, in: house)
                })
        },
        Scenario("an upload whose connection is cut") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let upload = try await house.begin(person)
            return Deed(
                grain: .steps, patience: hold,
                act: { house in
                    do {
                        let octets = Pieces(scan.prefix(140_000), isCut: true)
                        try await house.documents.intake.append(to: upload, of: person.subject, at: 0, octets)
                    } catch is Cut {
                        // What came is durable.
                    }
                    return person.number
                },
                again: { house in
                    do {
                        let offset = try await house.documents.intake.offset(upload, of: person.subject)
                        if offset < 131_072 {
                            let octets = Pieces(scan[offset..<140_000], isCut: true)
                            await #expect(throws: Cut.self) {
                                try await house.documents.intake.append(
                                    to: upload, of: person.subject, at: offset, octets)
                            }
                        }
                        return person.number
                    } catch IntakeRefusal.busy {
                        throw StorageError.unavailable("nobody holds it any more")
                    }
                },
                onward: { house in
                    let offset = try await house.documents.intake.offset(upload, of: person.subject)
                    try await house.append(scan.dropFirst(offset), to: upload, of: person, at: offset)
                    try await house.documents.intake.finish(upload, of: person.subject, session: person.session)
                    try await expectScan(person, in: house)
                })
        },
        Scenario("an upload finished") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let upload = try await house.begin(person)
            try await house.append(scan[...], to: upload, of: person, at: 0)
            return Deed(
                patience: hold,
                act: { house in
                    try await house.documents.intake.finish(upload, of: person.subject, session: person.session)
                        .id.description
                },
                present: { house, _ in try await expectScan(person, in: house) })
        },
        Scenario("a document replaced by another one") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let first = try await house.send(Bytes(scan.prefix(1_000)), of: person)
            return Deed(
                // What a process that died had begun is swept after a day.
                grain: .takenBack, besides: ["document", "blob_abandoned"], patience: hold,
                act: { house in
                    try await house.send(scan, replacing: first, of: person)
                    return person.number
                },
                present: { house, _ in try await expectScan(person, in: house) })
        },
        Scenario("a document taken out") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let document = try await house.send(scan, of: person)
            return Deed(act: { house in
                try await house.documents.intake.remove(document, of: person.subject, session: person.session)
                return person.number
            })
        },
        Scenario("a document made into page images, and read") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await house.send(scan, of: person)
            return Deed(
                // The images of the time that failed are deleted after a day.
                grain: .takenBack, besides: ["blob_abandoned"], repeats: true, patience: hold,
                act: { house in
                    try await house.documents.processing.work()
                    guard try await house.documents.access.documents(of: person.subject).first?.state == .ready else {
                        throw StorageError.unavailable("put back")
                    }
                    return person.number
                },
                present: { house, _ in
                    let row = try await house.documents.access.documents(of: person.subject).first
                    #expect(row?.state == .ready && row?.pages == 1)
                })
        },
        Scenario("the own pages looked at") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let document = try await house.send(scan, of: person)
            try await house.documents.processing.work()
            return Deed(
                grain: .steps, besides: ["viewing"], repeats: true,
                act: { house in
                    let viewing = try #require(
                        try await house.documents.access.viewOwn(person.subject, session: person.session))
                    let page = try await house.documents.access.page(
                        1, of: document, .image, in: viewing.id, of: person.subject,
                        for: .subject(person.subject, session: person.session))
                    #expect(try await page.read(0..<page.length).reveal() == scan)
                    return person.number
                })
        },
        Scenario("an upload given up after a day") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let upload = try await house.begin(person)
            try await house.append(scan.prefix(70_000), to: upload, of: person, at: 0)
            house.house.clock.advance(by: .hours(25))
            return Deed(
                grain: .takenBack, patience: .minutes(2),
                act: { house in
                    try await house.documents.sweep.endStaleUploads()
                    try await house.documents.sweep.deleteAbandoned()
                    guard try await house.house.count("blob_abandoned") == 0 else {
                        throw StorageError.unavailable("put off")
                    }
                    return person.number
                })
        },
        Scenario("scans destroyed when their term is over") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await house.send(scan, of: person)
            try await house.documents.processing.work()
            return Deed(act: { house in
                try await house.documents.sweep.destroyScans(of: person.subject, caseID: person.number)
                return person.number
            })
        },
    ].map(\.withObjects)

    /// Expects one document, with the whole scan.
    private static func expectScan(_ person: Person, in house: FaultHouse) async throws {
        let rows = try await house.documents.access.documents(of: person.subject).filter { $0.state == .received }
        #expect(rows.map(\.length) == [scan.count])
    }
}

extension FaultHouse {
    @discardableResult
    fileprivate func begin(_ person: Person) async throws -> DocumentID {
        try await documents.intake.begin(
            .init("identity_document", length: 150_004), of: person.subject, session: person.session)
    }

    @discardableResult
    fileprivate func append(
        _ octets: Bytes.SubSequence, to upload: DocumentID, of person: Person, at offset: Int
    ) async throws -> Int {
        try await documents.intake.append(to: upload, of: person.subject, at: offset, Pieces(octets))
    }

    @discardableResult
    fileprivate func send(
        _ file: Bytes, replacing: DocumentID? = nil, of person: Person
    ) async throws -> DocumentID {
        try await documents.intake.receive(
            .init("identity_document", length: file.count, replacing: replacing), of: person.subject,
            session: person.session, Pieces(file[...])
        ).id
    }
}

/// The connection was cut.
private struct Cut: Error {}

/// A body as the socket gives it.
private struct Pieces: AsyncSequence, AsyncIteratorProtocol, Sendable {
    private var left: Bytes.SubSequence
    private let isCut: Bool

    init(_ octets: Bytes.SubSequence, isCut: Bool = false) {
        left = octets
        self.isCut = isCut
    }

    func makeAsyncIterator() -> Pieces { self }

    mutating func next() async throws -> Bytes? {
        guard !left.isEmpty else {
            if isCut { throw Cut() }
            return nil
        }
        defer { left = left.dropFirst(50_000) }
        return Bytes(left.prefix(50_000))
    }
}
