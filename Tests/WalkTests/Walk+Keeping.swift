import Archive
import Foundation
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Rights
import TestKit
import Testing

extension Walk {
    private static func officer() -> Actor {
        Actor("dpo", person: SubjectID(from: .system), session: Bytes(repeating: 3, count: 32))
    }

    /// A person's data are held from destruction, or released.
    mutating func keep() async throws {
        guard let subject = pick(), let person = model.persons[subject] else { return }
        if let hold = person.holds.keys.min(by: { $0.description < $1.description }), dice.roll(0...3) > 0 {
            try await release(hold, of: subject)
        } else {
            try await hold(subject)
        }
    }

    private mutating func hold(_ subject: SubjectID) async throws {
        let (desk, reference) = (world.rights, "2-\(newNumber())")
        let day = Day(of: clock.now, hoursEast: 5).adding(months: dice.pick([0, 0, 0, 0, 1, 12]))
        let may = model.allows(Wish.holding, on: subject, at: clock.now)
        let done = try await attempt("is held", subject, may: may) {
            try await desk.hold($0.number, on: "dispute", reference: reference, until: day, by: Self.officer())
        }
        guard done else { return }
        for standing in try await desk.holds(on: subject) where standing.hold.reference == reference {
            model.persons[subject]?.holds[standing.hold.id] = Model.end(of: day)
        }
    }

    private mutating func release(_ hold: Identifier<Hold>, of subject: SubjectID) async throws {
        let (desk, stands) = (world.rights, (model.persons[subject]?.holds[hold] ?? clock.now) > clock.now)
        let may = stands && model.allows(Wish.releasing, on: subject, at: clock.now)
        let done = try await attempt("is released", subject, may: may) {
            try await desk.release(hold, of: $0.number, by: Self.officer())
        }
        if done { model.persons[subject]?.holds[hold] = nil }
    }

    /// The purposes have ended: what a law has kept goes to the archive, all the rest is destroyed.
    mutating func destroy(_ subject: SubjectID) async throws {
        guard let person = model.persons[subject] else { return }
        let isKept = person.orders.contains(where: \.isKept)
        let wish: Wish = isKept ? .archiving : .erasing
        let may = model.allows(wish, on: subject, at: clock.now)
        let house = world.house
        let done = try await attempt(wish.name, subject, may: may) { _ in
            try await house.gate.erase(
                Ask(.erase, by: Self.officer(), on: subject, for: .rights), steps: house.registrar.erasure)
        }
        if person.isHeld(at: clock.now), !done { count("is not destroyed while held") }
        guard done else { return }
        model.end(subject, at: clock.now)
        // The house may be lost at any time, also right after.
        if isCopied, isKept, dice.roll(0...1) == 0 { try await restore() }
    }

    /// What is archived is opened by nobody for their work; by two, on a ground of the law, it is.
    mutating func visitArchive() async throws {
        let sorted = model.archived.sorted { $0.value.order < $1.value.order }
        guard !sorted.isEmpty else { return }
        let (subject, archived) = dice.pick(sorted)
        if dice.roll(0...1) == 0 { return try await openArchive(of: archived) }
        let wish = dice.pick(Wish.reading)
        guard let ask = wish.ask(subject, archived.session) else { return }
        trail.append("\(clock.now) \(wish.name) of \(archived.number), who is archived, in vain")
        let entries = try await world.entries()
        do {
            _ = try await world.house.gate.read(ask)
            Issue.record("\(wish.name) of \(archived.number), who is archived, was let in: \(story)")
        } catch let refusal as GateRefusal {
            let isOpen = wish.editions(model.now.variant) && model.now.void.isDisjoint(with: wish.clauses)
            #expect(!isOpen || refusal.reason == .archived, "\(refusal.reason): \(story)")
        }
        #expect(try await world.entries() == entries + 1, "\(story)")
        count("an archived person is closed to work")
    }

    private mutating func openArchive(of archived: Model.Archived) async throws {
        let may = model.now.void.isDisjoint(with: Wish.archiving.clauses)
        tell("the archive is opened" + (may ? "" : " (refused)"))
        trail.append("  \(archived.number)")
        let desk = ArchiveDesk(gate: world.house.gate, law: law, time: clock.source)
        let (first, second) = (Self.officer(), Self.officer())
        do {
            try await desk.ask(archived.number, on: "tax_inspection", reference: "14/2026", by: first)
            let opened = try await desk.open(archived.number, code: "", by: second)
            let (fields, content) = (archived.fields.map { ("\($0)", $1) }, opened.content.reveal())
            #expect(may, "the archive was opened: \(story)")
            #expect(content.fields == Dictionary(uniqueKeysWithValues: fields), "\(story)")
            #expect(Set(content.things.compactMap { $0.facts["order"] }) == archived.orders, "\(story)")
            // What was agreed to, and no words of anybody.
            for text in content.things.compactMap(\.text) {
                #expect(!Marker.isIn(Data(text.utf8), of: markers), "\(story)")
            }
        } catch let refusal as GateRefusal {
            #expect(!may, "the archive is closed, \(refusal.reason): \(story)")
            try await desk.takeBack(archived.number, by: first)
        }
    }
}
