import Primitives

/// Words of the policy's pages.
extension Phrase {
    package static let editionsTitle = Phrase(
        ru: "Все редакции политики", kk: "Саясаттың барлық редакциялары", en: "All editions of the policy")
    package static let editionsLead = Phrase(
        ru:
            "Каждая редакция остаётся по своему постоянному адресу. Контрольная сумма SHA\u{2011}256 позволяет убедиться, что текст не менялся.",
        kk:
            "Әр редакция тұрақты мекенжайында қалады. SHA\u{2011}256 бақылау сомасы арқылы мәтіннің өзгермегеніне көз жеткізуге болады.",
        en:
            "Every edition stays at its permanent address. The SHA\u{2011}256 checksum lets anyone see that its text has not changed."
    )
    package static let edition = Phrase(ru: "Редакция", kk: "Редакция", en: "Edition")
    package static func editionNumber(_ number: Int) -> Phrase {
        Phrase(ru: "Редакция \(number)", kk: "\(number)-редакция", en: "Edition \(number)")
    }
    package static let inForce = Phrase(ru: "действует", kk: "қолданыста", en: "in force")
    package static let inForceSince = Phrase(ru: "Действует с", kk: "Күшіне енген уақыты", en: "In force since")
    package static let permanentAddress = Phrase(
        ru: "Постоянный адрес", kk: "Тұрақты мекенжай", en: "Permanent address")
    package static let editionEnded = Phrase(
        ru: "Эта редакция больше не действует", kk: "Бұл редакция енді қолданылмайды",
        en: "This edition is no longer in force")
    package static let toEditionInForce = Phrase(
        ru: "Открыть действующую редакцию", kk: "Қолданыстағы редакцияны ашу", en: "Open the edition in force")
    package static let noEditions = Phrase(ru: "Редакций пока нет", kk: "Әзірге редакция жоқ", en: "No editions yet")
    package static let noEditionsExplanation = Phrase(
        ru: "Здесь появится политика, как только оператор её опубликует.",
        kk: "Оператор саясатты жариялағанда, ол осында шығады.",
        en: "The policy will be here as soon as the operator publishes it.")
    package static let contents = Phrase(ru: "Содержание", kk: "Мазмұны", en: "Contents")

    /// `clause 2.2.2`; those of the preamble have letters.
    package static func clause(_ number: String) -> Phrase {
        if number.count == 1, number.allSatisfy(\.isLetter) {
            return Phrase(
                ru: "преамбула,\u{A0}\(number)", kk: "кіріспе,\u{A0}\(number)", en: "preamble,\u{A0}\(number)")
        }
        return Phrase(ru: "пункт\u{A0}\(number)", kk: "\(number)-тармақ", en: "clause\u{A0}\(number)")
    }
    package static func howEnforced(_ clause: String) -> Phrase {
        Phrase(
            ru: "Как исполняется пункт \(clause)", kk: "\(clause)-тармақ қалай орындалады",
            en: "How clause \(clause) is enforced")
    }
    /// Beside a clause that is enforced as an earlier one is.
    package static func enforcedAs(_ number: String) -> Phrase {
        let clause = clause(number)
        return Phrase(ru: "Так же, как \(clause.ru)", kk: "\(clause.kk) сияқты", en: "Same as \(clause.en)")
    }
    package static let enforcementNote = Phrase(
        ru: "Рядом с каждым пунктом сказано, как он исполняется.",
        kk: "Әр тармақтың жанында оның қалай орындалатыны айтылған.",
        en: "Beside each clause stands how it is enforced.")
    package static let seeControl = Phrase(ru: "Посмотреть", kk: "Көру", en: "See it")
    package static func voidSince(_ day: Day) -> Phrase {
        let date = date(day)
        return Phrase(
            ru: "Недействителен с \(date.ru)", kk: "Жарамсыз деп танылған күні: \(date.kk)", en: "Void since \(date.en)"
        )
    }
    package static func voidClause(_ number: String) -> Phrase {
        let clause = clause(number)
        return Phrase(
            ru: "Недействителен \(clause.ru)", kk: "Жарамсыз деп танылған: \(clause.kk)", en: "Void: \(clause.en)")
    }
    package static let voidDeclared = Phrase(
        ru: "Разрешения прекращены", kk: "Рұқсаттар тоқтатылған уақыты:", en: "Permissions ended")
    package static let voidProof = Phrase(
        ru: "Доказательство из журнала (JSON)", kk: "Журналдағы дәлел (JSON)", en: "Proof from the ledger (JSON)")
    package static let voidClausesTitle = Phrase(
        ru: "В этой редакции есть недействительные пункты", kk: "Бұл редакцияда жарамсыз деп танылған тармақтар бар",
        en: "Some clauses of this edition are void")
    package static let voidClausesMeaning = Phrase(
        ru: "Всё, что разрешали только они, прекращено. Остальные пункты действуют.",
        kk: "Тек солар рұқсат еткеннің бәрі тоқтатылды. Қалған тармақтар күшінде.",
        en: "Whatever only they allowed has ended. The other clauses stand.")
}
