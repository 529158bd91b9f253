import Crypto
import Policy
import Primitives
import Testing

@Suite("The text of a consent")
struct ConsentTextTests {
    private func make(_ language: Language, name: String = "Ұлықбекова Әйгерім") throws -> ConsentText {
        let edition = try Edition(number: 7, inForceSince: Instant(seconds: 0), document: Cantra.document())
        return ConsentText.make(edition: edition, language: language, personName: name)
    }

    private func body(_ item: ConsentText.Item, of text: ConsentText) throws -> String {
        try #require(text.sections.first { $0.item == item }).body.joined(separator: "\n")
    }

    @Test("has every item of article 8(4), in its order, and none is empty", arguments: Language.allCases)
    func complete(language: Language) throws {
        let text = try make(language)
        #expect(
            text.sections.map(\.item) == [
                .operatorRecord, .subject, .term, .thirdParties, .crossBorder, .publication, .data, .purposes, .rights,
            ])
        #expect(text.emptyItems == [])
        #expect(text.edition == 7)
    }

    @Test(
        "names operator with number, person, recipients with country, data and purposes", arguments: Language.allCases)
    func contents(language: Language) throws {
        let document = try Cantra.document()
        let text = try make(language)
        let record = try body(.operatorRecord, of: text)
        #expect(record.contains("CANTRA") && record.contains("990228501233"))
        #expect(try body(.subject, of: text) == "Ұлықбекова Әйгерім")
        let third = try body(.thirdParties, of: text)
        for recipient in document.recipients {
            #expect(third.contains(recipient.name[language]) == recipient.required)
        }
        for recipient in document.recipients where recipient.required {
            let country = Phrase.countryName(recipient.country)[language]
            #expect(third.contains("– \(recipient.name[language]), \(country). \(recipient.reason[language])"))
        }
        #expect(third.firstMatch(of: /\b(KZ|DE)\b/) == nil)
        let data = try body(.data, of: text)
        let wanted: Set<PurposeID> = ["service", "identification", "contact"]
        for field in document.fields {
            let isWanted = field.isAsked(of: .person) && !wanted.isDisjoint(with: field.purposes)
            #expect(data.contains("– \(field.title[language])") == isWanted)
        }
        for kind in document.documentKinds {
            let isWanted =
                (kind.isAsked(of: .person) || kind.askedOf == []) && !wanted.isDisjoint(with: kind.purposes)
            #expect(data.contains(kind.title[language]) == isWanted)
        }
        let purposes = try body(.purposes, of: text)
        for purpose in document.purposes {
            #expect(purposes.contains(purpose.description[language]) == wanted.contains(purpose.id))
        }
        let rights = try body(.rights, of: text)
        #expect(
            rights.contains("15") && rights.contains("cantra@cantra.kz")
                && rights.contains("8\u{A0}777\u{A0}206\u{A0}07\u{A0}77"))
    }

    @Test("has one plain form and its SHA-256")
    func plain() throws {
        let text = try make(.en)
        let start = """
            Consent to the collection and processing of personal data

            Operator
            Sole proprietor “CANTRA”, IIN\u{A0}990228501233

            Who gives the consent
            Ұлықбекова Әйгерім

            """
        #expect(text.plainText.hasPrefix(start))
        #expect(text.plainText.hasSuffix("\n"))
        #expect(text.hash == Bytes(SHA256.hash(data: Bytes(text.plainText.utf8))))
    }

    @Test("has no line longer than a reader takes in, and one thing a line in lists", arguments: Language.allCases)
    func readable(language: Language) throws {
        let text = try make(language)
        for line in text.sections.flatMap(\.body) {
            #expect(line.count < 300, "\(line)")
            #expect(!line.hasPrefix(" ") || !line.contains(";"), "\(line)")
        }
        #expect(try make(language).hash == text.hash)
    }

    @Test("names for each third party the data it gets by this consent, or that it gets all of the list")
    func dataOfThirdParties() throws {
        let third = try body(.thirdParties, of: try make(.en)).split(separator: "\n").map(String.init)
        let hosting = try #require(third.firstIndex { $0.hasPrefix("– Server provider") })
        let mail = try #require(third.firstIndex { $0.hasPrefix("– Mail provider") })
        #expect(third[hosting].hasSuffix("Data: all that are listed below.") && hosting + 1 == mail)
        #expect(third[mail + 1] == "    – e-mail address" && third[mail + 2].hasPrefix("– SMS provider"))
        #expect(third[mail + 3] == "    – telephone number")
        #expect(third.last == "Data go to other third parties only with a separate consent.")
    }

    @Test("is another one for another person and in another language")
    func differs() throws {
        let hashes = try Language.allCases.map { try make($0).hash } + [try make(.en, name: "Сұлтан Нұр").hash]
        #expect(Set(hashes).count == 4)
    }

    @Test("carries the address of the configuration when the policy leaves it there")
    func address() throws {
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: Cantra.document())
        let text = ConsentText.make(
            edition: edition, language: .ru, personName: "Тест", address: "Алматы, улица Выдуманная, 1")
        #expect(try body(.operatorRecord, of: text).hasSuffix("\nАлматы, улица Выдуманная, 1"))
    }

    @Test("names the country when an optional recipient is abroad")
    func abroad() throws {
        let wound = Break("country: KZ\n    fields: [1, 2, 5]", "country: DE\n    fields: [1, 2, 5]", says: "")
        let document = try #require(wound.applied(to: Cantra.folder()).read().document)
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: document)
        let allowed = """
            Allowed, to:
            – Germany: Courier service (to be set by the Operator)
            """
        for (id, says) in [
            ("cross_border", allowed),
            ("courier", allowed + "\nIt also needs a separate consent to the transfer across the border."),
            (
                "main",
                "Absent. The data are kept and processed in: Republic of Kazakhstan.\n"
                    + "Data go abroad only with a separate consent."
            ),
        ] {
            let item = try #require(document.consent(ConsentID(id)))
            let text = ConsentText.make(edition: edition, item: item, language: .en, personName: "Test")
            #expect(try body(.crossBorder, of: text) == says, "\(id)")
        }
    }

    @Test("says that nothing is published where no consent is asked for it")
    func nothingPublished() throws {
        let wound = Break("kind: publication", "kind: cross_border", says: "")
        let document = try #require(wound.applied(to: Cantra.folder()).read().document)
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: document)
        let text = ConsentText.make(edition: edition, language: .en, personName: "Test")
        #expect(try body(.publication, of: text) == "Absent. The operator publishes no data.")
    }

    @Test(
        "puts the term of withdrawal into the case of its sentence",
        arguments: [(1, "1\u{A0}рабочего дня"), (3, "3\u{A0}рабочих дней"), (15, "15\u{A0}рабочих дней")])
    func withdrawal(days: Int, words: String) throws {
        let term = "id: consent_withdrawal_stop, amount: "
        let wound = Break("\(term)15", "\(term)\(days)", says: "")
        let document = try #require(wound.applied(to: Cantra.folder()).read().document)
        let edition = try Edition(number: 1, inForceSince: Instant(seconds: 0), document: document)
        let rights = try body(.rights, of: ConsentText.make(edition: edition, language: .ru, personName: "Тест"))
        #expect(rights.contains("в течение \(words) либо"))
    }

    @Test("knows which of its items say nothing")
    func emptyItems() throws {
        let text = ConsentText.make(
            edition: try Edition(number: 1, inForceSince: Instant(seconds: 0), document: Cantra.document()),
            language: .kk, personName: "  ")
        #expect(text.emptyItems == [.subject])
    }
}
