import Primitives

extension OutsideRequestRow.State {
    package var title: Phrase {
        switch self {
        case .unconfirmed:
            Phrase(ru: "адрес не подтверждён", kk: "мекенжай расталмаған", en: "address not confirmed")
        case .received, .inWork:
            Phrase(ru: "личность не установлена", kk: "тұлғасы анықталмаған", en: "not identified")
        case .identified: Phrase(ru: "личность установлена", kk: "тұлғасы анықталды", en: "identified")
        case .notIdentified:
            Phrase(
                ru: "закрыто: личность не установлена", kk: "жабылды: тұлғасы анықталмады",
                en: "closed: not identified")
        case .archived:
            Phrase(
                ru: "закрыто: данные в архиве", kk: "жабылды: деректер архивте", en: "closed: what is held is archived")
        case .nothingHeld:
            Phrase(ru: "закрыто: данных нет", kk: "жабылды: деректер жоқ", en: "closed: nothing is held")
        }
    }
}

extension OutsideRequestRow.Evidence {
    package var title: Phrase {
        switch self {
        case .contact:
            Phrase(
                ru: "Подтверждённый адрес тот же, что в регистрации", kk: "Расталған мекенжай тіркелудегімен бірдей",
                en: "The confirmed address is the one in the registration")
        case .original:
            Phrase(
                ru: "Показан подлинник документа", kk: "Құжаттың түпнұсқасы көрсетілді",
                en: "The original of a document was shown")
        case .certified:
            Phrase(
                ru: "Подпись засвидетельствовал нотариус, или это ЭЦП",
                kk: "Қолтаңбаны нотариус куәландырған, не бұл – ЭЦҚ",
                en: "A notary attested the signature, or it is an electronic digital signature")
        }
    }
}
