import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("The number of a registration")
struct NumberTests {
    private static func holders(_ house: TestHouse) async throws -> [Row] {
        try await house.gate.look { try $0.rows("SELECT number, subject_id FROM registration_number ORDER BY number") }
    }

    @Test("is given once, leads to the registration, and is given up with it", arguments: Engine.available)
    func givenOnce(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let first = try await house.begin("Үлгіева", "Айгерім")
            let other = try await house.begin("Үлгібай", "Ғани")
            #expect(try await Self.holders(house).count == 2)
            let found = try await house.gate.look { transaction in
                try [first, other].map { try RegistrationStore(transaction).find(number: $0.number)?.subject }
            }
            #expect(found == [first.subject, other.subject])
            try await house.registrar.end(first.subject, by: .decline, session: first.session)
            #expect(try await Self.holders(house).map { try $0.text(0) } == [other.number])
        }
    }

    @Test("is not given to a second person", arguments: Engine.available)
    func unique(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            await #expect(throws: StorageError.self) {
                try await house.gate.perform { transaction in
                    try transaction.run(
                        """
                        INSERT INTO registration_number (number, subject_id)
                        VALUES (\(person.number), \(SubjectID(from: Randomness.system)))
                        """)
                }
            }
        }
    }

    @Test("also leads to one that an earlier programme beside this one has begun", arguments: Engine.available)
    func earlier(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.gate.perform { _ = try $0.run("DELETE FROM registration_number") }
            let found = try await house.gate.look { try RegistrationStore($0).find(number: person.number)?.subject }
            #expect(found == person.subject)
        }
    }
}
