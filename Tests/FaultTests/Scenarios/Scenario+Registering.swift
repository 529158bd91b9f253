import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration

extension FaultHouse {
    /// The value of a field, as the person reads it.
    func own(_ field: FieldNumber, of subject: SubjectID) async throws -> String? {
        let ask = Ask(.readOwn, by: .subject(subject, session: []), on: subject, for: .rights, fields: [field])
        return try await house.gate.read(ask)[field]?.reveal()
    }
}

extension Scenario {
    static let registering = [
        Scenario("a registration by form") { house in
            let form = try house.house.beginning("Үлгіева", "Айгерім")
            return Deed(
                // Each time begins a session of its own.
                besides: ["session"],
                act: { try await $0.house.registrar.begin(form).subject.description },
                present: { house, subject in
                    try await expect(house, .familyName, "Үлгіева", of: subject)
                })
        },
        Scenario("a correction of the names in a draft") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            let name = try PersonName(family: "Мысалова", given: "Айгерім", patronymic: "")
            return Deed(
                // Whoever corrects once more agrees once more.
                besides: ["consent", "subject"], repeats: true,
                act: { house in
                    try await house.house.registrar.correctNames(
                        Applicant(name: name), language: .kk, shown: 1, of: person.subject, session: person.session)
                    return person.subject.description
                },
                present: { house, subject in try await expect(house, .familyName, "Мысалова", of: subject) })
        },
        Scenario("a registration sent to be reviewed") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await house.house.confirm(.email, "aigerim@example.kz", of: person)
            return Deed(act: { house in
                try await house.house.registrar.send(person.subject, session: person.session)
                return person.number
            })
        },
        Scenario("a registration that the person takes back") { house in
            let person = try await house.house.begin("Үлгіева", "Айгерім")
            try await house.house.confirm(.email, "aigerim@example.kz", of: person)
            try await house.house.registrar.send(person.subject, session: person.session)
            return Deed(
                grain: .steps,
                act: { house in
                    try await house.house.registrar.end(
                        person.subject, by: .withdrawRegistration, session: person.session)
                    return person.number
                },
                again: { house in
                    // What was begun is finished by the house itself.
                    try await house.house.gate.finishErasures()
                    try await house.house.registrar.end(
                        person.subject, by: .withdrawRegistration, session: person.session)
                    return person.number
                },
                present: { house, _ in try await expectErased(person.subject, in: house) })
        },
    ]
}
