import Access
import Clients
import Consents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

extension Scenario {
    private static let address = "aigerim@example.kz"

    static let clients = [
        Scenario("a programme connected") { house in
            Deed(
                act: { house in
                    _ = try await house.clients.add("shop", FaultHouse.shop)
                    return "shop"
                },
                present: { house, name in
                    let names = try await house.clients.all().map(\.name)
                    #expect(names == [name])
                })
        },
        Scenario("a registration by a programme, with a key for repeating it") { house in
            let client = try await house.client()
            return Deed(
                act: { try await $0.register(address, as: "key-1", by: client) },
                present: { house, subject in
                    try await expect(house, .familyName, "Үлгіева", of: subject)
                    try await expectHolder(try #require(SubjectID(subject)), in: house)
                })
        },
        Scenario("a registration by a programme, sent once more") { house in
            let client = try await house.client()
            let subject = try await house.register(address, as: "key-1", by: client)
            return Deed(act: { house in
                let again = try await house.register(address, as: "key-1", by: client)
                #expect(again == subject)
                return again
            })
        },
        Scenario("a registration by a programme that vouches for nothing") { house in
            let client = try await house.client(vouching: [])
            return Deed(
                act: { try await $0.register(address, as: "key-1", by: client, vouching: []) },
                present: { house, subject in
                    try await expect(house, .familyName, "Үлгіева", of: subject)
                    let handover = try await house.house.registrar.handover(try house.link(of: subject), in: [1])
                    #expect(handover?.subject.description == subject)
                })
        },
        Scenario("a registration gone on with by the link of a programme") { house in
            let client = try await house.client(vouching: [])
            let subject = try await house.register(address, as: "key-1", by: client, vouching: [])
            let token = try house.link(of: subject)
            return Deed(
                // Whoever lost the answer asks once more in the same browser, and gets another session.
                besides: ["session"], repeats: true,
                act: { house in
                    let session = try await house.house.registrar.goOn(token, in: [1])
                    #expect(session != nil)
                    return subject
                },
                present: { house, _ in
                    let stranger = try await house.house.registrar.goOn(token, in: [2])
                    let sessions = try await house.house.count("session")
                    #expect(stranger == nil && sessions > 0)
                })
        },
        Scenario("fields read by a programme") { house in
            let client = try await house.client()
            let subject = try #require(SubjectID(try await house.register(address, as: "key-1", by: client)))
            return Deed(
                repeats: true,
                act: { house in
                    let record = try await house.subjects.read(
                        [.email], of: subject, for: "contact", caseID: "order-17", by: client)
                    return record[.email]?.reveal() ?? ""
                })
        },
        Scenario("a person looked up by a programme") { house in
            let client = try await house.client()
            let subject = try await house.register(address, as: "key-1", by: client)
            return Deed(
                repeats: true,
                act: { house in
                    let found = try await house.subjects.lookUp(
                        .email, address, for: "contact", caseID: "order-17", by: client)
                    #expect(found.map(\.description) == [subject])
                    return subject
                })
        },
    ]
}

extension FaultHouse {
    /// What a programme needs that registers people and writes to them.
    fileprivate static let shop = ClientDesk.Bounds(
        purposes: ["service", "contact", "rights"],
        fields: ["family_name", "given_name", "patronymic", "declaration", "email", "telephone"], vouched: ["email"])

    fileprivate func client(vouching fields: [String] = ["email"]) async throws -> Client {
        var bounds = Self.shop
        bounds.vouched = fields
        return try await clients.caller(bearing: try await clients.add("shop", bounds)).client
    }

    /// The token of the link by which somebody goes on.
    fileprivate func link(of subject: String) throws -> Bytes {
        house.registrar.linkToken(
            of: Registrar.Registered(subject: try #require(SubjectID(subject)), number: "", language: .kk))
    }

    /// Registers somebody who has read the texts, under a key of the programme's. - Returns: who it is.
    fileprivate func register(
        _ address: String, as key: String, by client: Client, vouching vouched: Set<Channel> = [.email]
    ) async throws -> String {
        let name = try PersonName(family: "Үлгіева", given: "Айгерім", patronymic: "")
        let wording = house.registrar.wording(house.edition, .kk)
        let shown = house.edition.document.consents.filter(\.required).map { item in
            (item.id, wording.text(of: item, personName: name.shown).hash)
        }
        let application = Registrar.Application(
            Registrar.Beginning(
                name: name, isDeclared: true, isAgreed: true, optional: [], language: .kk,
                edition: house.edition.number, submission: []),
            shown: Dictionary(uniqueKeysWithValues: shown),
            addresses: [.email: try Registrar.normalised(.email, address)], vouched: vouched, caseID: "order-17")
        let request = RepeatableRequest(key, of: client, content: Bytes("the same".utf8), through: house.gate)
        return try await subjects.register(application, as: request, by: client).subject.description
    }
}
