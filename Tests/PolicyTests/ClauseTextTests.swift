import Policy
import Primitives
import Testing

/// Words that a clause must state, in Russian, Kazakh and English.
struct Statement: Sendable, CustomTestStringConvertible {
    let clause: ClauseID
    let words: [Language: [String]]

    init(_ clause: ClauseID, same: [String] = [], ru: [String] = [], kk: [String] = [], en: [String] = []) {
        self.clause = clause
        words = [.ru: same + ru, .kk: same + kk, .en: same + en]
    }

    var testDescription: String { "clause \(clause)" }
}

@Suite("A clause's text")
struct ClauseTextTests {
    static let statements = [
        Statement("a", same: ["www.cantra.kz"], ru: ["номер редакции"], kk: ["нөмірі"], en: ["number of the edition"]),
        Statement(
            "b",
            ru: [
                "пункт 4 статьи 8", "отдельным действием", "До этого персональные данные Пользователя не сохраняются",
            ],
            kk: ["8-бабының 4-тармағы", "бөлек әрекетпен"], en: ["article 8(4)", "separate action"]),
        Statement(
            "c", ru: ["Не соглашаюсь", "уничтожает"], kk: ["Келіспеймін", "жояды"], en: ["I do not agree", "destroys"]),
        Statement("d", ru: ["не является согласием"], kk: ["келісім болып табылмайды"], en: ["is not consent"]),
        Statement(
            "1.1", same: ["www.cantra.kz", "CANTRA"], ru: ["Исключительные права"], kk: ["айрықша құқықтар"],
            en: ["exclusive rights"]),
        Statement("1.3", same: ["94-V", "2013", "21"]),
        Statement(
            "1.5", same: ["IP", "cookie"], ru: ["браузер", "сеанс", "время"], kk: ["браузер", "сеанс", "уақыт"],
            en: ["browser", "session", "time"]),
        Statement(
            "1.6", ru: ["формы", "сканированных копий"], kk: ["нысанды", "сканерленген"],
            en: ["form", "scanned copies"]),
        Statement("1.7", ru: ["в полном объёме"], kk: ["толық көлемде"], en: ["in full"]),
        Statement("1.8", ru: ["договору"], kk: ["шарт"], en: ["agreement"]),
        Statement(
            "2.1", same: ["2.2"], ru: ["необходимы и достаточны"], kk: ["қажетті және жеткілікті"],
            en: ["necessary and sufficient"]),
        Statement("2.2.3", ru: ["SMS"], kk: ["SMS"], en: ["text messages"]),
        Statement(
            "2.2.4", ru: ["рекламы, информации и запросов", "отдельного согласия"],
            kk: ["жарнама, ақпарат және сұраулар", "бөлек келісім"],
            en: ["advertising, information and requests", "separate consent"]),
        Statement("2.2.5", ru: ["обезличенные"], kk: ["иесіздендірілген"], en: ["depersonalised"]),
        Statement(
            "2.3.1", ru: ["фамилия, имя и отчество"], kk: ["тегі, аты және әкесінің аты"],
            en: ["family name, given name and patronymic"]),
        Statement("2.3.2", ru: ["электронной почты"], kk: ["электрондық пошта"], en: ["e-mail"]),
        Statement("2.3.3", ru: ["номер телефона"], kk: ["телефон нөмірі"], en: ["telephone number"]),
        Statement(
            "2.4", ru: ["третьих лиц", "документами", "совершеннолетие"],
            kk: ["үшінші тұлғалардың", "құжаттармен", "кәмелетке"], en: ["third parties", "documents", "of age"]),
        Statement(
            "3.1", same: ["3", "1", "15"], ru: ["15 рабочих дней", "1 рабочего дня", "3 рабочих дней"],
            kk: ["15 жұмыс күні", "1 жұмыс күні", "3 жұмыс күні"],
            en: ["15 working days", "1 working day", "3 working days"]),
        Statement(
            "3.3.a", ru: ["закон", "обязательство", "дата уничтожения"], kk: ["заң", "міндеттеме", "жойылатын күні"],
            en: ["law", "obligation", "date of destruction"]),
        Statement(
            "3.3.b", ru: ["на территории Республики Казахстан", "трансграничную передачу"],
            kk: ["Қазақстан Республикасының аумағында", "трансшекаралық"],
            en: ["in the territory of the Republic of Kazakhstan", "across the border"]),
        Statement(
            "3.4.1", same: ["9"],
            ru: [
                "государственным органам", "дознания и следствия", "местного самоуправления", "мотивированному запросу",
            ], kk: ["мемлекеттік органдарға", "анықтау және тергеу", "өзін-өзі басқару", "уәжді сұрау салуы"],
            en: ["state bodies", "inquiry and investigation", "local self-government", "reasoned request"]),
        Statement(
            "3.5.1", ru: ["каждого получателя", "Отзыв"], kk: ["әр алушы", "кері қайтарып алынса"],
            en: ["each recipient", "Withdrawal"]),
        Statement(
            "3.6", ru: ["работник", "автоматизированной"], kk: ["қызметкері", "автоматтандырылған"],
            en: ["a person", "automated"]),
        Statement(
            "4.2", ru: ["доступа, уничтожения, изменения, блокирования, копирования, распространения"],
            kk: ["қол жеткізуден, жоюдан, өзгертуден, бұғаттаудан, көшіруден, таратудан"],
            en: ["access, destruction, alteration, blocking, copying and distribution"]),
        Statement(
            "5.1", ru: ["Республики Казахстан"], kk: ["Қазақстан Республикасының"], en: ["Republic of Kazakhstan"]),
        Statement(
            "5.2", same: ["3.1"],
            ru: ["30 рабочих дней", "10 календарных дней", "письменную претензию", "по месту регистрации Оператора"],
            kk: ["30 жұмыс күні", "күнтізбелік 10 күн", "жазбаша", "Оператор тіркелген жердегі"],
            en: ["30 working days", "10 calendar days", "written claim", "Operator’s place of registration"]),
        Statement(
            "5.4", ru: ["с момента опубликования", "нового согласия", "полностью или в части"],
            kk: ["жарияланған сәттен", "жаңа келісім", "толық немесе ішінара"],
            en: ["moment it is published", "fresh consent", "wholly or in part"]),
        Statement("5.6", same: ["cantra@cantra.kz", "8 777 206 07 77"]),
    ]

    @Test("states its parameters in every language", arguments: statements)
    func states(statement: Statement) throws {
        let clause = try #require(Cantra.document().clause(statement.clause))
        for (language, words) in statement.words {
            for word in words {
                #expect(clause.text[language].contains(word), "\(language.rawValue)")
            }
        }
    }

    @Test("names the operator as the data do", arguments: Language.allCases)
    func operatorDetails(language: Language) throws {
        let document = try Cantra.document()
        let record = document.operatorRecord
        let contacts = try #require(document.clause("5.6")?.text[language])
        #expect(contacts.contains(record.email) && contacts.contains(record.telephone))
        #expect(document.clause("a")?.text[language].contains(record.site) == true)
    }
}
