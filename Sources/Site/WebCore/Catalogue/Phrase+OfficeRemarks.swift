import Primitives

/// What the machine remarks about a case or a file, by the remark's code.
extension Phrase {
    package static func officeRemark(_ code: String) -> Phrase {
        switch code {
        case "zoneSound":
            Phrase(ru: "Контрольные цифры сходятся", kk: "Бақылау цифрлары сәйкес", en: "Check digits fit")
        case "zoneUnsound":
            Phrase(
                ru: "Контрольная цифра не сходится", kk: "Бақылау цифры сәйкес емес", en: "A check digit does not fit")
        case "noZone":
            Phrase(
                ru: "Машиночитаемая зона не считана", kk: "Машинамен оқылатын аймақ оқылмады",
                en: "No machine-readable zone was read")
        case "nameMatches": Phrase(ru: "Имя совпадает", kk: "Аты-жөні сәйкес", en: "Name matches")
        case "nameClose":
            Phrase(
                ru: "Имя похоже, но не совпадает", kk: "Аты-жөні ұқсас, бірақ сәйкес емес",
                en: "Name is close, not the same")
        case "nameDiffers": Phrase(ru: "Имя отличается", kk: "Аты-жөні өзгеше", en: "Name differs")
        case "iinFits":
            Phrase(ru: "ИИН и дата рождения сходятся", kk: "ЖСН мен туған күні сәйкес", en: "IIN and birth date fit")
        case "iinDiffers":
            Phrase(
                ru: "ИИН и дата рождения расходятся", kk: "ЖСН мен туған күні сәйкес емес",
                en: "IIN and birth date do not fit")
        case "documentValid": Phrase(ru: "Документ действует", kk: "Құжат жарамды", en: "Document is valid")
        case "documentExpired":
            Phrase(
                ru: "Срок действия документа истёк", kk: "Құжаттың қолданылу мерзімі өткен", en: "Document has expired")
        case "ageFits":
            Phrase(
                ru: "Возраст подходит к виду регистрации", kk: "Жасы тіркелу түріне сай",
                en: "Age fits the kind of registration")
        case "ageDiffers":
            Phrase(
                ru: "Возраст не подходит к виду регистрации", kk: "Жасы тіркелу түріне сай емес",
                en: "Age does not fit the kind of registration")
        case "sameDocument":
            Phrase(
                ru: "Тот же документ в другой регистрации", kk: "Сол құжат басқа тіркелуде",
                en: "The same document stands in another registration")
        case "sameIIN":
            Phrase(
                ru: "Тот же ИИН в другой регистрации", kk: "Сол ЖСН басқа тіркелуде",
                en: "The same IIN stands in another registration")
        case "sameTelephone":
            Phrase(
                ru: "Тот же телефон в другой регистрации", kk: "Сол телефон басқа тіркелуде",
                en: "The same telephone stands in another registration")
        case "sameFile":
            Phrase(ru: "Один файл прислан дважды", kk: "Бір файл екі рет жіберілген", en: "One file was sent twice")
        default: .invariable(code)
        }
    }

    package static let officeConfirmedByCode = Phrase(
        ru: "подтверждён кодом", kk: "кодпен расталған", en: "confirmed by a code")
    package static let officeByContent = Phrase(ru: "по содержимому", kk: "мазмұны бойынша", en: "by content")
    package static func officeSameFile(_ title: Phrase) -> Phrase {
        Phrase(ru: "тот же файл: \(title.ru)", kk: "сол файл: \(title.kk)", en: "the same file: \(title.en)")
    }

    package static func officePageHint(_ code: String) -> Phrase {
        switch code {
        case "tooDark": Phrase(ru: "темно", kk: "қараңғы", en: "dark")
        case "tooPale": Phrase(ru: "бледно", kk: "бозғылт", en: "pale")
        case "blank": Phrase(ru: "пустая страница", kk: "бос бет", en: "blank page")
        case "blurred": Phrase(ru: "нерезко", kk: "анық емес", en: "blurred")
        case "glare": Phrase(ru: "блик", kk: "шағылысқан жарық", en: "glare")
        case "cutEdge": Phrase(ru: "край обрезан", kk: "шеті кесілген", en: "an edge is cut off")
        case "tooSmall": Phrase(ru: "мало точек", kk: "нүктелері аз", en: "few pixels")
        case "trailingData":
            Phrase(
                ru: "лишние данные за картинкой", kk: "суреттен кейін артық деректер бар", en: "data behind the picture"
            )
        case "activeContent":
            Phrase(ru: "в PDF был сценарий", kk: "PDF ішінде сценарий болған", en: "the PDF held a script")
        case "signed": Phrase(ru: "PDF был подписан", kk: "PDF-ке қол қойылған", en: "the PDF was signed")
        case "metadata": Phrase(ru: "были метаданные", kk: "метадеректер болған", en: "there were metadata")
        default: .invariable(code)
        }
    }
}
