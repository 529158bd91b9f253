import Primitives

extension ConsentWords {
    func operatorLines(address: String?) -> [String] {
        let record = document.operatorRecord
        let known = record.postalAddress(configured: address)
        let number = record.iinOrBin
        guard !record.name[language].isEmpty, !number.isEmpty else { return [] }
        return ["\(record.name[language]), \(record.kind.numberLabel[language])\u{A0}\(number)"]
            + (known.map { [$0] } ?? [])
    }

    var data: [String] {
        var lines: [String] = []
        for source in Field.Source.allCases {
            let own = scope.fields.filter { $0.source == source }.map { $0.title[language] }
            if !own.isEmpty { lines += [heading(of: source)] + own.map(element) }
            if source == .form, !scope.documents.isEmpty {
                let sent = Phrase(ru: "Вы присылаете:", kk: "Сіз жібересіз:", en: "You send:")
                lines += [sent[language]] + scope.documents.map { element($0.title[language]) }
            }
        }
        return lines
    }

    private func heading(of source: Field.Source) -> String {
        switch source {
        case .form: Phrase(ru: "Вы сообщаете:", kk: "Сіз хабарлайсыз:", en: "You tell:")[language]
        case .document:
            Phrase(
                ru: "Программа получает из документа:", kk: "Бағдарлама құжаттан алады:",
                en: "The machine takes from the document:")[language]
        case .device:
            Phrase(
                ru: "Приходит от вашего устройства:", kk: "Құрылғыңыздан келеді:", en: "Comes from your device:")[
                    language]
        case .staff: Phrase(ru: "Сообщают работники:", kk: "Қызметкерлер хабарлайды:", en: "Staff tell:")[language]
        case .office:
            Phrase(
                ru: "Записывается при проверке:", kk: "Тексеру кезінде жазылады:",
                en: "Is written during the review:")[language]
        }
    }

    var purposes: [String] {
        scope.purposes.map { purpose in
            let clause = Phrase(
                ru: "пункт \(purpose.clause)", kk: "\(purpose.clause)\u{2011}тармақ", en: "clause \(purpose.clause)")
            return element("\(purpose.title[language]) (\(clause[language])): \(purpose.description[language])")
        }
    }

    var rights: [String] {
        let record = document.operatorRecord
        guard !record.email.isEmpty, let stop = document.deadline("consent_withdrawal_stop")?.amount else { return [] }
        // A number that is broken over two lines is hard to dial.
        let telephone = record.telephone.replacing(" ", with: "\u{A0}")
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
                    + "исправить, заблокировать или уничтожить их. Телефон оператора: \(telephone).",
                kk: "Қандай деректер сақталатынын және оларды кім көргенін білуге, олардың көшірмесін алуға, оларды "
                    + "түзетуді, бұғаттауды немесе жоюды талап етуге құқығыңыз бар. Оператордың телефоны: "
                    + "\(telephone).",
                en: "You may learn which data are kept and who saw them, take a copy of them, and have them corrected, "
                    + "blocked or destroyed. The operator’s telephone: \(telephone).")[language],
        ]
    }
}
