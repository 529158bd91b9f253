import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("Who registers")
struct ApplicantTests {
    @Test("is known by the BIN of an organisation", arguments: ["991240000013", "991251000023", " 9912 4000 0402 "])
    func valid(bin: String) throws {
        let organisation = try Organisation(name: "  ТОО   «Үлгі» ", bin: bin)
        #expect(organisation.name == "ТОО «Үлгі»")
        #expect(organisation.bin.count == 12)
    }

    @Test(
        "is not known by another number",
        arguments: [
            ("991240000014", FieldProblem.Problem.notABIN), ("991231500006", .notABIN), ("99124000001", .notABIN),
            ("99124000001x", .notABIN), ("", .missing),
        ])
    func invalid(bin: String, problem: FieldProblem.Problem) {
        #expect(throws: RegistrationRefusal.fields([FieldProblem("bin", problem)])) {
            _ = try Organisation(name: "ТОО «Үлгі»", bin: bin)
        }
    }

    @Test("names what is wrong with an organisation, all of it")
    func all() {
        let problems = [FieldProblem("organisation", .missing), FieldProblem("bin", .notABIN)]
        #expect(throws: RegistrationRefusal.fields(problems)) { _ = try Organisation(name: " ", bin: "1") }
    }

    @Test("as a sole proprietor is a person with that mark, and nothing more", arguments: Engine.available)
    func soleProprietor(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let name = try PersonName(family: "Үлгіева", given: "Айгерім", patronymic: "")
            let person = Person(
                try await house.registrar.begin(try house.beginning(Applicant(.soleProprietor, name: name))))
            let row = try #require(try await house.gate.look { try SubjectStore($0).find(person.subject) })
            #expect(row.registrant == .soleProprietor)
            #expect(try row.fieldsHeld == [.familyName, .givenName, .declaration, .registrantKind])
        }
    }

    @Test("as a person holds no field of the others", arguments: Engine.available)
    func person(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let row = try #require(try await house.gate.look { try SubjectStore($0).find(person.subject) })
            #expect(row.registrant == .person)
            #expect(try row.fieldsHeld == [.familyName, .givenName, .declaration])
        }
    }

    @Test("is asked for documents of their own kind alone")
    func documents() throws {
        let policy = try TestHouse.policy()
        func compulsory(_ registrant: Registrant) -> Set<String> {
            Set(policy.documentKinds(of: registrant).filter(\.compulsory).map(\.id.rawValue))
        }
        #expect(compulsory(.person) == ["identity_document"])
        #expect(compulsory(.soleProprietor) == ["identity_document"])
        #expect(compulsory(.child) == ["birth_certificate"])
        #expect(compulsory(.minor) == ["identity_document", "birth_certificate"])
        #expect(compulsory(.represented) == ["identity_document", "power_of_attorney"])
        #expect(compulsory(.organisation) == ["organisation_document", "power_of_attorney"])
    }

    @Test("reads of nobody else's data in the consent")
    func consent() throws {
        let policy = try TestHouse.policy()
        let main = try #require(policy.mainConsent)
        func fields(_ registrant: Registrant) -> [FieldNumber] {
            policy.scope(of: main, for: registrant).fields.map(\.number)
        }
        let others: [FieldNumber] = [.registrantKind, .organisationName, .organisationBIN]
        #expect(!fields(.person).contains(where: others.contains))
        #expect(!fields(.organisation).contains(.familyName))
        #expect(others.allSatisfy(fields(.organisation).contains))
    }
}
