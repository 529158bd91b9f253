import Primitives

/// Words about changes of the policy, for persons who are signed in.
extension Phrase {
    package static let policyNewsTitle = Phrase(
        ru: "Изменения политики", kk: "Саясаттың өзгерістері", en: "Changes of the policy")
    package static let policyNewsHeading = Phrase(
        ru: "Политика изменилась", kk: "Саясат өзгерді", en: "The policy has changed")
    package static func policyNewsSince(_ seen: Int, _ newest: Int) -> Phrase {
        let (old, new) = (editionNumber(seen), editionNumber(newest))
        return Phrase(
            ru: "Вы видели: \(old.ru). Теперь действует: \(new.ru).",
            kk: "Сіз көргені: \(old.kk). Енді қолданыста: \(new.kk).",
            en: "You have seen: \(old.en). Now in force: \(new.en).")
    }
    package static let policyNewsWidens = Phrase(
        ru:
            "Она разрешает больше прежней. К данным, которые вы дали раньше, новое не применяется, пока вы не согласитесь заново. Соглашаться не обязательно.",
        kk:
            "Ол бұрынғысынан көбірек рұқсат береді. Қайта келіспесеңіз, жаңасы бұрын берген деректеріңізге қолданылмайды. Келісу міндетті емес.",
        en:
            "It allows more than before. What is new does not apply to data that you gave earlier until you agree afresh. You need not agree."
    )
    package static let policyNewsDifferences = Phrase(
        ru: "Что изменилось", kk: "Не өзгерді", en: "What changed")
    package static let policyNewsToAfresh = Phrase(
        ru: "Согласиться заново", kk: "Қайта келісу", en: "Agree afresh")
    package static let policyNewsRead = Phrase(
        ru: "Прочитано, больше не показывать", kk: "Оқылды, енді көрсетпеу", en: "I have read it, do not show it again")
    package static func policyNewsNone(_ number: Int) -> Phrase {
        let edition = editionNumber(number)
        return Phrase(
            ru: "Ничего нового. Действует: \(edition.ru).", kk: "Жаңалық жоқ. Қолданыста: \(edition.kk).",
            en: "Nothing new. In force: \(edition.en).")
    }
    package static let policyNewsAfresh = Phrase(
        ru: "Согласиться заново", kk: "Қайта келісу", en: "Agree afresh")
    package static let policyNewsAfreshMeans = Phrase(
        ru:
            "Эти согласия вы дали по более ранней редакции. Отметьте те, которые хотите дать и по действующей; остальные остаются, какими были.",
        kk:
            "Бұл келісімдерді бұрынғы редакция бойынша бергенсіз. Қолданыстағысы бойынша да бергіңіз келетінін белгілеңіз; қалғандары сол күйінде қалады.",
        en:
            "You gave these consents under an earlier edition. Tick those that you wish to give under the one in force too; the others stay as they were."
    )
    package static let policyNewsAgree = Phrase(
        ru: "Даю отмеченные согласия", kk: "Белгіленген келісімдерді беремін", en: "I give the consents ticked")
    package static let policyNewsChoose = Phrase(
        ru: "Отметьте хотя бы одно согласие. Если не согласны, ничего делать не нужно",
        kk: "Кемінде бір келісімді белгілеңіз. Келіспесеңіз, ештеңе істеудің қажеті жоқ",
        en: "Tick at least one consent. If you do not agree, you need do nothing")
    package static let policyNewsDone = Phrase(ru: "Записано", kk: "Жазылды", en: "Recorded")
    package static let policyNewsMailTitle = Phrase(
        ru: "Сообщать по почте", kk: "Пошта арқылы хабарлау", en: "Notice by e-mail")
    package static let policyNewsMail = Phrase(
        ru: "Присылать письмо, когда вступит в силу новая редакция", kk: "Жаңа редакция күшіне енгенде хат жіберілсін",
        en: "Send me an e-mail when a new edition is in force")
    package static let policyNewsMailHint = Phrase(
        ru: "В письме нет персональных данных, только ссылка. Отключить можно здесь же.",
        kk: "Хатта дербес деректер жоқ, тек сілтеме бар. Оны осында өшіруге болады.",
        en: "The letter holds no personal data, only a link. You can switch it off here.")
    package static let policyNewsMailSave = Phrase(ru: "Сохранить", kk: "Сақтау", en: "Save")
    package static let policyFeed = Phrase(
        ru: "Лента изменений (Atom)", kk: "Өзгерістер таспасы (Atom)", en: "Feed of changes (Atom)")
}
