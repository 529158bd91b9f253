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

@testable import Threads

/// A house with the room of threads in it.
struct ThreadsHouse: Sendable {
    let house: TestHouse
    let desk: ThreadDesk
    let finder: PersonFinder
    let person: Person
    let blobs: FolderBlobs

    /// Who answers people.
    static let support = Actor(.support, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32))

    /// Runs `body` in a fresh house in which somebody has sent a registration.
    static func run(
        on engine: Engine, budgets: Budgets = Budgets(), _ body: (ThreadsHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, budgets: budgets, migrations: ThreadsSchema.migrations + DocumentsSchema.migrations,
            erasure: [ThreadsSchema.erase, DocumentsSchema.erase]
        ) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = ThreadDesk(
                gate: house.gate, registrar: house.registrar, time: house.clock.source, randomness: .system)
            try await withTemporaryFolder { folder in
                try await body(
                    ThreadsHouse(
                        house: house, desk: desk, finder: PersonFinder(gate: house.gate), person: person,
                        blobs: try FolderBlobs(folder: folder.path)))
            }
        }
    }

    /// Takes the files of registrations and of threads.
    var intake: DocumentIntake {
        let time = house.clock.source
        return DocumentIntake(
            gate: house.gate, blobs: blobs, sealing: .vault,
            standing: { subject, thread, transaction in
                guard let thread else { return try TestHouse.standing(subject, nil, transaction) }
                return try ThreadFiles.standing(of: subject, in: thread, transaction)
            }, arrived: ThreadFiles(registrar: house.registrar, time: time, randomness: .system).arrived, time: time,
            randomness: .system)
    }

    @discardableResult
    func write(_ words: String?, in number: Int? = nil) async throws -> Int {
        try await desk.write(words, in: number, of: person.subject, session: person.session)
    }

    func read(_ number: Int) async throws -> (row: ThreadRow, messages: [OpenMessage]) {
        try await desk.read(number, of: person.subject, session: person.session)
    }

    /// The entries of the acts of some codes on the person's data; the clock stands still, so they have no order.
    func entries(_ codes: Act...) async throws -> [LedgerEntry] {
        try await house.gate.history(of: person.subject, limit: 1_000).filter { entry in
            codes.contains { $0.rawValue == entry.act }
        }
    }
}
