import Access
import Documents
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Zipping

@testable import Rights

/// A house with the room of rights in it.
struct RightsHouse: Sendable {
    let house: TestHouse
    let desk: RightsDesk
    let documents: DocumentRoom
    let person: Person

    /// The person responsible, who answers.
    static let responsible = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32))

    /// Runs `body` in a fresh house in which somebody has sent a registration on Tuesday 24 November 2026.
    static func run(
        on engine: Engine, budgets: Budgets = Budgets(), scans: [Bytes] = [], erasure: [ErasureStep] = [],
        legallyKept: @escaping LegalRetentionStep = { _, _, _, _ in nil },
        _ body: (RightsHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, budgets: budgets, migrations: RightsSchema.migrations + DocumentsSchema.migrations,
            erasure: [RightsSchema.erase, DocumentsSchema.erase] + erasure, legallyKept: legallyKept
        ) { house in
            let reading = try TestHouse.policyFolder().read()
            guard let law = reading.lawPack else { throw TestHouseError.policy(reading.errors) }
            let desk = RightsDesk(house, law)
            try await withTemporaryFolder { folder in
                let documents = try DocumentRoom(house, folder: folder, maker: .plain, interpreter: .plain) {
                    subject, place, transaction in
                    let request = try place.flatMap {
                        try RequestFiles.standing(of: subject, in: $0, transaction)
                    }
                    return try request ?? TestHouse.standing(subject, nil, transaction)
                }
                let person = try await house.begin("Үлгіева", "Айгерім")
                try await house.confirm(.email, "aigerim@example.kz", of: person)
                for scan in scans {
                    house.clock.advance(by: Span(microseconds: 1))
                    _ = try await documents.intake.receive(
                        .init("identity_document", length: scan.count), of: person.subject, session: person.session,
                        OnePiece(scan))
                }
                if !scans.isEmpty { try await documents.processing.work() }
                try await house.registrar.send(person.subject, session: person.session)
                try await house.courier.round()
                try await body(RightsHouse(house: house, desk: desk, documents: documents, person: person))
            }
        }
    }

    func ask(_ kind: RequestKind, _ words: String? = "Өтінемін") async throws -> RequestReference {
        try await desk.ask(kind, words: words, of: person.subject, session: person.session)
    }

    func own() async throws -> OwnRights { try await desk.own(person.subject) }

    /// The entries of the acts of some codes on the person's data; the clock stands still, so they have no order.
    func entries(_ codes: Act...) async throws -> [LedgerEntry] {
        try await house.gate.history(of: person.subject, limit: 1_000).filter { entry in
            codes.contains { $0.rawValue == entry.act }
        }
    }
}

extension RightsDesk {
    /// The desk of a house; nothing is sealed for a recipient in it.
    init(
        _ house: TestHouse, _ law: LawPack, ownAddresses: @escaping OwnAddresses = { _, _ in [] },
        hasOrders: @escaping HasOrders = { _, _ in false }
    ) {
        self.init(
            gate: house.gate, registrar: house.registrar, law: law, holdings: [RegistrationSchema.holdings],
            archives: CopyArchives { _ in
                try ZipWriter()
            } accepts: {
                $0.hasPrefix("age1")
            },
            ownAddresses: ownAddresses, hasOrders: hasOrders, time: house.clock.source, randomness: .system)
    }
}

extension ZipWriter: ArchiveWriter {}

extension PageMaker {
    /// Takes every file for a picture of one page.
    static let plain = PageMaker { request, pull, deliver in
        let octets = try await pull(0..<request.length)
        try await deliver(MadePage(number: 1, image: octets, width: 1_000, height: 700, thumbnail: octets))
        return PageReport(type: .jpeg, pages: 1, hints: [], text: [])
    }
}

extension DocumentInterpreter {
    /// Reads the same name off every document.
    static let plain = DocumentInterpreter { _, _ in
        DocumentReading(values: [DocumentReading.Value(.readNames, "ULGIYEVA OKYLGAN", confidence: 90)])
    }
}

/// A file that comes in one piece.
struct OnePiece: AsyncSequence {
    let octets: Bytes

    init(_ octets: Bytes) { self.octets = octets }

    struct Iterator: AsyncIteratorProtocol {
        var octets: Bytes?

        mutating func next() async throws -> Bytes? {
            defer { octets = nil }
            return octets
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(octets: octets) }
}
