import Consents
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Rights
import Storage
import TestKit
import Testing

/// Steps at random through a house and through the model beside it, which must agree after each.
struct Walk {
    let seed: UInt64
    let folder: URL
    /// Whether copies can be made of the rows here.
    let isCopied: Bool
    let law: LawPack
    let clock = ManualClock()
    var dice: Dice
    var world: World
    var model = Model()
    var copies: [Copy] = []
    /// Everything personal that was ever entered.
    var markers: Set<String> = []
    /// What was done, the newest last.
    var trail: [String] = []
    /// What the walk must have met to be worth something.
    var met: [String: Int] = [:]
    private var number = 0

    init(seed: UInt64, in folder: URL, database: (any Database)? = nil) async throws {
        self.seed = seed
        self.folder = folder
        isCopied = database == nil
        dice = Dice(seed: seed)
        guard let law = try TestHouse.policyFolder().read().lawPack else { throw TestHouseError.notFound("law pack") }
        self.law = law
        let first = folder.appending(path: "house-0")
        try FileManager.default.createDirectory(at: first, withIntermediateDirectories: true)
        world = try await World(in: first, database: database, clock: clock, law: law)
    }

    var living: [SubjectID] { model.persons.sorted { $0.value.order < $1.value.order }.map(\.key) }

    mutating func count(_ what: String) { met[what, default: 0] += 1 }

    mutating func newNumber() -> Int {
        number += 1
        return number
    }

    /// A word that nobody else has, in letters that names may have.
    mutating func marker() -> String {
        let word = Marker.word(newNumber())
        markers.insert(word)
        return word
    }

    /// One step, and the comparison after it.
    mutating func step() async throws {
        let (before, entries) = (try await world.state(), try await world.entries())
        let (editions, world) = (model.inForce, world.folder)
        try await act()
        if trail.count > 60 { trail.removeFirst(trail.count - 60) }
        let isSame = self.world.folder == world
        if isSame, try await self.world.state() != before {
            let now = try await self.world.entries()
            #expect(now > entries, "a state changed without an entry: \(story)")
        }
        #expect(try await self.world.edition.number == model.inForce, "\(editions) \(story)")
        for _ in 0..<2 { try await look() }
        clock.advance(by: .seconds(1))
    }

    var story: String { "seed \(seed)\n" + trail.suffix(25).joined(separator: "\n") }

    /// Somebody wants to see something, and gets it if the model says so.
    mutating func look() async throws {
        guard let subject = pick() else { return }
        let wish = dice.pick(Wish.reading)
        guard let person = model.persons[subject], let ask = wish.ask(subject, person.session) else { return }
        let may = model.allows(wish, on: subject, at: clock.now)
        let entries = try await world.entries()
        do {
            let record = try await world.house.gate.read(ask)
            #expect(may, "\(wish.name) of \(person.number) was let in: \(story)")
            for field in wish.fields {
                #expect(record[FieldNumber(field)]?.reveal() == person.fields[field]?.value, "\(field): \(story)")
            }
            count("let in: \(wish.name)")
        } catch let refusal as GateRefusal {
            #expect(!may, "\(wish.name) of \(person.number) was refused, \(refusal.reason): \(story)")
            count("refused: \(wish.name)")
        }
        #expect(try await world.entries() == entries + 1, "\(wish.name) left no entry: \(story)")
    }

    mutating func pick() -> SubjectID? { living.isEmpty ? nil : dice.pick(living) }

    /// Notes what is done next.
    mutating func tell(_ what: String, _ subject: SubjectID? = nil) {
        let who = subject.flatMap { model.persons[$0]?.number } ?? ""
        trail.append("\(clock.now) \(what) \(who)")
        count(what)
    }

    /// Does something to a person, which is refused when the model says that it may not be done.
    mutating func attempt(
        _ what: String, _ subject: SubjectID, may: Bool, _ body: (Model.Person) async throws -> Void
    ) async throws -> Bool {
        guard let person = model.persons[subject] else { return false }
        tell(what + (may ? "" : " (refused)"), subject)
        do {
            try await body(person)
            #expect(may, "\(what) was let through: \(story)")
            return may
        } catch let refusal where refusal is any Refusal {
            #expect(!may, "\(what) was refused, \(refusal): \(story)")
            return false
        }
    }
}
