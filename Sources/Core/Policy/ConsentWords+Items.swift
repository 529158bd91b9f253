import Primitives

extension ConsentWords {
    /// The purposes of the consent that registration needs.
    private var main: [Purpose] {
        document.consents.filter(\.required).flatMap(\.purposes).compactMap(document.purpose)
    }

    func operatorLines(address: String?) -> [String] {
        let record = document.operatorRecord
        let known = record.address == Operator.addressFromConfiguration ? address : record.address
        let number = record.iinOrBin
        guard !record.name[language].isEmpty, !number.isEmpty else { return [] }
        let label =
            switch record.kind {
            case .soleProprietor: Phrase(ru: "ИИН", kk: "ЖСН", en: "IIN")
            case .legalEntity: Phrase(ru: "БИН", kk: "БСН", en: "BIN")
            }
        return ["\(record.name[language]), \(label[language]) \(number)"] + (known.map { [$0] } ?? [])
    }

    var thirdParties: [String] {
        let named = document.recipients.filter(\.required)
        let others = document.recipients.filter { !$0.required }
        let opening = Phrase(
            ru: "Оператор вправе передавать данные только следующим третьим лицам:",
            kk: "Оператор деректерді тек мына үшінші тұлғаларға бере алады:",
            en: "The operator may transfer data to these third parties only:")
        let none = Phrase(
            ru: "Оператор не передаёт данные третьим лицам.", kk: "Оператор деректерді үшінші тұлғаларға бермейді.",
            en: "The operator transfers no data to third parties.")
        let apart = Phrase(
            ru: "Только с отдельного согласия, которое по умолчанию не дано:",
            kk: "Тек бөлек келісіммен (әдепкі бойынша ол берілмеген):",
            en: "Only with a separate consent, which is not given unless you give it:")
        var lines = named.isEmpty ? [none[language]] : [opening[language]] + named.map(line)
        if !others.isEmpty { lines += [apart[language]] + others.map(line) }
        return lines
    }

    private func line(_ recipient: Recipient) -> String {
        // What staff tell of themselves is no part of what this person agrees to.
        let fields = recipient.fields.compactMap(document.field).filter { $0.source != .staff }
            .map { $0.title[language] }
        let documents = recipient.documents.compactMap(document.documentKind).map { $0.title[language] }
        let all = (fields + documents).joined(separator: ", ")
        return "– \(recipient.name[language]) (\(recipient.country)): \(all). \(recipient.reason[language])"
    }

    var crossBorder: [String] {
        let abroad = Set(document.recipients.map(\.country)).subtracting([document.region]).sorted()
        if abroad.isEmpty {
            let country = document.regionName[language]
            return [
                Phrase(
                    ru: "Отсутствует. Страна хранения и обработки данных: \(country).",
                    kk: "Жоқ. Деректер сақталатын және өңделетін ел: \(country).",
                    en: "Absent. The data are kept and processed in: \(country).")[language]
            ]
        }
        let present = Phrase(
            ru: "Только с отдельного согласия, в страны: ", kk: "Тек бөлек келісіммен, мына елдерге: ",
            en: "Only with a separate consent, to: ")
        return [present[language] + abroad.joined(separator: ", ")]
    }

    var publication: [String] {
        [
            Phrase(
                ru: "Не производится без отдельного согласия, которое по умолчанию не дано.",
                kk: "Бөлек келісімсіз жүргізілмейді; әдепкі бойынша ол берілмеген.",
                en: "None without a separate consent, which is not given unless you give it.")[language]
        ]
    }

    var data: [String] {
        let wanted = Set(main.map(\.id))
        let fields = document.fields.filter { !wanted.isDisjoint(with: $0.purposes) }.map { $0.title[language] }
        let kinds = document.documentKinds.filter { !wanted.isDisjoint(with: $0.purposes) }.map { $0.title[language] }
        return (fields + kinds).map { "– \($0)" }
    }

    var purposes: [String] {
        main.map { "– \($0.title[language]) (\($0.clause)): \($0.description[language])" }
    }

    var rights: [String] {
        let record = document.operatorRecord
        guard !record.email.isEmpty, let stop = document.deadline("consent_withdrawal_stop")?.amount else { return [] }
        return [
            Phrase(
                ru: "Согласие можно отозвать в любое время в личном кабинете или письмом на \(record.email). "
                    + "Оператор прекращает обработку не позднее \(stop) рабочих дней либо даёт мотивированный отказ.",
                kk: "Келісімді кез келген уақытта жеке кабинетте немесе \(record.email) мекенжайына жазып қайтарып "
                    + "алуға болады. Оператор өңдеуді \(stop) жұмыс күнінен кешіктірмей тоқтатады немесе дәлелді бас "
                    + "тарту береді.",
                en: "The consent can be withdrawn at any time in the account or by writing to \(record.email). "
                    + "The operator stops processing within \(stop) working days or gives a reasoned refusal.")[
                    language],
            Phrase(
                ru: "Вы вправе знать, какие данные хранятся и кто их видел, получить копию, исправить, блокировать "
                    + "и уничтожить их. Телефон: \(record.telephone).",
                kk: "Қандай деректер сақталатынын, оларды кім көргенін білуге, көшірме алуға, түзеттіруге, "
                    + "бұғаттатуға және жойдыртуға құқығыңыз бар. Телефон: \(record.telephone).",
                en: "You may learn which data are kept and who saw them, take a copy, have them corrected, blocked "
                    + "and destroyed. Telephone: \(record.telephone).")[language],
        ]
    }
}
