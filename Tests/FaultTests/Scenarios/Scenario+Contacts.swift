import Access
import HouseKit
import Messages
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

extension Scenario {
    private static let address = "aigerim@example.kz"

    static let contacts = [
        Scenario("an e-mail address given, and a code to it") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            return Deed(
                grain: .steps, besides: ["subject"], repeats: true,
                act: { try await give(address, of: person, in: $0) },
                present: { try await expect($0, .email, address, of: $1) })
        },
        Scenario("an e-mail address exchanged for another one") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await house.house.confirm(.email, address, of: person)
            house.house.clock.advance(by: .minutes(2))
            return Deed(
                grain: .steps, besides: ["subject"], repeats: true,
                act: { try await give("other@example.kz", of: person, in: $0) },
                present: { try await expect($0, .email, "other@example.kz", of: $1) })
        },
        Scenario("an address confirmed by its code") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            _ = try await give(address, of: person, in: house)
            try await house.house.courier.round()
            let code = try await house.house.outbox.code()
            return Deed(
                grain: .steps,
                act: { house in
                    try await house.house.registrar.confirm(
                        code, .email, of: person.subject, session: person.session)
                    return person.number
                },
                present: { house, _ in try await expectHolder(person.subject, in: house) })
        },
        Scenario("a message that the courier takes out") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            _ = try await give(address, of: person, in: house)
            return Deed(
                // Whoever died has claimed it for two minutes.
                grain: .steps, repeats: true, patience: .minutes(3),
                act: { house in
                    try await house.house.courier.round()
                    return person.number
                })
        },
        Scenario("a code to sign in") { house in
            let person = try await house.house.register("Үлгіева", "Айгерім", email: address)
            house.house.clock.advance(by: .minutes(61))
            return Deed(
                // Whoever lost the answer asks again, in a session of another name.
                grain: .steps, besides: ["code", "message", "session"],
                act: { house in
                    _ = try await house.house.signIn.askCode(.email, field: .email, address: address)
                    try await house.house.signIn.dispatch()
                    return person.number
                },
                onward: { house in
                    try await house.house.courier.round()
                    #expect(try await house.house.outbox.code().count == 6)
                })
        },
        Scenario("signing in by a code") { house in
            let person = try await house.house.register("Үлгіева", "Айгерім", email: address)
            house.house.clock.advance(by: .minutes(61))
            let token = try await house.house.signIn.askCode(.email, field: .email, address: address)
            try await house.house.signIn.dispatch()
            try await house.house.courier.round()
            let code = try await house.house.outbox.code()
            return Deed(
                grain: .steps,
                act: { house in
                    _ = try await house.house.signIn.enter(code: code, session: Session.digest(of: token))
                    return person.number
                })
        },
    ]

    /// - Returns: whose address it is.
    private static func give(_ address: String, of person: Person, in house: FaultHouse) async throws -> String {
        try await house.house.registrar.setContact(.email, to: address, of: person.subject, session: person.session)
        return person.subject.description
    }

    /// Expects that a person, and nobody else, is found by the address.
    static func expectHolder(_ subject: SubjectID, in house: FaultHouse) async throws {
        let book = AddressBook(house.house.gate)
        let digests = try book.digests(.email, address).map(\.digest)
        #expect(try await house.house.gate.look { try book.persons(digests, in: $0) } == [subject])
    }
}
