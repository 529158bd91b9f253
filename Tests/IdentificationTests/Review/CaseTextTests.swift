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

@Suite("What is written about a case")
struct CaseTextTests {
    @Test("is kept apart: a note and the words of a refusal survive each other", arguments: Engine.available)
    func apart(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let (first, second, third) = (review.reviewer(), review.reviewer(), review.reviewer())
            _ = try await review.desk.take(person.number, by: first.id)
            try await review.desk.putAside(person.number, note: "Күтіледі", by: first.actor)
            try await review.refuse(person, by: first, words: "Мерзімі өткен")
            #expect(try await review.texts(to: person) == [.decision: "Мерзімі өткен"])

            try await review.house.registrar.object(
                person.subject, words: "Жаңасы бар", session: person.session)
            _ = try await review.desk.take(person.number, by: second.id)
            try await review.desk.putAside(person.number, note: "Жаңасы күтіледі", by: second.actor)
            let open = try await review.open(person, by: third)
            #expect(
                open.texts.mapValues { $0.reveal() } == [
                    .decision: "Мерзімі өткен", .note: "Жаңасы күтіледі", .objection: "Жаңасы бар",
                ])
            #expect(open.registration.reason == "document_expired")

            try await review.refuse(person, by: third, words: "Жаңасы да өткен")
            #expect(
                try await review.texts(to: person) == [.decision: "Жаңасы да өткен", .objection: "Жаңасы бар"])
            let note = try await review.house.gate.look { transaction in
                let row = try #require(try RegistrationStore(transaction).find(person.subject))
                return try RegistrationStore(transaction).texts([.note], of: row).count
            }
            #expect(note == 1)
        }
    }

    @Test("opens with the case, under the one act that names its fields", arguments: Engine.available)
    func oneAct(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let (first, second) = (review.reviewer(), review.reviewer())
            try await review.refuse(person, by: first)
            try await review.house.registrar.object(person.subject, words: "Жаңасы бар", session: person.session)
            let open = try await review.open(person, by: second)
            #expect(open.texts[.objection]?.reveal() == "Жаңасы бар")
            let acts = try await review.entries(person).filter { $0.role == "reviewer" && $0.act == "openCase" }
            #expect(acts.count == 1)
            #expect(Set(acts[0].fields).isSuperset(of: [30, 31, 33]))
            let objection = try await review.entries(person).first { $0.act == "objection" }
            #expect(objection?.fields == [33])
        }
    }

    @Test("is shown to the first reviewer as far as it is theirs: nothing of an objection", arguments: Engine.available)
    func noObjection(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let reviewer = review.reviewer()
            #expect(try await review.open(person, by: reviewer).texts.isEmpty)
            try await review.refuse(person, by: reviewer)
            try await review.house.registrar.object(person.subject, session: person.session)
            let open = try await review.open(person, by: review.reviewer())
            #expect(open.texts.mapValues { $0.reveal() } == [.decision: "2020"])
        }
    }

    @Test("by the person is at most a thousand characters; what is longer changes nothing", arguments: Engine.available)
    func tooLong(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            try await review.refuse(person, by: review.reviewer())
            let long = String(repeating: "ө", count: 1_001)
            await #expect(throws: RegistrationRefusal.fields([FieldProblem("objection", .tooLong)])) {
                try await review.house.registrar.object(person.subject, words: long, session: person.session)
            }
            #expect(try await review.house.registration(of: person)?.state == .refused)
            let words = String(long.dropLast())
            try await review.house.registrar.object(person.subject, words: words, session: person.session)
            #expect(try await review.texts(to: person)[.objection] == words)
        }
    }

    @Test("goes when the person applies again, and with the person", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let (first, second) = (review.reviewer(), review.reviewer())
            try await review.refuse(person, by: first)
            try await review.house.registrar.object(person.subject, words: "Жаңасы бар", session: person.session)
            _ = try await review.desk.take(person.number, by: second.id)
            try await review.desk.putAside(person.number, note: "Күтіледі", by: second.actor)
            try await review.refuse(person, by: second)
            try await review.house.registrar.applyAgain(person.subject, session: person.session)
            let left = try await review.house.gate.look { transaction in
                let row = try #require(try RegistrationStore(transaction).find(person.subject))
                return try RegistrationStore(transaction).texts(CaseText.allCases, of: row).count
            }
            #expect(left == 0)
            try await review.house.registrar.end(person.subject, by: .decline, session: person.session)
            #expect(try await review.house.count("registration") == 0)
        }
    }
}

extension ReviewHouse {
    func texts(to person: Person) async throws -> [CaseText: String] {
        try await house.registrar.texts(to: person.subject, session: person.session).mapValues { $0.reveal() }
    }
}
