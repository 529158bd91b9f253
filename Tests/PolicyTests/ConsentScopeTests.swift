import Policy
import Primitives
import Testing

@Suite("A consent that is given apart")
struct ConsentScopeTests {
    private func text(of id: String, _ language: Language) throws -> ConsentText {
        let edition = try Edition(number: 7, inForceSince: Instant(seconds: 0), document: Cantra.document())
        let item = try #require(edition.document.consent(ConsentID(id)))
        return ConsentText.make(edition: edition, item: item, language: language, personName: "Ұлықбекова Әйгерім")
    }

    private func lines(_ item: ConsentText.Item, of text: ConsentText) throws -> [String] {
        try #require(text.sections.first { $0.item == item }).body
    }

    @Test("is complete after article 8(4) by itself", arguments: try Cantra.document().consents.map(\.id.rawValue))
    func complete(id: String) throws {
        for language in Language.allCases {
            let text = try text(of: id, language)
            #expect(text.sections.map(\.item) == ConsentText.Item.allCases)
            #expect(text.emptyItems == [])
            #expect(text.plainText.contains("Ұлықбекова Әйгерім") && text.plainText.contains("990228501233"))
        }
    }

    struct Own: Sendable, CustomTestStringConvertible {
        let consent: String
        let purposes: Set<PurposeID>
        /// Codes of fields that the person tells; nil where they are those of the purposes.
        let told: [String]
        let recipients: Set<RecipientID>
        var testDescription: String { consent }
    }

    static let own = [
        Own(
            consent: "advertising", purposes: ["advertising"], told: ["email", "telephone"],
            recipients: ["hosting", "mail", "sms"]),
        Own(
            consent: "courier", purposes: ["service"], told: ["family_name", "given_name", "telephone"],
            recipients: ["courier"]),
        Own(consent: "publication", purposes: ["service"], told: ["family_name", "given_name"], recipients: []),
    ]

    @Test("names its own purposes, data and third parties, and nothing of another consent", arguments: own)
    func nothingElse(own: Own) throws {
        let document = try Cantra.document()
        let item = try #require(document.consent(ConsentID(own.consent)))
        let scope = document.scope(of: item)
        #expect(Set(scope.purposes.map(\.id)) == own.purposes)
        #expect(scope.fields.map(\.code) == own.told && scope.documents.isEmpty)
        #expect(Set(scope.recipients.map(\.id)) == own.recipients && scope.countries.isEmpty)
        for language in Language.allCases {
            let text = try text(of: own.consent, language)
            let purposes = try lines(.purposes, of: text)
            #expect(purposes.count == own.purposes.count)
            for purpose in document.purposes {
                let isNamed = purposes.contains { $0.contains(purpose.description[language]) }
                #expect(isNamed == own.purposes.contains(purpose.id), "\(purpose.id)")
            }
            let titles = own.told.compactMap { document.field(code: $0)?.title[language] }
            #expect(try lines(.data, of: text).dropFirst() == titles.map { "– \($0)" }[...])
            let third = try lines(.thirdParties, of: text)
            for recipient in document.recipients {
                let isNamed = third.contains { $0.contains(recipient.name[language]) }
                #expect(isNamed == own.recipients.contains(recipient.id), "\(recipient.id)")
            }
            #expect(text.title.hasSuffix(item.title[language].dropFirst()))
        }
    }

    @Test("to a copy abroad covers the data of its purposes, and says that no country is named")
    func abroad() throws {
        let document = try Cantra.document()
        let scope = document.scope(of: try #require(document.consent("cross_border")))
        #expect(scope.purposes.map(\.id) == ["service", "identification", "contact"])
        #expect(scope.fields.contains { $0.code == "read_iin" })
        let unasked = try [DocumentKindID.attachment, .consentPaper].map { try #require(document.documentKind($0)) }
        #expect(scope.documents == document.documentKinds(of: .person) + unasked)
        #expect(!scope.fields.contains { $0.source == .staff || $0.source == .device })
        let text = try text(of: "cross_border", .en)
        #expect(
            try lines(.crossBorder, of: text) == [
                "Allowed only to countries named here; at present none is named and no data are transferred."
            ])
    }

    @Test("to publication says where, and no other consent allows it")
    func published() throws {
        for item in try Cantra.document().consents {
            let lines = try lines(.publication, of: text(of: item.id.rawValue, .en))
            let place = "Allowed on the site www.cantra.kz, where anyone can see the data."
            let apart = "Absent. Data are published only with a separate consent."
            #expect(lines == [item.kind == .publication ? place : apart])
        }
    }

    @Test(
        "is refused by the check when one of its items says nothing",
        arguments: [
            Break(
                "purposes: [service]\n    fields: [1, 2, 95]", "purposes: [service]\n    fields: []",
                says: "the consent publication says nothing under “data” in ru"),
            Break("    purposes: [service]\n    fields: [1, 2, 95]\n", "", says: "consent publication has no purpose"),
            Break(
                "fields: [1, 2, 95]\n", "fields: [1, 22]\n",
                says: "consent publication reaches field 22 (read_birth_date) that has none of its purposes"),
            Break(
                "recipient: courier", "recipient: courier\n    purposes: [service]",
                says: "consent courier has the purposes and data of its recipient and names none"),
        ])
    func refused(wound: Break) throws {
        #expect(try wound.applied(to: Cantra.folder()).read().errors.map(\.message).contains(wound.says))
    }
}
