import HouseKit
import Permits
import Policy
import Primitives
import Publication
import Staffing
import TestKit
import Testing

@Suite("The draft of the next edition")
struct DraftTests {
    private typealias Place = DraftDesk.Place

    private static func standing(_ house: PublicationHouse) async throws -> DraftDesk.Standing {
        try #require(try await house.desk.drafts.standing())
    }

    private static func mark(_ place: Place, _ house: PublicationHouse) async throws -> Bytes {
        try #require(DraftDesk.mark(of: place, in: try await standing(house).folder))
    }

    private static func text(_ clause: ClauseID, _ house: PublicationHouse) async throws -> String? {
        try await standing(house).folder.text(of: clause, in: .kk)
    }

    private static let words = "Бір редакция қолданыста болады. Оны кез келген адам оқи алады."

    @Test("begins with the folder, is edited, proposed and published, and goes on", arguments: Engine.available)
    func published(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let first = try await house.join("dana")
            let second = try await house.join("berik", invitedBy: first)
            let drafts = house.desk.drafts
            #expect(try await drafts.standing() == nil)
            try await drafts.begin(by: first.actor)
            let begun = try await Self.standing(house)
            #expect(begun.change == nil && begun.difference?.isEmpty == true && begun.files.count == 4)
            try await drafts.save(
                .clause("a"), ["kk.md": Self.words], seen: try await Self.mark(.clause("a"), house), by: first.actor)
            let edited = try await Self.standing(house)
            #expect(edited.difference?.texts.map(\.id) == [.clause("a")])
            #expect(edited.difference?.texts.first?.languages == [.kk])
            let change = try #require(edited.change)
            try await drafts.propose(change.hash, by: first.actor)
            #expect(try await Self.standing(house).isProposed)
            let proposal = try #require(try await house.desk.standing(for: second.person).proposed).proposal
            let edition = try await house.desk.publish(
                proposal.id, code: house.freshCode(of: second), by: second.actor)
            #expect(edition.number == 2 && edition.text(of: "a", in: .kk) == Self.words)
            let after = try await Self.standing(house)
            #expect(after.change == nil && after.difference?.isEmpty == true && !after.isProposed)
        }
    }

    @Test("takes what two people save in different clauses of one file", arguments: Engine.available)
    func different(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let one = try await house.join("dana")
            let drafts = house.desk.drafts
            try await drafts.begin(by: one.actor)
            let (a, b) = (try await Self.mark(.clause("a"), house), try await Self.mark(.clause("b"), house))
            try await drafts.save(.clause("a"), ["kk.md": "Бірінші."], seen: a, by: one.actor)
            try await drafts.save(.clause("b"), ["kk.md": "Екінші.\r\nҮшінші."], seen: b, by: one.actor)
            #expect(try await Self.text("a", house) == "Бірінші.")
            #expect(try await Self.text("b", house) == "Екінші.\nҮшінші.")
            let revisions = try await drafts.revisions(of: "kk.md")
            #expect(revisions.map(\.revision) == [3, 2, 1] && revisions.first?.savedBy == one.person)
            #expect(try await drafts.revisions(of: "ru.md").count == 1)
        }
    }

    @Test("lets nobody overwrite what they have not seen", arguments: Engine.available)
    func conflict(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let one = try await house.join("dana")
            let other = try await house.join("berik", invitedBy: one)
            let drafts = house.desk.drafts
            try await drafts.begin(by: one.actor)
            for (place, file) in [(Place.clause("a"), "kk.md"), (.file("ru.md"), "ru.md")] {
                let seen = try await Self.mark(place, house)
                let theirs = "# Т\n\n## Т\n\n### a\n\nӨзгерді."
                try await drafts.save(
                    place, [file: place == .clause("a") ? "Өзгерді." : theirs], seen: seen, by: one.actor)
                await #expect(throws: DraftRefusal.changedMeanwhile) {
                    try await drafts.save(place, [file: "Менікі."], seen: seen, by: other.actor)
                }
                #expect(try await Self.standing(house).folder.files[file]?.contains("Өзгерді.") == true)
                // Having seen theirs, they may.
                try await drafts.save(
                    place, [file: "Менікі."], seen: try await Self.mark(place, house), by: other.actor)
            }
        }
    }

    @Test("tells its errors first, and is not proposed with them", arguments: Engine.available)
    func faulty(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let one = try await house.join("dana")
            let drafts = house.desk.drafts
            try await drafts.begin(by: one.actor)
            let text = try #require(try await Self.standing(house).folder.files["policy.yml"])
            try await drafts.save(
                .file("policy.yml"), ["policy.yml": text.replacing("  - number: 2\n", with: "  - number: 1\n")],
                seen: try await Self.mark(.file("policy.yml"), house), by: one.actor)
            let standing = try await Self.standing(house)
            #expect(standing.diagnostics.first?.severity == .error && standing.diagnostics.first?.line ?? 0 > 1)
            #expect(standing.change == nil && standing.difference?.isEmpty == false)
            await #expect(throws: PublicationRefusal.faulty) { try await drafts.propose([], by: one.actor) }
            #expect(try await house.desk.isProposed() == false)
        }
    }

    @Test("refuses a heading inside a clause, a place that is not there, and whoever is no administrator")
    func refused() async throws {
        try await PublicationHouse.run(on: .sqlite) { house in
            let one = try await house.join("dana")
            let drafts = house.desk.drafts
            await #expect(throws: DraftRefusal.notFound) { try await drafts.propose([], by: one.actor) }
            try await drafts.begin(by: one.actor)
            let seen = try await Self.mark(.clause("a"), house)
            await #expect(throws: DraftRefusal.heading(.kk)) {
                try await drafts.save(.clause("a"), ["kk.md": "Мәтін\n### b\n"], seen: seen, by: one.actor)
            }
            await #expect(throws: DraftRefusal.notFound) {
                try await drafts.save(.file("../lawpacks/kz.yml"), [:], seen: seen, by: one.actor)
            }
            await #expect(throws: DraftRefusal.notFound) {
                try await drafts.save(.clause("9.9"), ["kk.md": ""], seen: seen, by: one.actor)
            }
            let long = String(repeating: "а", count: DraftDesk.longest / 2 + 1)
            await #expect(throws: DraftRefusal.tooLong) {
                try await drafts.save(
                    .file("ru.md"), ["ru.md": long], seen: try await Self.mark(.file("ru.md"), house), by: one.actor)
            }
            let reviewer = Actor(.reviewer, person: one.person, session: one.session)
            await #expect(throws: DraftRefusal.notAdministrator) {
                try await drafts.save(.clause("a"), ["kk.md": "Мәтін"], seen: seen, by: reviewer)
            }
            #expect(try await drafts.revisions(of: "kk.md").count == 1)
        }
    }

    @Test("takes a folder’s files as new revisions where they differ", arguments: Engine.available)
    func taken(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let drafts = house.desk.drafts
            #expect(try await drafts.take(house.folder.now) == ["en.md", "kk.md", "policy.yml", "ru.md"])
            try house.changeFolder()
            #expect(try await drafts.take(house.folder.now) == ["policy.yml"])
            #expect(try await drafts.take(house.folder.now) == [])
            let standing = try await Self.standing(house)
            #expect(standing.files.map(\.revision) == [1, 1, 2, 1] && standing.change != nil)
        }
    }
}
