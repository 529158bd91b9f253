import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Pages

@Suite("The text of a page")
struct PageTests {
    private static let administrator = Actor(
        .administrator, person: SubjectID(from: .system), session: Bytes(repeating: 5, count: 32))
    private static let text = Phrase(ru: "Мы работаем.", kk: "Біз жұмыс істейміз.", en: "We are at work.")

    private static func run(
        on engine: Engine, _ body: (PageDesk, TestHouse) async throws -> Void
    ) async throws {
        try await TestHouse.run(on: engine, migrations: PagesSchema.migrations, erasure: [PagesSchema.erase]) { house in
            let desk = PageDesk(
                gate: house.gate, isAdministrator: { actor, _ in actor.role == .administrator },
                time: house.clock.source)
            try await body(desk, house)
        }
    }

    @Test("is shown once it is written, kept revision by revision, and taken back", arguments: Engine.available)
    func revisions(engine: Engine) async throws {
        try await Self.run(on: engine) { desk, house in
            #expect(try await desk.shown(.home) == nil)
            try await desk.save(.home, Self.text, seen: [], by: Self.administrator)
            #expect(try await desk.shown(.home)?.text == Self.text)
            #expect(try await desk.shown(.help) == nil)
            let seen = try PageText.mark(of: Self.text)
            try await desk.save(.home, Phrase(ru: " ", kk: "", en: "\n"), seen: seen, by: Self.administrator)
            #expect(try await desk.shown(.home) == nil)
            let all = try await desk.revisions(of: .home)
            #expect(all.map(\.revision) == [2, 1] && all.last?.text == Self.text)
            let saved = try await house.database.read { transaction in
                try transaction.rows("SELECT entry FROM pending_entry")
                    .map { try LedgerEntry(canonical: try $0.bytes(0)) }
            }.filter { $0.act == "save_page" }
            #expect(Set(saved.compactMap { $0.note["revision"] }) == ["1", "2"])
            #expect(saved.contains { $0.note["text"] == seen.hex })
        }
    }

    @Test("is overwritten by nobody who has not seen it", arguments: Engine.available)
    func conflict(engine: Engine) async throws {
        try await Self.run(on: engine) { desk, _ in
            try await desk.save(.contacts, Self.text, seen: [], by: Self.administrator)
            await #expect(throws: PageTextRefusal.changedMeanwhile) {
                try await desk.save(
                    .contacts, Phrase(ru: "а", kk: "ә", en: "b"), seen: [], by: Self.administrator)
            }
            #expect(try await desk.shown(.contacts)?.text == Self.text)
        }
    }

    @Test("is written in every language, by administrators alone", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await Self.run(on: engine) { desk, _ in
            await #expect(throws: PageTextRefusal.incomplete(.kk)) {
                try await desk.save(.help, Phrase(ru: "а", kk: " ", en: "b"), seen: [], by: Self.administrator)
            }
            let support = Actor(.support, person: SubjectID(from: .system), session: Bytes(repeating: 6, count: 32))
            await #expect(throws: PageTextRefusal.notAdministrator) {
                try await desk.save(.help, Self.text, seen: [], by: support)
            }
            let saved = try await desk.revisions(of: .help)
            #expect(saved.isEmpty)
        }
    }

    @Test("stays without the person who saved it once they are erased", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await Self.run(on: engine) { desk, house in
            try await desk.save(.home, Self.text, seen: [], by: Self.administrator)
            let person = try #require(Self.administrator.person)
            try await house.database.write { try PagesSchema.erase(person, $0) }
            let text = try #require(try await desk.shown(.home))
            #expect(text.savedBy == nil && text.text == Self.text)
        }
    }
}
