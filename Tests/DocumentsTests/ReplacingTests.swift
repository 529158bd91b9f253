import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Exchange of documents")
struct ReplacingTests {
    @Test("in a draft the new scan stands in the place of the old, which is destroyed", arguments: Engine.available)
    func draft(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let first = try await house.send(Files.jpeg(1_000), by: person)
            try await house.processing(.slicing).work()
            let second = try await house.send(Files.jpeg(2_000), replacing: first.id, by: person)
            let documents = try await house.documents(of: person)
            #expect(documents.map(\.id) == [second.id])
            #expect(documents.first?.round == 1)
            try await house.sweep().deleteAbandoned()
            let files = try house.files()
            let blob = try #require(second.blob)
            #expect(files == [blob.description])
        }
    }

    @Test("a scan that a reviewer asked for again is kept beside the new one; taking that out asks again")
    func askedAgain() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let first = try await house.send(Files.jpeg(1_000), by: person)
            try await house.send(Files.jpeg(1_000), .address, by: person)
            try await house.processing(.slicing).work()
            try await house.move(person, to: .sent)
            let now = house.clock.now
            let marked = try await house.house.gate.perform { transaction in
                try DocumentStore(transaction).review(first.id, of: person.subject, .askedAgain("unreadable"), at: now)
            }
            #expect(marked)
            try await house.move(person, to: .moreAsked)
            await #expect(throws: IntakeRefusal.closed) {
                try await house.send(Files.jpeg(1_000), .address, by: person)
            }
            await #expect(throws: IntakeRefusal.closed) {
                try await house.intake().remove(first.id, of: person.subject, session: person.session)
            }
            var missing = try await self.missing(house, person)
            #expect(missing == [.askedAgain(.identity)])

            let second = try await house.send(Files.jpeg(3_000), by: person)
            #expect(second.round == 2 && second.replaces == first.id)
            var states = try await house.documents(of: person).map(\.state)
            #expect(states == [.replaced, .ready, .received])
            missing = try await self.missing(house, person)
            #expect(missing == [.beingRead(second.id)])

            let third = try await house.send(Files.jpeg(4_000), replacing: second.id, by: person)
            #expect(third.round == 2 && third.replaces == first.id)
            try await house.intake().remove(third.id, of: person.subject, session: person.session)
            states = try await house.documents(of: person).map(\.state)
            #expect(states == [.askedAgain, .ready])
        }
    }

    @Test("a compulsory kind is missing until a scan of it can be seen", arguments: Engine.available)
    func missing(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            var missing = try await self.missing(house, person)
            #expect(missing == [.compulsory(.identity)])
            let document = try await house.send(Files.jpeg(1_000), by: person)
            missing = try await self.missing(house, person)
            #expect(missing == [.beingRead(document.id)])
            try await house.processing(.slicing).work()
            missing = try await self.missing(house, person)
            #expect(missing.isEmpty)
            try await house.intake().remove(document.id, of: person.subject, session: person.session)
            missing = try await self.missing(house, person)
            #expect(missing == [.compulsory(.identity)])
        }
    }

    private func missing(_ house: DocumentHouse, _ person: Person) async throws -> [MissingDocument] {
        let edition = house.house.edition
        return try await house.house.gate.look {
            try DocumentStore($0).missing(of: person.subject, under: edition)
        }
    }
}
