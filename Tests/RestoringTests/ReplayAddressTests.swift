import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Restoring

@Suite("After a restore of older data, an address that was replaced since")
struct ReplayAddressTests {
    private static let (first, second) = ("aigerim@example.kz", "bekzat@example.kz")

    @Test("lets nobody in any more, and is found no more", arguments: Engine.available)
    func replaced(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let subject = person.subject
            let size = try await ReplayTests.later(house).count
            try await house.database.write { transaction in
                _ = try transaction.run("CREATE TABLE older_contact AS SELECT * FROM contact")
                _ = try transaction.run("CREATE TABLE older_address AS SELECT * FROM address")
            }
            house.clock.advance(by: .minutes(5))
            let session = try await house.session(of: person)
            let kept = try await house.registrar.askChange(of: .email, to: Self.second, of: subject, in: session)
            try await house.courier.round()
            _ = try await house.registrar.change(
                try await house.outbox.code(), kept: kept, of: subject, in: session)
            let entries = Array(try await ReplayTests.later(house).dropFirst(size))
            #expect(entries.map(\.entry.act) == [Act.confirmContact.rawValue])

            try await house.database.write { transaction in
                for table in ["contact", "address"] {
                    _ = try transaction.run(SQL(stringLiteral: "DELETE FROM \(table)"))
                    _ = try transaction.run(SQL(stringLiteral: "INSERT INTO \(table) SELECT * FROM older_\(table)"))
                }
            }
            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.replaced == 1 && outcome.note == ["replaced": "1"])
            let digests = try AddressBook(house.gate).digests(.email, Self.first).map(\.digest)
            #expect(try await house.gate.look { try AddressBook(house.gate).persons(digests, in: $0) } == [])
            // Nor does the index that is made anew find it.
            #expect(try await AddressIndex(house.gate).rebuild().entered == 0)
            #expect(try await house.gate.look { try AddressBook(house.gate).persons(digests, in: $0) } == [])
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }

    @Test("is not one that was confirmed for the first time", arguments: Engine.available)
    func first(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            _ = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            #expect(try await ReplayTests.later(house).allSatisfy { $0.entry.act != Act.confirmContact.rawValue })
        }
    }
}
