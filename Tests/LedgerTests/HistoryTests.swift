import Ledger
import Primitives
import Storage
import TestKit
import Testing

@Suite("A person's history")
struct HistoryTests {
    @Test("is told the newest first, of this person alone", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let (person, other) = (SubjectID(from: house.randomness.source), SubjectID(from: house.randomness.source))
            for act in ["register", "send", "review", "approve"] {
                try await house.append([house.entry(act, about: person)], subject: person)
                try await house.append([house.entry("read", about: other), house.entry("publish")], subject: other)
            }
            let acts = try await house.database.read { try LedgerStore($0).history(of: person, limit: 10).map(\.act) }
            #expect(acts == ["approve", "review", "send", "register"])
            let newest = try await house.database.read { try LedgerStore($0).history(of: person, limit: 2).map(\.act) }
            #expect(newest == ["approve", "review"])
            let count = try await house.database.read { try LedgerStore($0).historyCount(of: person) }
            #expect(count == 4)
        }
    }

    @Test(
        "read page by page is the whole, also where several acts have one instant", arguments: Engine.available,
        [1, 2, 3, 7, 50])
    func pages(engine: Engine, limit: Int) async throws {
        try await LedgerHouse.with(engine) { house in
            let person = SubjectID(from: house.randomness.source)
            for count in [1, 4, 1, 1, 5, 2] {
                try await house.append((0..<count).map { _ in house.entry(about: person) }, subject: person)
            }
            var (read, before): ([LedgerEntry], Instant?) = ([], nil)
            while true {
                let start = before
                let page = try await house.database.read {
                    try LedgerStore($0).history(of: person, before: start, limit: limit)
                }
                guard let last = page.last else { break }
                read += page
                before = last.at
            }
            #expect(read.count == 14)
            #expect(Set(read).count == 14)
            #expect(read.map(\.at) == read.map(\.at).sorted(by: >))
        }
    }

    @Test("is deleted with the person, and the entries stay in the tree", arguments: Engine.available)
    func deleted(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let (person, other) = (try await house.person(), try await house.person())
            let entry = try await house.database.read { try LedgerStore($0).history(of: person, limit: 1)[0] }
            let found = try await house.database.read { try LedgerStore($0).entry(entry.id, of: person) }
            #expect(found == entry)
            let foreign = try await house.database.read { try LedgerStore($0).entry(entry.id, of: other) }
            #expect(foreign == nil)
            try await house.database.write { try LedgerStore($0).deleteHistory(of: person) }
            try await house.sequencer().sequence()
            let counts = try await house.database.read { transaction in
                [
                    try LedgerStore(transaction).historyCount(of: person),
                    try LedgerStore(transaction).historyCount(of: other),
                ]
            }
            #expect(counts == [0, 4])
            let entries = try await house.sequenced()
            #expect(entries.count == 8)
        }
    }

    @Test("begins with the entry, or neither is there", arguments: Engine.available)
    func together(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let person = SubjectID(from: house.randomness.source)
            let entry = house.entry(about: person)
            await #expect(throws: LedgerError.forked) {
                try await house.database.write { transaction in
                    try LedgerStore(transaction).append(entry, subject: person)
                    throw LedgerError.forked
                }
            }
            let left = try await house.database.read { transaction in
                (try LedgerStore(transaction).oldestPending(), try LedgerStore(transaction).historyCount(of: person))
            }
            #expect(left.0 == nil)
            #expect(left.1 == 0)
        }
    }
}
