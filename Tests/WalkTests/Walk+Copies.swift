import Agreements
import Foundation
import HouseKit
import Ledger
import Permits
import Primitives
import Publication
import Registration
import Restoring
import Rights
import TestKit
import Testing
import Threads
import Vault

extension Walk {
    private static let place = Bytes("backups".utf8)
    private static let mostCopies = 3

    /// The epochs are turned, copies of keys end with their term, and what can become final does.
    mutating func turn() async throws {
        tell("the epochs are turned")
        try await world.house.gate.turnEpochs()
        for (subject, one) in model.erased where one.turned == nil && !one.isFinal {
            var turned = one
            turned.turned = clock.now
            model.erased[subject] = turned
        }
        for index in copies.indices where copies[index].hasKeys && copies[index].made + Model.keyCopies <= clock.now {
            try copies[index].endKeys()
        }
        if isCopied {
            let oldest = copies.filter(\.hasKeys).map(\.made).min()
            try await world.house.gate.noteKeyCopies(in: Self.place, oldest: oldest ?? clock.now)
        }
        let done = try await world.house.gate.finaliseErasures(keeping: Model.keyCopies)
        let due = model.erased.filter { _, one in
            !one.isFinal && one.turned.map { $0 + Model.keyCopies <= clock.now } == true
        }
        #expect(done == due.count, "\(story)")
        for subject in due.keys { model.erased[subject]?.isFinal = true }
        if !due.isEmpty {
            count("became final")
            // Each looks into all copies with all keys, which takes as long as a hundred steps.
            if met["became final", default: 0] % 5 == 1 { try await proveErased() }
        }
    }

    mutating func copy() async throws {
        tell("a copy is made")
        if copies.count == Self.mostCopies { try FileManager.default.removeItem(at: copies.removeFirst().folder) }
        copies.append(
            try await Copy(of: world, model, into: folder.appending(path: "copy-\(newNumber())")))
    }

    /// No copy of the data opens for anybody whose erasure is final, whatever keys are left; before that some may.
    mutating func proveErased() async throws {
        guard isCopied else { return }
        let over = Set(model.erased.filter(\.value.isFinal).keys)
        let waiting = Set(model.erased.keys).subtracting(over)
        let present = folder.appending(path: "keys-\(newNumber())")
        try FileManager.default.createDirectory(at: present, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: present) }
        let living = try await Copy(of: world, model, into: present.appending(path: "now"))
        for data in copies + [living] {
            for keys in copies.filter(\.hasKeys) + [living] {
                let open = try await Copy.whoOpens(data, with: keys, among: over.union(waiting))
                #expect(open.isDisjoint(with: over), "somebody whose erasure is final can be read: \(story)")
                if !open.isEmpty { count("could be read before it was final") }
            }
        }
    }

    /// The house is lost, and put back from an older copy; the ledger that is left tells who was erased since.
    mutating func restore() async throws {
        guard let copy = copies.last(where: \.hasKeys) else { return }
        tell("the copy of \(copy.made) is put back")
        let next = folder.appending(path: "house-\(newNumber())")
        try copy.laid(out: next, keysOf: copy)
        let lost = world
        world = try await World(in: next, clock: clock, law: law)
        let before = copy.model
        let expected = before.restored(over: model, at: clock.now)
        let (closed, replayed) = try await world.settle(from: copy.ledger, made: copy.made, after: lost)
        let stood = Set(before.persons.keys).union(before.archived.keys)
        #expect(closed == stood.intersection(expected.erased.keys).count, "\(story)")
        #expect(replayed.archived == Set(before.persons.keys).intersection(expected.archived.keys).count, "\(story)")
        #expect(replayed.policyLost == 0, "\(story)")
        for (what, times) in replayed.note { met["done again: \(what)", default: 0] += Int(times) ?? 0 }
        #expect(try await world.house.gate.returned(of: Array(expected.erased.keys)).isEmpty, "\(story)")
        #expect(try await world.house.gate.withoutKey().isEmpty, "\(story)")
        let newest = model
        model = expected
        try await keepInMind(before, newest)
        try await compare()
        try FileManager.default.removeItem(at: lost.folder)
    }

    /// Whoever gave the main consent after the copy is held, and nothing gives it again.
    private mutating func keepInMind(_ before: Model, _ newest: Model) async throws {
        for (subject, older) in before.persons where model.persons[subject] != nil {
            let held = try await world.rights.holds(on: subject).map(\.hold).filter { $0.ground == Hold.lostConsent }
            model.persons[subject]?.lost = Dictionary(uniqueKeysWithValues: held.map { ($0.id, $0.until) })
            let given = newest.persons[subject]?.consents["main"].flatMap { $0.until > clock.now ? $0.until : nil }
            if let given, older.due == nil, older.consents["main"]?.until != given {
                #expect(held.contains { $0.until == given }, "\(older.number) \(story)")
                count("a consent is lost, and kept in mind")
            }
        }
    }

    /// Nothing that was ever entered stands in any file as it is.
    func scan() throws {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard let content = try? Data(contentsOf: file, options: .alwaysMapped) else { continue }
            if Marker.isIn(content, of: markers) {
                Issue.record("\(file.lastPathComponent) holds what somebody entered: \(story)")
                return
            }
        }
    }

    /// The ledger, the rows and all that is left open fit together.
    func audit() async throws {
        _ = try await world.house.sequencer.sequence()
        let report = try await world.house.gate.audit(world.house.sequencer.verifier)
        #expect(report.isSound, "\(report) \(story)")
        try await compare()
    }

    /// Everybody is in the state in which the model has them.
    private func compare() async throws {
        for (subject, person) in model.persons {
            let (row, registration, holds) = try await world.house.gate.look { transaction in
                (
                    try SubjectStore(transaction).find(subject), try RegistrationStore(transaction).find(subject),
                    try HoldStore(transaction).standing(of: subject, at: clock.now)
                )
            }
            #expect(row?.state == (person.isBlocked ? .blocked : .living), "\(person.number) \(story)")
            #expect(registration?.number == person.number, "\(story)")
            #expect(
                try await world.notices.standing(of: subject).isByEmail == person.isTold, "\(person.number) \(story)")
            let held = person.holds.merging(person.lost) { $1 }.filter { $0.value > clock.now }
            #expect(Dictionary(uniqueKeysWithValues: holds.map { ($0.id, $0.until) }) == held, "\(story)")
        }
        for (subject, archived) in model.archived {
            let (row, kept) = try await world.house.gate.look { transaction in
                (try SubjectStore(transaction).find(subject), try ArchivedStore(transaction).find(subject))
            }
            #expect(row?.state == .archived && kept?.destroyAt == archived.until, "\(archived.number) \(story)")
        }
        for subject in Array(model.archived.keys) + model.erased.keys {
            let (threads, orders) = (try await world.threads.own(subject), try await world.orders.own(subject))
            #expect(threads.isEmpty && orders.isEmpty, "\(story)")
        }
        for subject in model.erased.keys {
            let (row, kept) = try await world.house.gate.look { transaction in
                (try SubjectStore(transaction).find(subject), try ArchivedStore(transaction).find(subject))
            }
            #expect(row?.state == .erased && kept == nil, "\(story)")
        }
    }
}
