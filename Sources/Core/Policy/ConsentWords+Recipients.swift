import Primitives

extension ConsentWords {
    var thirdParties: [String] {
        let opening = Phrase(
            ru: "Оператор вправе передавать данные только следующим третьим лицам:",
            kk: "Оператор деректерді тек мына үшінші тұлғаларға бере алады:",
            en: "The operator may transfer data to these third parties only:")
        let none = Phrase(
            ru: "По этому согласию оператор не передаёт данные третьим лицам.",
            kk: "Осы келісім бойынша оператор деректерді үшінші тұлғаларға бермейді.",
            en: "By this consent the operator transfers no data to third parties.")
        let apart = Phrase(
            ru: "Другим третьим лицам данные передаются только с отдельного согласия.",
            kk: "Деректер басқа үшінші тұлғаларға тек бөлек келісіммен беріледі.",
            en: "Data go to other third parties only with a separate consent.")
        let lines = scope.recipients.isEmpty ? [none] : [opening]
        let isApart =
            item.kind == .purposes
            && document.recipients.contains { !$0.required && $0.purposes.contains(where: item.purposes.contains) }
        return lines.map { $0[language] } + scope.recipients.flatMap(self.lines) + (isApart ? [apart[language]] : [])
    }

    var crossBorder: [String] {
        if scope.countries.isEmpty, item.kind == .crossBorder {
            return [
                Phrase(
                    ru:
                        "Допускается только в страны, названные здесь; сейчас не названа ни одна, и данные не передаются.",
                    kk: "Тек осында аталған елдерге рұқсат етіледі; қазір бірде-бір ел аталмаған, деректер берілмейді.",
                    en: "Allowed only to countries named here; at present none is named and no data are transferred.")[
                        language]
            ]
        }
        guard scope.countries.isEmpty else { return abroad }
        let country = document.regionName[language]
        let absent = Phrase(
            ru: "Отсутствует. Страна хранения и обработки данных: \(country).",
            kk: "Жоқ. Деректер сақталатын және өңделетін ел: \(country).",
            en: "Absent. The data are kept and processed in: \(country).")
        let apart = Phrase(
            ru: "За границу данные передаются только с отдельного согласия.",
            kk: "Деректер шетелге тек бөлек келісіммен беріледі.",
            en: "Data go abroad only with a separate consent.")
        return [absent[language]] + (isAsked(.crossBorder) ? [apart[language]] : [])
    }

    private var abroad: [String] {
        let allowed = Phrase(ru: "Допускается, в страны:", kk: "Рұқсат етіледі, мына елдерге:", en: "Allowed, to:")
        let also = Phrase(
            ru: "Для неё нужно и отдельное согласие на трансграничную передачу.",
            kk: "Ол үшін трансшекаралық беруге бөлек келісім де қажет.",
            en: "It also needs a separate consent to the transfer across the border.")
        let countries = scope.countries.map { country in
            let names = scope.recipients.filter { $0.country == country }.map { $0.name[language] }
            return element("\(Phrase.countryName(country)[language]): \(names.joined(separator: "; "))")
        }
        return [allowed[language]] + countries + (item.kind == .crossBorder ? [] : [also[language]])
    }

    var publication: [String] {
        if scope.isPublished {
            let site = document.operatorRecord.site
            return [
                Phrase(
                    ru: "Допускается на сайте \(site): там данные может увидеть каждый.",
                    kk: "\(site) сайтында рұқсат етіледі: онда деректерді кез келген адам көре алады.",
                    en: "Allowed on the site \(site), where anyone can see the data.")[language]
            ]
        }
        let absent = Phrase(
            ru: "Отсутствует. Оператор не публикует данные.", kk: "Жоқ. Оператор деректерді жарияламайды.",
            en: "Absent. The operator publishes no data.")
        let apart = Phrase(
            ru: "Отсутствует. Данные публикуются только с отдельного согласия.",
            kk: "Жоқ. Деректер тек бөлек келісіммен жарияланады.",
            en: "Absent. Data are published only with a separate consent.")
        return [(isAsked(.publication) ? apart : absent)[language]]
    }

    /// Whether the policy asks for a consent of this kind besides.
    private func isAsked(_ kind: ConsentItem.Kind) -> Bool { document.consents.contains { $0.kind == kind } }

    /// An element of a list.
    func element(_ text: String) -> String { ConsentText.mark + text }

    /// What a third party is and why it gets data, then which of this consent's: an element, and a list within it.
    private func lines(_ recipient: Recipient) -> [String] {
        let country = Phrase.countryName(recipient.country)[language]
        let opening = "\(recipient.name[language]), \(country). \(recipient.reason[language])"
        let given = scope.data(of: recipient)
        let isAll = given.fields.count == scope.fields.count && given.documents.count == scope.documents.count
        if isAll {
            let all = Phrase(
                ru: "Данные: все из перечня ниже.", kk: "Деректер: төмендегі тізбедегінің бәрі.",
                en: "Data: all that are listed below.")
            return [element("\(opening) \(all[language])")]
        }
        let data = Phrase(ru: "Данные:", kk: "Деректер:", en: "Data:")
        return [element("\(opening) \(data[language])")]
            + (given.fields.map(\.title) + given.documents.map(\.title)).map {
                ConsentText.innerMark + $0.withinSentence[language]
            }
    }
}
