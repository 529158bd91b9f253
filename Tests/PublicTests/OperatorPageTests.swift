import Markup
import Policy
import Primitives
import Testing

@testable import Public
@testable import WebCore

@Suite("The page of the operator")
struct OperatorPageTests {
    @Test("names the operator's number as what it is", arguments: Language.allCases)
    func number(language: Language) {
        let iin = Phrase(ru: "ИИН", kk: "ЖСН", en: "IIN")[language]
        let bin = Phrase(ru: "БИН", kk: "БСН", en: "BIN")[language]
        for (kind, label, other) in [(Operator.Kind.soleProprietor, iin, bin), (.legalEntity, bin, iin)] {
            let identity = OperatorIdentity(
                name: .invariable("Dala"), site: "dala.example.kz", email: "dala@example.kz",
                telephone: "8 777 000 00 00", telephoneE164: "+77770000000", place: .invariable("Almaty"),
                registrationNumber: "990228501233", numberLabel: kind.numberLabel)
            let page = String(
                decoding: OperatorPage(operator: identity).page.content.rendered(in: language), as: UTF8.self)
            #expect(page.contains("990228501233") && page.contains(label) && !page.contains(other))
        }
    }
}
