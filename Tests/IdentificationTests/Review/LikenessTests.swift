import Access
import Documents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Identification

@Suite("Another registration")
struct LikenessTests {
    @Test("with the same document is told to the reviewer by its number", arguments: Engine.available)
    func sameDocument(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.card])
            let third = try await review.sent("third@example.kz", scans: [Scan.other])
            #expect(try await review.likenesses(of: second) == ["sameDocument \(first.number)"])
            #expect(try await review.likenesses(of: first) == ["sameDocument \(second.number)"])
            #expect(try await review.likenesses(of: third).isEmpty)
        }
    }

    @Test("with another document of the same person is found by the IIN", arguments: Engine.available)
    func sameIIN(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.passport])
            #expect(try await review.likenesses(of: second) == ["sameIIN \(first.number)"])
        }
    }

    @Test("with the same confirmed telephone is told; one that is not confirmed is not", arguments: Engine.available)
    func sameTelephone(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let telephone = "8 777 000 11 22"
            let first = try await review.sent("first@example.kz", telephone: telephone)
            let second = try await review.sent("second@example.kz", telephone: telephone)
            let third = try await review.begun("third@example.kz")
            try await review.house.registrar.storeContact(
                .telephone, try Registrar.normalised(.telephone, telephone), of: third.subject, session: third.session)
            try await review.house.registrar.send(third.subject, session: third.session)
            #expect(try await review.likenesses(of: second) == ["sameTelephone \(first.number)"])
            #expect(try await review.likenesses(of: third).isEmpty)
        }
    }

    @Test("is looked up by the machine, once in a viewing, on record with both persons", arguments: Engine.available)
    func onRecord(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.card])
            let reviewer = review.reviewer()
            let opened = try await review.open(second, by: reviewer)
            let again = try await review.open(second, by: reviewer, viewing: opened.viewing)
            #expect(again.viewing == opened.viewing)
            #expect(again.remarks == opened.remarks)
            for person in [first, second] {
                let lookups = try await review.entries(person).filter { $0.act == "lookup" }
                #expect(lookups.map(\.role) == ["imaging"])
                #expect(lookups.map(\.fields) == [[27]])
                #expect(lookups.map(\.purpose) == ["identification"])
                #expect(lookups.map(\.clause) == ["2.2.2"])
                #expect(lookups.map(\.caseID) == [second.number])
            }
        }
    }

    @Test("that was not sent is nobody's business, and nothing about it is on record", arguments: Engine.available)
    func draft(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let draft = try await review.begun("draft@example.kz")
            try await review.scan(Scan.file(Scan.card), by: draft)
            let person = try await review.sent("second@example.kz", scans: [Scan.card])
            #expect(try await review.likenesses(of: person).isEmpty)
            #expect(try await review.entries(draft).filter { $0.act == "lookup" }.isEmpty)
        }
    }

    @Test("ends with the person, also while a reviewer looks", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.card])
            let reviewer = review.reviewer()
            let opened = try await review.open(second, by: reviewer)
            #expect(opened.remarks.contains { $0.code == .sameDocument })
            try await review.house.registrar.end(
                first.subject, by: .withdrawRegistration, session: first.session)
            let later = try await review.open(second, by: reviewer, viewing: opened.viewing)
            #expect(!later.remarks.contains { $0.code == .sameDocument })
            try await review.desk.release(second.number, by: reviewer.id)
            #expect(try await review.likenesses(of: second).isEmpty)
            // The two digests of the second person's document are left: of its number and of the IIN.
            #expect(try await review.house.count("document_mark") == 2)
        }
    }

    @Test("is found no more once its scans are destroyed", arguments: Engine.available)
    func destroyed(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.card])
            try await review.documents.sweep.destroyScans(of: first.subject)
            #expect(try await review.likenesses(of: second).isEmpty)
            #expect(try await review.house.count("document_mark") == 2)
        }
    }

    @Test("of a person who is blocked is left out, which is on record", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.card])
            try await review.house.gate.perform { transaction in
                try transaction.lock(first.subject, .exclusive)
                try SubjectStore(transaction).setState(.blocked, of: first.subject)
            }
            #expect(try await review.likenesses(of: second).isEmpty)
            let lookups = try await review.entries(first).filter { $0.act == "lookup" }
            #expect(lookups.map(\.outcome) == [.refused("blocked")])
        }
    }

    @Test("is not believed when only the index says so", arguments: Engine.available)
    func index(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz", scans: [Scan.card])
            let second = try await review.sent("second@example.kz", scans: [Scan.card])
            try await review.house.gate.perform {
                try $0.run("UPDATE document SET marks = NULL WHERE subject_id = \(first.subject)")
            }
            #expect(try await review.likenesses(of: second).isEmpty)
        }
    }
}

@Suite("A file")
struct SameFileTests {
    @Test("sent twice, or under two kinds, is told to the reviewer", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.begun("first@example.kz")
            let file = Scan.file(Scan.card)
            let card = try await review.scan(file, by: person)
            let proof = try await review.scan(file, "address_proof", by: person)
            try await review.scan(Scan.file(Scan.card, mark: "of another file"), "other", by: person)
            try await review.house.registrar.send(person.subject, session: person.session)
            let open = try await review.open(person, by: review.reviewer())
            #expect(open.remarks.contains { $0.code == .sameFile })
            let twins = open.documents.map { document in (document.id, open.twins(of: document).map(\.id)) }
            #expect(twins.filter { !$0.1.isEmpty }.map(\.0) == [card, proof])
            #expect(twins.flatMap(\.1) == [proof, card])
        }
    }

    @Test("of another person is another one: its digest is made with that person's key", arguments: Engine.available)
    func anotherPerson(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let people = [
                try await review.sent("first@example.kz", scans: [Scan.other]),
                try await review.sent("second@example.kz", scans: [Scan.other]),
            ]
            let prints = try await review.house.gate.look { transaction in
                try people.flatMap { try DocumentStore(transaction).all(of: $0.subject).map(\.fingerprint) }
            }
            #expect(prints.count == 2 && !prints.contains(nil))
            #expect(Set(prints).count == 2)
            let open = try await review.open(people[1], by: review.reviewer())
            #expect(!open.remarks.contains { $0.code == .sameFile })
        }
    }
}

extension ReviewHouse {
    /// What a reviewer who opens the case is told of other registrations; the case is given back afterwards.
    func likenesses(of person: Person) async throws -> [String] {
        let reviewer = reviewer()
        let open = try await open(person, by: reviewer)
        try await desk.release(person.number, by: reviewer.id)
        return open.remarks.flatMap { remark in remark.others.map { "\(remark.code.rawValue) \($0)" } }
    }

    /// All entries about a person, the oldest first where times differ.
    func entries(_ person: Person) async throws -> [LedgerEntry] {
        try await house.gate.history(of: person.subject, limit: 1_000).reversed()
    }
}
