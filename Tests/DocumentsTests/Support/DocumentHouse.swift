import Blobs
import Documents
import FolderBlobs
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit

/// The documents room over a fresh database and folder.
struct DocumentHouse: Sendable {
    let house: TestHouse
    let folder: URL

    static func run(on engine: Engine, _ body: (DocumentHouse) async throws -> Void) async throws {
        try await TestHouse.run(on: engine) { house in
            try await Migrator(DocumentsSchema.migrations).migrate(house.database, at: house.clock.now)
            try await withTemporaryFolder { folder in try await body(DocumentHouse(house: house, folder: folder)) }
        }
    }

    var clock: ManualClock { house.clock }

    /// The store as a process that has just been started sees it.
    func store() throws -> FolderBlobs { try FolderBlobs(folder: folder.path) }

    /// The intake as a process that has just been started has it.
    func intake(_ store: (any BlobStore)? = nil) throws -> DocumentIntake {
        DocumentIntake(
            gate: house.gate, blobs: try store ?? self.store(), sealing: .vault, standing: TestHouse.standing,
            time: clock.source, randomness: .system)
    }

    func processing(
        _ maker: PageMaker, _ interpreter: DocumentInterpreter = .none, renewal: Duration = .seconds(3_600)
    ) throws -> DocumentProcessing {
        DocumentProcessing(
            gate: house.gate, blobs: try store(), sealing: .vault, maker: maker, interpreter: interpreter,
            renewal: renewal, time: clock.source, randomness: .system)
    }

    func access() throws -> DocumentAccess {
        DocumentAccess(gate: house.gate, blobs: try store(), time: clock.source)
    }

    func sweep() throws -> DocumentSweep { DocumentSweep(gate: house.gate, blobs: try store(), time: clock.source) }

    func person() async throws -> Person { try await house.begin("Үлгіева", "Айгерім") }

    /// Puts a person's registration into another state, from now on.
    func move(_ person: Person, to state: RegistrationRow.State) async throws {
        clock.advance(by: .seconds(1))
        let now = clock.now
        let moved = try await house.gate.perform { transaction in
            try RegistrationStore(transaction).move(
                person.subject, from: RegistrationRow.State.allCases, to: state, due: nil, at: now)
        }
        guard moved else { throw IntakeRefusal.notFound }
        clock.advance(by: .seconds(1))
    }

    /// Sends a whole file.
    @discardableResult
    func send(
        _ file: Bytes, _ kind: DocumentKindID = .identity, replacing: DocumentID? = nil, by person: Person
    ) async throws -> DocumentRow {
        clock.advance(by: .seconds(1))
        return try await intake().receive(
            .init(kind, length: file.count, replacing: replacing), of: person.subject, session: person.session,
            Chunks(file))
    }

    /// Waits until a worker holds the person's document at this time.
    func untilHeld(_ person: Person) async throws {
        while true {
            let (subject, now) = (person.subject, clock.now)
            let held = try await house.database.read {
                try $0.row("SELECT busy_until FROM document WHERE subject_id = \(subject)")?.instant(0)
            }
            if let held, held > now { return }
            await Task.yield()
        }
    }

    func documents(of person: Person) async throws -> [DocumentRow] {
        try await house.gate.look { try DocumentStore($0).all(of: person.subject) }
    }

    /// What the person can read of what was done with their data.
    func acts(on person: Person) async throws -> [String] {
        try await house.gate.look { transaction in
            try LedgerStore(transaction).history(of: person.subject, limit: 1_000)
                .filter { $0.outcome == .done }.map(\.act).reversed()
        }
    }

    /// Opens a received document, as the automatic actor that reads documents.
    func plaintext(of document: DocumentRow) async throws -> Bytes {
        let ask = Ask(
            .renderDocument, by: Actor(.imaging), on: document.subject, for: .identification,
            documents: [document.kind])
        let permit = try await house.gate.permitToOpen(ask, blob: document.blob?.bytes ?? [])
        let open = try await permit.open(from: try store(), at: clock.now)
        return try await open.read(0..<open.length).reveal()
    }

    /// The objects in the folder: names of files, finished or not.
    func files() throws -> Set<String> {
        guard let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var names: Set<String> = []
        for case let url as URL in all
        where try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
            names.insert(url.lastPathComponent)
        }
        return names
    }
}

extension DocumentHouse {
    /// The names of all objects that a person's rows hold.
    func blobs(of person: Person) async throws -> Set<String> {
        try await house.gate.look { transaction in
            let store = DocumentStore(transaction)
            let documents = try store.all(of: person.subject)
            let pages = try store.pageBlobs(of: documents.map(\.id), of: person.subject).map(\.hex)
            return Set(pages + documents.compactMap { $0.blob?.description })
        }
    }

    /// Changes one octet in the middle of an object, as somebody at the disk could.
    func flipOctet(of blob: BlobKey) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix(blob.description) {
            let url = folder.appending(path: path)
            var content = try Data(contentsOf: url)
            content[content.count / 2] ^= 1
            try content.write(to: url)
        }
    }
}

extension DocumentKindID {
    static var identity: Self { "identity_document" }
    static var address: Self { "address_proof" }
}

extension DocumentInterpreter {
    /// Reads nothing.
    static let none = DocumentInterpreter { _, _ in DocumentReading() }
}
