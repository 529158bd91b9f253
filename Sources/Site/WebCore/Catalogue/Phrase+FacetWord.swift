import Policy
import Primitives

/// The closed words of policy.yml.
extension Phrase {
    static func word(_ word: FacetValue.Word) -> Phrase {
        switch word {
        case .dataClass(let dataClass): .dataClass(dataClass.rawValue)
        case .source(let source): sourceWord(source)
        case .ground(.consent): Phrase(ru: "согласие", kk: "келісім", en: "consent")
        case .ground(.law): Phrase(ru: "закон", kk: "заң", en: "law")
        case .consent(let kind): consentWord(kind)
        case .recipient(let kind): recipientWord(kind)
        case .role(.user): Phrase(ru: "пользователь", kk: "пайдаланушы", en: "user")
        case .role(.staff): Phrase(ru: "работник", kk: "қызметкер", en: "staff")
        case .role(.system): Phrase(ru: "программа", kk: "бағдарлама", en: "programme")
        case .reason(.refuse): Phrase(ru: "отказать", kk: "бас тарту", en: "refuse")
        case .reason(.ask): Phrase(ru: "попросить ещё", kk: "тағы сұрау", en: "ask for more")
        case .operator(.soleProprietor):
            Phrase(ru: "индивидуальный предприниматель", kk: "жеке кәсіпкер", en: "sole proprietor")
        case .operator(.legalEntity): Phrase(ru: "юридическое лицо", kk: "заңды тұлға", en: "legal entity")
        }
    }

    package static func sourceWord(_ source: Field.Source) -> Phrase {
        switch source {
        case .form: Phrase(ru: "от самого человека", kk: "адамның өзінен", en: "the person")
        case .document: Phrase(ru: "с документа", kk: "құжаттан", en: "a document")
        case .device:
            Phrase(ru: "с устройства при посещении", kk: "кіру кезінде құрылғыдан", en: "the visitor’s device")
        case .staff:
            Phrase(ru: "от работника о себе", kk: "қызметкерден өзі туралы", en: "a member of staff, about themselves")
        case .office: Phrase(ru: "от проверяющих", kk: "тексерушілерден", en: "reviewers")
        }
    }

    private static func consentWord(_ kind: ConsentItem.Kind) -> Phrase {
        switch kind {
        case .purposes: Phrase(ru: "на цели", kk: "мақсаттарға", en: "to purposes")
        case .recipient: Phrase(ru: "на передачу получателю", kk: "алушыға беруге", en: "to a recipient")
        case .crossBorder:
            Phrase(ru: "на трансграничную передачу", kk: "трансшекаралық беруге", en: "to transfer across the border")
        case .publication: Phrase(ru: "на распространение", kk: "таратуға", en: "to publication")
        }
    }

    private static func recipientWord(_ kind: Recipient.Kind) -> Phrase {
        switch kind {
        case .hosting: Phrase(ru: "хранит данные", kk: "деректерді сақтайды", en: "holds data")
        case .mail: Phrase(ru: "доставляет почту", kk: "поштаны жеткізеді", en: "carries e-mail")
        case .sms: Phrase(ru: "доставляет SMS", kk: "SMS жеткізеді", en: "carries text messages")
        case .partner: Phrase(ru: "партнёр", kk: "серіктес", en: "partner")
        }
    }
}
