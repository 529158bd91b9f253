import Policy
import Primitives

/// The things of a policy and their values, in words.
extension Phrase {
    /// A thing by its kind and, where there are several, by its title or name.
    package static func thing(_ thing: PolicyThing) -> Phrase {
        let kind = thingKind(thing.name.kind)
        if thing.name.kind == .clause { return clauseHeading(thing.name.code) }
        guard !thing.name.code.isEmpty else { return kind }
        let title = thing.title ?? .invariable(thing.name.code)
        return kind.followed(by: ": ", title)
    }

    private static func thingKind(_ kind: PolicyThing.Kind) -> Phrase {
        switch kind {
        case .purpose: Phrase(ru: "Цель", kk: "Мақсат", en: "Purpose")
        case .field: Phrase(ru: "Поле", kk: "Өріс", en: "Field")
        case .recipient: .recipient
        case .documentKind: Phrase(ru: "Документ", kk: "Құжат", en: "Document")
        case .consent: Phrase(ru: "Согласие", kk: "Келісім", en: "Consent")
        case .consentTerm: Phrase(ru: "Срок согласия", kk: "Келісім мерзімі", en: "Term of the consent")
        case .role: Phrase(ru: "Роль", kk: "Рөл", en: "Role")
        case .place: Phrase(ru: "Место и право", kk: "Орын мен құқық", en: "Place and law")
        case .terms: Phrase(ru: "Сроки", kk: "Мерзімдер", en: "Terms")
        case .deadline: Phrase(ru: "Срок ответа", kk: "Жауап мерзімі", en: "Deadline")
        case .legalRetention: Phrase(ru: "Хранение по закону", kk: "Заң бойынша сақтау", en: "Retention by law")
        case .staffing: Phrase(ru: "Работники", kk: "Қызметкерлер", en: "Staff")
        case .contacts: Phrase(ru: "Контакты", kk: "Байланыс деректері", en: "Contacts")
        case .limits: Phrase(ru: "Пределы для файлов", kk: "Файлдарға қойылатын шектер", en: "Limits of files")
        case .reason: Phrase(ru: "Причина", kk: "Себеп", en: "Reason")
        case .operatorRecord: Phrase(ru: "Оператор", kk: "Оператор", en: "Operator")
        case .clause: Phrase(ru: "Пункт", kk: "Тармақ", en: "Clause")
        case .control: Phrase(ru: "Мера контроля", kk: "Бақылау шарасы", en: "Control")
        }
    }

    /// A value in one piece of text; a list has its members between semicolons.
    package static func value(_ value: FacetValue) -> Phrase {
        switch value {
        case .text(let phrase): phrase
        case .verbatim(let text): .invariable(text)
        case .number(let number): .invariable(String(number))
        case .octets(let octets): megabytes(octets)
        case .flag(let isOn): isOn ? .yes : .no
        case .term(let term): .term(term.span)
        case .terms(let terms): joined(terms.map { .term($0.span) })
        case .workingTerm(let term): workingDays(term.days)
        case .amount(let amount, let unit): .amount(amount, unit)
        case .retention(let retention): .retention(retention)
        case .country(let code): countryName(code)
        case .names(let names): joined(names.map(name))
        case .word(let word): .word(word)
        }
    }

    private static func joined(_ parts: [Phrase]) -> Phrase {
        guard let first = parts.first else { return .changesNothing }
        return parts.dropFirst().reduce(first) { $0.followed(by: "; ", $1) }
    }

    private static func name(_ name: FacetValue.Name) -> Phrase {
        if name.code == "record" {
            return Phrase(ru: "запись как таковая", kk: "жазбаның өзі", en: "the record as such")
        }
        let clauses = "clause "
        if name.code.hasPrefix(clauses) { return clause(String(name.code.dropFirst(clauses.count))) }
        return name.title ?? .invariable(name.code)
    }

    private static func megabytes(_ octets: Int) -> Phrase {
        let number = octets / 1_000_000
        return Phrase(ru: "\(number)\u{A0}МБ", kk: "\(number)\u{A0}МБ", en: "\(number)\u{A0}MB")
    }

    private static func amount(_ amount: Int, _ unit: Deadline.Unit) -> Phrase {
        switch unit {
        case .hour: count(amount, ru: ("час", "часа", "часов"), kk: "сағат", en: ("hour", "hours"))
        case .workingDay: workingDays(amount)
        case .calendarDay: calendarDays(amount)
        case .month: count(amount, ru: ("месяц", "месяца", "месяцев"), kk: "ай", en: ("month", "months"))
        case .year: count(amount, ru: ("год", "года", "лет"), kk: "жыл", en: ("year", "years"))
        }
    }
}
