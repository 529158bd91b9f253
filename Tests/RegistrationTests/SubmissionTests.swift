import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("The first form of a registration")
struct SubmissionTests {
    @Test("sent sixteen times at once begins one registration", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let begun = try await withThrowingTaskGroup(of: Registrar.Begun.self) { group in
                for _ in 0..<16 { group.addTask { try await house.registrar.begin(beginning) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(begun.map(\.subject)).count == 1)
            #expect(Set(begun.map(\.number)).count == 1)
            #expect(Set(begun.map(\.token)).count == 16)
            for table in ["subject", "registration", "submission", "consent"] {
                let rows = try await house.count(table)
                #expect(rows == 1, "\(table)")
            }
        }
    }

    @Test("sent again after the policy has changed is the registration that was begun", arguments: Engine.available)
    func afterAnotherEdition(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            try await house.publishNextEdition()
            let second = try await house.registrar.begin(beginning)
            #expect(second.subject == first.subject)
            await #expect(throws: RegistrationRefusal.otherEdition) {
                _ = try await house.registrar.begin(try house.beginning("Ойдан", "Бекзат"))
            }
        }
    }

    @Test("sent again days later, nothing added since, is the one that was begun", arguments: Engine.available)
    func daysLater(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            house.clock.advance(by: .days(3))
            let second = try await house.registrar.begin(beginning)
            #expect(second.subject == first.subject)
        }
    }

    @Test("sent again within minutes is the registration, whatever was added", arguments: Engine.available)
    func minutesLater(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            try await house.confirm(.email, "aigerim@example.kz", of: Person(first))
            house.clock.advance(by: .minutes(9))
            let second = try await house.registrar.begin(beginning)
            #expect(second.subject == first.subject)
        }
    }

    @Test("sent again later opens nothing that was added since, and begins another", arguments: Engine.available)
    func whenItHasGoneOn(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            try await house.confirm(.email, "aigerim@example.kz", of: Person(first))
            house.clock.advance(by: .minutes(11))
            let second = try await house.registrar.begin(beginning)
            #expect(second.subject != first.subject)
            let third = try await house.registrar.begin(beginning)
            #expect(third.subject == second.subject)
        }
    }

    @Test("sent again later by the browser that holds the registration is that one", arguments: Engine.available)
    func byItsHolder(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            try await house.confirm(.email, "aigerim@example.kz", of: Person(first))
            house.clock.advance(by: .minutes(11))
            let second = try await house.registrar.begin(beginning.held(by: first.subject))
            #expect(second.subject == first.subject)
        }
    }

    @Test("sent again after the registration was sent begins another", arguments: Engine.available)
    func afterSending(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            try await house.confirm(.email, "aigerim@example.kz", of: Person(first))
            try await house.registrar.send(first.subject, session: Person(first).session)
            let second = try await house.registrar.begin(beginning)
            #expect(second.subject != first.subject)
        }
    }
}

extension Registrar.Beginning {
    /// The same, from the browser that holds a registration.
    fileprivate func held(by holder: SubjectID) -> Registrar.Beginning {
        Registrar.Beginning(
            name: applicant.name, isDeclared: isDeclared, isAgreed: isAgreed, optional: optional, language: language,
            edition: edition, submission: submission, holder: holder)
    }
}
