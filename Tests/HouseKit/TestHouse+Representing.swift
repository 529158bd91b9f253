import Access
import Policy
import Primitives
import Registration
import TestKit

extension TestHouse {
    /// Somebody who has sent a registration of their own, in their session.
    package func representative(_ email: String = "aigerim@example.kz") async throws -> Session {
        try await session(of: try await register("Үлгіева", "Айгерім", email: email))
    }

    /// A child without an address of their own, whom a representative has begun to register.
    package func child(of representative: Session) async throws -> Person {
        let name = try PersonName(family: "Үлгіева", given: "Дана", patronymic: "")
        return Person(
            try await registrar.begin(
                try beginning(Applicant(.child, name: name), by: Representing(by: representative, until: today + 1_000))
            ))
    }

    package var today: Day { Day(of: clock.now, hoursEast: 5) }

    /// To what ``agree(toMinor:in:isProven:)`` agrees.
    package static let statement = "Тіркелуіне келісемін."

    /// A legal representative agrees to the registration of somebody from 14 to 17.
    package func agree(toMinor number: String, in own: Session, isProven: Bool = true) async throws {
        try await registrar.agree(toMinor: number, by: Self.statement, in: .kk, of: own, isProven: isProven)
    }

    package func session(of person: Person) async throws -> Session {
        guard let session = try await Sessions(gate: gate, time: clock.source).find(person.session) else {
            throw TestHouseError.notFound("session")
        }
        return session
    }

    /// The first form of an applicant, filled in.
    package func beginning(_ applicant: Applicant, by representing: Representing? = nil) throws -> Registrar.Beginning {
        Registrar.Beginning(
            applicant, isDeclared: true, isAgreed: true, optional: [], language: .kk, edition: edition.number,
            submission: Randomness.system.bytes(16), representing: representing)
    }
}

extension Day {
    /// The last day of an authority, long after the others of a test.
    package static var authority: Day { Day(year: 2099, month: 12, day: 31) ?? Day(daysSince1970: 0) }
}
