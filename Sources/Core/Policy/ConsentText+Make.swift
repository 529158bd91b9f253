import Primitives

extension ConsentText {
    /// The consent that `edition` asks of the person called `personName`.
    ///
    /// - Parameters:
    ///   - item: which of the policy's consents; the one that registration needs where nil.
    ///   - address: the operator's postal address where the policy leaves it to the configuration.
    ///   - registrant: what the person is.
    package static func make(
        edition: Edition, item: ConsentItem? = nil, language: Language, personName: String, address: String? = nil,
        registrant: Registrant = .person
    ) -> ConsentText {
        make(
            document: edition.document, item: item ?? edition.document.mainConsent, number: edition.number,
            language: language, personName: personName, address: address, registrant: registrant)
    }

    /// The same for a policy that is not published yet; the checker looks for empty items in it.
    static func make(
        document: PolicyDocument, item: ConsentItem?, number: Int, language: Language, personName: String,
        address: String?, registrant: Registrant = .person
    ) -> ConsentText {
        guard let item else { return ConsentText(language: language, edition: number, title: "", sections: []) }
        let words = ConsentWords(document: document, item: item, language: language, registrant: registrant)
        let sections = Item.allCases.map { item in
            Section(
                item: item, heading: words.heading(of: item),
                body: words.body(of: item, personName: personName, address: address))
        }
        return ConsentText(language: language, edition: number, title: words.title, sections: sections)
    }
}

/// Puts a policy's values into sentences of one language.
struct ConsentWords {
    let document: PolicyDocument
    let item: ConsentItem
    let scope: ConsentScope
    let language: Language
    /// Somebody else consents for the person.
    private let isRepresented: Bool

    init(document: PolicyDocument, item: ConsentItem, language: Language, registrant: Registrant = .person) {
        self.document = document
        self.item = item
        scope = document.scope(of: item, for: registrant)
        self.language = language
        isRepresented = registrant.isRepresented
    }

    var title: String {
        let title = Phrase(
            ru: "Согласие на сбор и обработку персональных данных",
            kk: "Дербес деректерді жинауға және өңдеуге келісім",
            en: "Consent to the collection and processing of personal data")[language]
        return item.required ? title : "\(title): \(item.title.withinSentence[language])"
    }

    func heading(of item: ConsentText.Item) -> String {
        switch item {
        case .operatorRecord: Phrase(ru: "Оператор", kk: "Оператор", en: "Operator")[language]
        case .subject where isRepresented:
            Phrase(
                ru: "За кого согласие даёт представитель", kk: "Өкіл кім үшін келісім береді",
                en: "For whom a representative gives the consent")[language]
        case .subject:
            Phrase(ru: "Кто даёт согласие", kk: "Келісім беруші", en: "Who gives the consent")[language]
        case .term:
            Phrase(ru: "Срок действия согласия", kk: "Келісімнің қолданылу мерзімі", en: "Term of the consent")[
                language]
        case .thirdParties:
            Phrase(
                ru: "Передача третьим лицам", kk: "Үшінші тұлғаларға беру", en: "Transfer to third parties")[language]
        case .crossBorder:
            Phrase(
                ru: "Трансграничная передача", kk: "Трансшекаралық беру", en: "Transfer across the border")[language]
        case .publication:
            Phrase(
                ru: "Распространение в общедоступных источниках", kk: "Жалпыға бірдей қолжетімді көздерде тарату",
                en: "Dissemination in public sources")[language]
        case .data:
            Phrase(ru: "Перечень собираемых данных", kk: "Жиналатын деректер тізбесі", en: "Data collected")[language]
        case .purposes:
            Phrase(
                ru: "Цели сбора и обработки", kk: "Жинау және өңдеу мақсаттары",
                en: "Purposes of collection and processing")[language]
        case .rights:
            Phrase(
                ru: "Отзыв согласия и ваши права", kk: "Келісімді кері қайтарып алу және құқықтарыңыз",
                en: "Withdrawal and your rights")[language]
        }
    }

    func body(of item: ConsentText.Item, personName: String, address: String?) -> [String] {
        switch item {
        case .operatorRecord: operatorLines(address: address)
        case .subject: [personName]
        case .term: [document.consentTerm.text[language]]
        case .thirdParties: thirdParties
        case .crossBorder: crossBorder
        case .publication: publication
        case .data: data
        case .purposes: purposes
        case .rights: rights
        }
    }
}
