import Primitives

/// What making a policy says.
extension Phrase {
    static let policyChoose = Phrase(
        ru: "Выберите из названного.", kk: "Аталғандардан таңдаңыз.", en: "Choose one of those named.")
    static let policyYesNo = Phrase(ru: "Да или нет.", kk: "Иә немесе жоқ.", en: "Yes or no.")
    static let policySigns = Phrase(
        ru: "Без прямых кавычек и знаков разметки (звёздочек, скобок), не длиннее 200 знаков.",
        kk: "Тік тырнақшасыз, белгілеу таңбаларынсыз (жұлдызша, жақша), 200 таңбадан аспасын.",
        en: "Without straight quotation marks and signs of markup (asterisks, brackets), at most 200 signs.")
    static let policyLatin = Phrase(ru: "Латинскими буквами.", kk: "Латын әріптерімен.", en: "In Latin letters.")
    static let policySite = Phrase(
        ru: "Только имя, без https:// и пути: www.example.kz.", kk: "Тек аты, https:// мен жолсыз: www.example.kz.",
        en: "The name alone, without https:// and path: www.example.kz.")
    static let policyTelephone = Phrase(
        ru: "От 10 до 15 цифр: 8 727 000 00 00.", kk: "10–15 цифр: 8 727 000 00 00.",
        en: "From 10 to 15 digits: 8 727 000 00 00.")

    static func policyCount(_ least: Int, _ most: Int) -> Phrase {
        Phrase(
            ru: "Целое число от \(least) до \(most).", kk: "\(least)–\(most) аралығындағы бүтін сан.",
            en: "A whole number from \(least) to \(most).")
    }

    static let policyAloneReview = Phrase(
        ru: "Не меньше 2: кто работает один, ждёт день, прежде чем рассмотреть возражение.",
        kk: "Кемінде 2: жалғыз жұмыс істейтін адам қарсылықты қарамас бұрын бір күн күтеді.",
        en: "At least 2: who works alone waits a day before looking at an objection.")

    package static func policyThere(_ path: String) -> Phrase {
        Phrase(
            ru: "\(path) уже есть; ничего не изменено.", kk: "\(path) бар; ештеңе өзгертілген жоқ.",
            en: "\(path) is there already; nothing was changed.")
    }

    package static func policyNoLaw(_ path: String) -> Phrase {
        Phrase(
            ru: "Рядом нет папки lawpacks с требованиями закона. Создайте политику там, где она есть: \(path).",
            kk: "Қасында заң талаптары бар lawpacks папкасы жоқ. Саясатты сол папка бар жерде жасаңыз: \(path).",
            en:
                "There is no folder lawpacks, with what the law asks, beside it. Make the policy where there is: \(path)."
        )
    }

    package static func policyMade(_ path: String) -> Phrase {
        Phrase(
            ru: "Политика записана в \(path). Прочтите ru.md, kk.md и en.md, затем попробуйте: SAQTA_POLICY=\(path).",
            kk:
                "Саясат \(path) папкасына жазылды. ru.md, kk.md және en.md файлдарын оқып, байқап көріңіз: SAQTA_POLICY=\(path).",
            en: "The policy is in \(path). Read ru.md, kk.md and en.md, then try it: SAQTA_POLICY=\(path).")
    }
}
