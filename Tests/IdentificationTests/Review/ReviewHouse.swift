import Access
import Documents
import Foundation
import HouseKit
import Identification
import Messages
import Permits
import Policy
import Primitives
import Registration
import TestKit

/// A house with a desk for reviewers and a room for documents.
struct ReviewHouse: Sendable {
    let house: TestHouse
    let desk: ReviewDesk
    let documents: DocumentRoom

    struct Reviewer: Sendable {
        let id: SubjectID
        let actor: Actor
    }

    static func run(
        on engine: Engine, ownAddresses: @escaping ReviewDesk.OwnAddresses = { _, _ in [] },
        _ body: (ReviewHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, migrations: DocumentsSchema.migrations, erasure: [DocumentsSchema.erase]
        ) { house in
            let desk = ReviewDesk(
                gate: house.gate, registrar: house.registrar, ownAddresses: ownAddresses, time: house.clock.source,
                randomness: .system)
            try await withTemporaryFolder { folder in
                let room = try DocumentRoom(
                    house, folder: folder, maker: .zones,
                    interpreter: ZoneReading.interpreter(plausible: { _ in .anyDay }, time: house.clock.source))
                try await body(ReviewHouse(house: house, desk: desk, documents: room))
            }
        }
    }

    /// Somebody who may review.
    func reviewer() -> Reviewer {
        let id = SubjectID(from: .system)
        return Reviewer(id: id, actor: Actor(.reviewer, person: id, session: Randomness.system.bytes(32)))
    }

    /// Somebody with a confirmed e-mail address, and perhaps a telephone, who has not sent yet.
    func begun(_ email: String, telephone: String? = nil) async throws -> Person {
        let person = try await house.begin("Үлгіева", "Айгерім")
        try await house.confirm(.email, email, of: person)
        if let telephone {
            // A code to the same number may have gone out a moment ago.
            house.clock.advance(by: .minutes(2))
            try await house.confirm(.telephone, telephone, of: person)
        }
        return person
    }

    /// Somebody whose registration awaits review, with scans of these zones.
    func sent(_ email: String, telephone: String? = nil, scans: [[String]] = []) async throws -> Person {
        let person = try await begun(email, telephone: telephone)
        for zone in scans { try await scan(Scan.file(zone), by: person) }
        try await house.registrar.send(person.subject, session: person.session)
        return person
    }

    /// Sends a file and has it read.
    @discardableResult
    func scan(
        _ file: Bytes, _ kind: DocumentKindID = "identity_document", by person: Person
    ) async throws -> DocumentID {
        house.clock.advance(by: .seconds(1))
        let row = try await documents.intake.receive(
            .init(kind, length: file.count), of: person.subject, session: person.session, Scan.Body(file))
        try await documents.processing.work()
        return row.id
    }

    /// Takes a case and opens it.
    func open(_ person: Person, by reviewer: Reviewer, viewing: ViewingID? = nil) async throws -> OpenCase {
        _ = try await desk.take(person.number, by: reviewer.id)
        return try await desk.open(person.number, by: reviewer.actor, viewing: viewing, documents: documents.access)
    }

    /// Takes and refuses a case, and lets it take effect.
    func refuse(_ person: Person, by reviewer: Reviewer, words: String = "2020") async throws {
        _ = try await desk.take(person.number, by: reviewer.id)
        _ = try await desk.decide(
            .refuse(ReasonID("document_expired"), words: words), on: person.number, by: reviewer.actor)
        try await settle()
    }

    /// Takes and approves a case, and lets it take effect.
    func approve(_ person: Person, by reviewer: Reviewer) async throws {
        _ = try await desk.take(person.number, by: reviewer.id)
        _ = try await desk.decide(.approve, on: person.number, by: reviewer.actor)
        try await settle()
    }

    private func settle() async throws {
        house.clock.advance(by: .seconds(11))
        try await desk.settle()
    }
}

/// Scans whose content is a zone in plain letters, so that no picture has to be made.
enum Scan {
    static let card = [
        "IDKAZ9963734847560823195658<<<", "5608238M3410059KAZ<<<<<<<<<<<0", "MYSALOV<<KAYSAR<<<<<<<<<<<<<<<",
    ]
    /// Another document of the same person.
    static let passport = [
        "P<KAZMYSALOV<<KAYSAR<<<<<<<<<<<<<<<<<<<<<<<<", "N963734845KAZ5608238M3410059560823195658<<24",
    ]
    /// Somebody else's.
    static let other = [
        "IDKAZ9928485966440125121477<<<", "4401258M3402063KAZ<<<<<<<<<<<8", "GAZHAPOV<<SHYNGYS<<<<<<<<<<<<<",
    ]

    /// A file that begins like a JPEG; `mark` makes another file with the same zone.
    static func file(_ zone: [String], mark: String = "") -> Bytes {
        [0xFF, 0xD8, 0xFF, 0xE0] + Bytes((["a scan \(mark)"] + zone).joined(separator: "\n").utf8)
    }

    /// A body in one piece.
    struct Body: AsyncSequence, AsyncIteratorProtocol, Sendable {
        private var octets: Bytes?

        init(_ octets: Bytes) { self.octets = octets }

        func makeAsyncIterator() -> Body { self }

        mutating func next() async -> Bytes? {
            defer { octets = nil }
            return octets
        }
    }
}

extension PageMaker {
    /// Finds the zone that ``Scan/file(_:mark:)`` wrote.
    static let zones = PageMaker { request, pull, deliver in
        let octets = try await pull(0..<request.length)
        try await deliver(MadePage(number: 1, image: octets, width: 1_000, height: 700, thumbnail: octets))
        let zone = octets.map { content in
            String(decoding: content, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
        }
        return PageReport(
            type: .jpeg, pages: 1, hints: [],
            text: [RecognisedPage(page: 1, lines: PersonalData([]), zone: zone, zoneConfidence: 100)])
    }
}

func + (left: Span, right: Span) -> Span { Span(microseconds: left.microseconds + right.microseconds) }
