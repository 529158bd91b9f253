import Blobs
import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A document of yesterday that was put back")
struct PutBackTests {
    @Test("is named when it had been exchanged for another", arguments: Engine.available)
    func exchanged(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (person, first) = try await Self.read(in: house)
            try await Yesterday.kept(of: house) { yesterday in
                let second = try await house.send(Files.jpeg(2_000), replacing: first.id, by: person)
                try await house.processing(.slicing).work()
                try await house.sweep().deleteAbandoned()
                #expect(try await house.audit().faults == [])
                try await yesterday.putBack(first)
                try await Self.expect(house, first, "was put back: its scan went with entry ")
                // With the row of its successor gone too, as if it had never come.
                try await house.tamper("DELETE FROM page WHERE document = \(second.id)")
                try await house.tamper("DELETE FROM document WHERE id = \(second.id)")
                let faults = try await house.audit().faults
                #expect(faults.count == 2 && faults.contains { $0.contains("\(second.id) has lost its row (entry ") })
            }
        }
    }

    @Test("is named when it had been taken out", arguments: Engine.available)
    func removed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (person, document) = try await Self.read(in: house)
            try await Yesterday.kept(of: house) { yesterday in
                try await house.intake().remove(document.id, of: person.subject, session: person.session)
                try await yesterday.putBack(document)
                try await Self.expect(house, document, "was put back: its scan went with entry ")
            }
        }
    }

    @Test("is named when only its pages are there again, or only its reading", arguments: Engine.available)
    func parts(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (person, document) = try await Self.read(in: house)
            try await Yesterday.kept(of: house) { _ in
                try await house.intake().remove(document.id, of: person.subject, session: person.session)
                try await house.tamper("INSERT INTO page SELECT * FROM page_kept WHERE document = \(document.id)")
                try await Self.expect(house, document, "was put back: its scan went with entry ")
                try await house.tamper("DELETE FROM page WHERE document = \(document.id)")
                #expect(try await house.audit().faults == [])
                try await house.tamper("UPDATE document SET reading = \(Bytes([1])) WHERE id = \(document.id)")
                try await Self.expect(house, document, "was put back: its scan went with entry ")
            }
        }
    }

    @Test("is named when its term was over and it had been destroyed", arguments: Engine.available)
    func destroyed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (person, document) = try await Self.read(in: house)
            try await Yesterday.kept(of: house) { yesterday in
                try await house.sweep().destroyScans(of: person.subject)
                try await house.sweep().deleteAbandoned()
                try await yesterday.putBack(document)
                try await Self.expect(house, document, "was put back: its scan went with entry ")
            }
        }
    }

    @Test(
        "is named when its pages had not been made, or its file not been refused, at that time",
        arguments: Engine.available)
    func earlier(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let first = try await house.send(Files.jpeg(1_000), by: person)
            let second = try await house.send(Files.jpeg(1_000), .address, by: person)
            try await Yesterday.kept(of: house) { yesterday in
                try await house.processing(.slicing).work(most: 1)
                try await house.processing(.failing(PageFailure.refused(.damaged))).work()
                #expect(try await house.audit().faults == [])
                try await yesterday.putBack(first)
                try await Self.expect(house, first, "was put back: its pages were made with entry ")
                try await yesterday.putBack(second)
                let faults = try await house.audit().faults
                #expect(faults.contains { $0.contains("\(second.id) was put back: its file was refused with entry ") })
            }
        }
    }

    @Test("is named when another scan stands in its place, beside which it is kept", arguments: Engine.available)
    func kept(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (person, document) = try await Self.read(in: house)
            try await house.askAgain(document, of: person)
            try await Yesterday.kept(of: house) { yesterday in
                try await house.send(Files.jpeg(2_000), by: person)
                try await yesterday.putBack(document)
                try await Self.expect(house, document, "was put back: another scan came in its place with entry ")
            }
        }
    }

    @Test("is named when it was still coming, and when nothing tells of it at all", arguments: Engine.available)
    func coming(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let upload = try await house.upload(1_000, by: person)
            try await upload.append(Files.jpeg(1_000))
            let coming = try #require(try await house.documents(of: person).first)
            try await Yesterday.kept(of: house) { yesterday in
                let document = try await upload.finish()
                try await yesterday.putBack(coming)
                try await Self.expect(house, document, "was put back: it was received with entry ")
                let nobody = SubjectID(from: .system)
                try await house.tamper(
                    "UPDATE document SET subject_id = \(nobody), state = 'received' WHERE id = \(upload.id)")
                let faults = try await house.audit().faults
                #expect(faults.count == 2)
                #expect(faults.contains("person \(nobody): document \(upload.id) stands in no entry"))
                #expect(
                    faults.contains {
                        $0.hasPrefix("person \(person.subject): document \(upload.id) has lost its row (entry ")
                    })
            }
        }
    }

    private static func read(in house: DocumentHouse) async throws -> (Person, DocumentRow) {
        let person = try await house.person()
        try await house.send(Files.jpeg(1_000), by: person)
        try await house.processing(.slicing).work()
        return (person, try #require(try await house.documents(of: person).first))
    }

    private static func expect(_ house: DocumentHouse, _ document: DocumentRow, _ finding: String) async throws {
        let faults = try await house.audit().faults
        let named = "person \(document.subject): document \(document.id) \(finding)"
        #expect(faults.count == 1 && faults.allSatisfy { $0.hasPrefix(named) }, "\(faults)")
    }
}
