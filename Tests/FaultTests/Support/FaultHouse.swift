import Access
import Blobs
import Clients
import Consents
import Documents
import FolderBlobs
import Foundation
import HouseKit
import Identification
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Registration
import SQLite
import Staffing
import Storage
import TestKit

/// All rooms of a house over stores that fail as a plan says.
struct FaultHouse: Sendable {
    let house: TestHouse
    let documents: DocumentRoom
    let review: ReviewDesk
    let consents: ConsentDesk
    let receipts: Receipts
    let staff: StaffDesk
    let publication: PublicationDesk
    let clients: ClientDesk
    let subjects: SubjectDesk
    private let blobs: any BlobStore

    static let migrations =
        TestHouse.schema + DocumentsSchema.migrations + StaffingSchema.migrations + PublicationSchema.migrations
        + ClientsSchema.migrations

    /// What keeps digests of addresses.
    static let index = [AddressBook.indexRoom, RegistrationStore.indexRoom, StaffStore.indexRoom]

    private static let erasure: [ErasureStep] = [
        DocumentsSchema.erase, StaffingSchema.erase, PublicationSchema.erase, ClientsSchema.erase,
    ]

    /// - Parameter afterCommit: is run after each write of rows that is durable.
    init(
        _ stores: Ground.Stores, _ plan: FaultPlan, afterCommit: @escaping @Sendable () async throws -> Void = {}
    ) throws {
        house = try TestHouse(
            over: FaultyDatabase(stores.rows, plan, afterCommit: afterCommit),
            keyDatabase: FaultyDatabase(stores.keys, plan),
            emptyKeyLog: {
                if plan.fails(.unreached) { throw StorageError.unavailable("as planned") }
                try await stores.emptyKeyLog()
            }, folder: stores.folder, disk: plan.disk, clock: stores.clock, erasure: Self.erasure)
        let (gate, time) = (house.gate, stores.clock.source)
        // Read once for all plays; each house compares it with its rows.
        gate.book.remember(house.edition)
        blobs = FaultyBlobStore(stores.objects, plan)
        // One at a time and none claimed anew, so that each run makes the same calls.
        documents = DocumentRoom(
            house, blobs, maker: .whole, interpreter: .family, atOnce: 1, renewal: .seconds(3_600))
        review = ReviewDesk(
            gate: gate, registrar: house.registrar, ownAddresses: { _, _ in [] }, time: time, randomness: .system)
        consents = ConsentDesk(gate: gate, operatorAddress: "Almaty", time: time)
        receipts = Receipts(
            gate: gate, ledger: LedgerReader(database: house.database), operatorAddress: "Almaty",
            documentsHeld: { try DocumentStore($1).kindsHeld(of: $0) }, time: time,
            nextCheckpoint: { [house] in try await house.sequencer.sequence() })
        staff = StaffDesk(gate: gate, passwords: TestHouse.passwords, time: time, randomness: .system)
        publication = PublicationDesk(
            gate: gate, folder: { try Self.changedPolicy.get() }, regions: ["KZ"], time: time, randomness: .system)
        clients = ClientDesk(gate: gate, time: time, randomness: .system)
        subjects = SubjectDesk(gate: gate, registrar: house.registrar, time: time)
    }

    private static let changedPolicy = Result {
        var folder = try TestHouse.policyFolder()
        folder.files["policy.yml"]?.replace("ended_scans: 30 days", with: "ended_scans: 20 days")
        return folder
    }

    /// Does what a house does by itself, a day and two hours later, and finds what does not fit: the ledger against the
    /// rows, documents against objects, objects that nobody knows or that should be gone.
    func faultsAfterADay() async throws -> [String] {
        try await house.gate.finishErasures()
        house.clock.advance(by: .hours(26))
        try await documents.sweep.endStaleUploads()
        try await documents.sweep.deleteAbandoned()
        try await documents.sweep.endLeftovers()
        let audit = try await DocumentAudit(gate: house.gate, blobs: blobs).run()
        var faults = audit.faults + audit.strangers.map { "a stranger: \($0)" }
        let undeleted = try await house.count("blob_abandoned")
        if undeleted > 0 { faults.append("\(undeleted) objects not deleted") }
        let unfinished = try await house.database.read {
            try $0.count("SELECT count(*) FROM erasure WHERE key_destroyed = 0")
        }
        if unfinished > 0 { faults.append("\(unfinished) erasures not finished") }
        try await house.sequencer.sequence()
        let outside = try house.sequencer.outsideNote().map { [$0] } ?? []
        return faults + (try await house.gate.audit(house.sequencer.verifier, outside: outside).faults)
    }
}

extension PageMaker {
    /// Takes a document for one page, and reads a family name off it.
    static let whole = PageMaker { request, pull, deliver in
        let octets = try await pull(0..<request.length)
        try await deliver(MadePage(number: 1, image: octets, width: 1_000, height: 700, thumbnail: octets))
        return PageReport(
            type: .jpeg, pages: 1, hints: [],
            text: [
                RecognisedPage(
                    page: 1, lines: PersonalData([RecognisedLine(text: "Үлгіева", confidence: 90)]),
                    zone: PersonalData([]))
            ])
    }
}

extension DocumentInterpreter {
    /// Takes what was read for a family name.
    fileprivate static let family = DocumentInterpreter { pages, _ in
        let lines = pages.flatMap { $0.lines.reveal() }
        return DocumentReading(values: lines.map { .init(.familyName, $0.text, confidence: $0.confidence) })
    }
}
