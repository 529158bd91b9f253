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
            ru: "Только с отдельного согласия, которое не отмечено заранее:",
            kk: "Тек бөлек келісіммен, ол алдын ала белгіленбеген:",
            en: "Only with a separate consent, which is not ticked beforehand:")
        var lines = named.isEmpty ? [none[language]] : [opening[language]] + named.map(line)
        if !others.isEmpty { lines += [apart[language]] + others.map(line) }
        return lines
    }

    private func line(_ recipient: Recipient) -> String {
        // What staff tell of themselves is no part of what this person agrees to.
        let fields = recipient.fields.compactMap(document.field).filter { $0.source != .staff }
            .map { $0.title[language] }
        let documents = recipient.documents.compactMap(document.documentKind).map { $0.title[language] }
        let all = (fields + documents).map(withinSentence).joined(separator: "; ")
        let country = Phrase.countryName(recipient.country)[language]
        return "– \(recipient.name[language]) (\(country)): \(all). \(recipient.reason[language])"
    }

    /// A title as it stands within a sentence; an abbreviation keeps its capitals.
    private func withinSentence(_ title: String) -> String {
        title.dropFirst().first?.isUppercase == true ? title : title.prefix(1).lowercased() + title.dropFirst()
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
        return [present[language] + abroad.map { Phrase.countryName($0)[language] }.joined(separator: ", ")]
    }

    var publication: [String] {
        [
            Phrase(
                ru: "Только с отдельного согласия, которое не отмечено заранее.",
                kk: "Тек бөлек келісіммен, ол алдын ала белгіленбеген.",
                en: "Only with a separate consent, which is not ticked beforehand.")[language]
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
        let term = Phrase.count(
            stop, ru: ("рабочего дня", "рабочих дней", "рабочих дней"), kk: "жұмыс күні",
            en: ("working day", "working days"))
        return [
            Phrase(
                ru: "Согласие можно отозвать в любое время в личном кабинете или письмом на \(record.email). "
                    + "Оператор прекращает обработку в течение \(term.ru) либо даёт мотивированный отказ.",
                kk: "Келісімді кез келген уақытта жеке кабинетте немесе \(record.email) мекенжайына жазып кері "
                    + "қайтарып алуға болады. Оператор өңдеуді \(term.kk) ішінде тоқтатады не уәжді бас тартуды "
                    + "ұсынады.",
                en: "The consent can be withdrawn at any time in the account or by writing to \(record.email). "
                    + "The operator stops processing within \(term.en) or gives a reasoned refusal.")[
                    language],
            Phrase(
                ru: "Вы вправе узнать, какие данные хранятся и кто их видел, получить их копию, потребовать "
                    + "исправить, заблокировать или уничтожить их. Телефон оператора: \(record.telephone).",
                kk: "Қандай деректер сақталатынын және оларды кім көргенін білуге, олардың көшірмесін алуға, оларды "
                    + "түзетуді, бұғаттауды немесе жоюды талап етуге құқығыңыз бар. Оператордың телефоны: "
                    + "\(record.telephone).",
                en: "You may learn which data are kept and who saw them, take a copy of them, and have them corrected, "
                    + "blocked or destroyed. The operator’s telephone: \(record.telephone).")[language],
        ]
    }
}
