import Primitives

/// Words of the pages on which the next edition is drafted.
extension Phrase {
    package static let officeDraftTitle = Phrase(
        ru: "Проект следующей редакции", kk: "Келесі редакцияның жобасы", en: "Draft of the next edition")
    package static let officeDraftLead = Phrase(
        ru:
            "Правьте тексты по пунктам или файлы целиком. Каждое сохранение остаётся отдельной версией; ничего не действует, пока редакцию не опубликуют.",
        kk:
            "Мәтіндерді тармақтап немесе файлдарды тұтас түзетіңіз. Әр сақтау бөлек нұсқа болып қалады; редакция жарияланғанша ештеңе күшіне енбейді.",
        en:
            "Edit the texts clause by clause, or whole files. Each saving stays as a version of its own; nothing is in force until the edition is published."
    )
    package static let officeDraftNone = Phrase(
        ru: "Проекта пока нет", kk: "Әзірге жоба жоқ", en: "There is no draft yet")
    package static let officeDraftNoneWhy = Phrase(
        ru: "Проект начинается с файлов из папки политики на сервере. Папка при этом не меняется.",
        kk: "Жоба сервердегі саясат қалтасының файлдарынан басталады. Қалтаның өзі өзгермейді.",
        en: "A draft begins with the files of the policy’s folder on the server. The folder itself does not change.")
    package static let officeDraftBegin = Phrase(ru: "Начать проект", kk: "Жобаны бастау", en: "Begin the draft")
    package static let officeDraftCheck = Phrase(ru: "Проверка", kk: "Тексеру", en: "Check")
    package static let officeDraftNoErrors = Phrase(
        ru: "Ошибок нет", kk: "Қате жоқ", en: "No errors")
    package static func officeDraftErrors(_ count: Int) -> Phrase {
        Phrase(ru: "Ошибки: \(count)", kk: "Қателер: \(count)", en: "Errors: \(count)")
    }
    package static func officeDraftWarnings(_ count: Int) -> Phrase {
        Phrase(ru: "Предупреждения: \(count)", kk: "Ескертулер: \(count)", en: "Warnings: \(count)")
    }
    package static let officeDraftProposed = Phrase(
        ru:
            "Предложение уже есть: опубликуйте его или отзовите",
        kk: "Ұсыныс бар: оны жариялаңыз немесе кері қайтарып алыңыз",
        en: "There is a proposal already: publish it or withdraw it")
    package static let officeDraftClauses = Phrase(
        ru: "Тексты пунктов", kk: "Тармақтардың мәтіні", en: "Texts of the clauses")
    package static let officeDraftFiles = Phrase(ru: "Файлы целиком", kk: "Файлдар тұтасымен", en: "Whole files")
    package static let officeDraftFilesLead = Phrase(
        ru:
            "В policy.yml сказано, какие данные, для каких целей, кому и на какой срок. В остальных файлах — тексты; там добавляют и убирают пункты и главы.",
        kk:
            "policy.yml файлында қандай деректер, қандай мақсатпен, кімге және қандай мерзімге екені жазылған. Қалған файлдарда мәтіндер бар; тармақтар мен тараулар сонда қосылады және алынады.",
        en:
            "policy.yml says which data, for which purposes, to whom and for how long. The other files hold the texts; clauses and chapters are added and taken out there."
    )
    package static func officeDraftChanges(_ number: Int) -> Phrase {
        let edition = editionNumber(number)
        return Phrase(
            ru: "Чем отличается: действует \(edition.ru)", kk: "Айырмасы: қолданыста \(edition.kk)",
            en: "What differs from \(edition.en), in force")
    }
    package static let officeDraftName = Phrase(ru: "Файл", kk: "Файл", en: "File")
    package static let officeDraftRevision = Phrase(ru: "Версия", kk: "Нұсқа", en: "Version")
    package static let officeDraftSaved = Phrase(ru: "Сохранено", kk: "Сақталған уақыты", en: "Saved")
    package static let officeDraftRevisions = Phrase(
        ru: "Последние версии", kk: "Соңғы нұсқалар", en: "Newest versions")
    package static func officeDraftClause(_ number: String) -> Phrase {
        let clause = clause(number)
        return Phrase(ru: "Проект: \(clause.ru)", kk: "Жоба: \(clause.kk)", en: "Draft: \(clause.en)")
    }
    package static func officeDraftFile(_ name: String) -> Phrase {
        Phrase(ru: "Проект: файл \(name)", kk: "Жоба: \(name) файлы", en: "Draft: file \(name)")
    }
    package static let officeDraftText = Phrase(
        ru: "Содержание файла", kk: "Файлдың мазмұны", en: "Content of the file")
    package static let officeDraftUpload = Phrase(
        ru: "Или замените файлом", kk: "Немесе файлмен алмастырыңыз", en: "Or replace it by a file")
    package static let officeDraftUploadHint = Phrase(
        ru: "Текст в UTF\u{2011}8, до 256 КБ. Выбранный файл сохранится вместо текста выше.",
        kk: "UTF\u{2011}8 мәтіні, 256 КБ\u{2011}қа дейін. Таңдалған файл жоғарыдағы мәтіннің орнына сақталады.",
        en: "Text in UTF\u{2011}8, up to 256 KB. The file you choose is saved instead of the text above.")
    package static let officeDraftSave = Phrase(ru: "Сохранить", kk: "Сақтау", en: "Save")
    package static let officeDraftReplace = Phrase(
        ru: "Сохранить моё вместо этого", kk: "Оның орнына менікін сақтау", en: "Save mine instead")
    package static let officeDraftSavedNow = Phrase(ru: "Сохранено", kk: "Сақталды", en: "Saved")
    package static let officeDraftConflictTitle = Phrase(
        ru:
            "Пока вы правили, это место сохранил другой человек",
        kk: "Сіз түзетіп жатқанда, бұл жерді басқа адам сақтады",
        en: "While you were editing, somebody else saved this")
    package static let officeDraftConflict = Phrase(
        ru: "Ниже то, что сохранено сейчас. Ваш текст цел и стоит в полях; перенесите в него нужное и сохраните.",
        kk: "Төменде қазір сақталғаны тұр. Сіздің мәтініңіз өрістерде бүтін; оған керегін көшіріп, сақтаңыз.",
        en:
            "Below is what is saved now. Your text is whole and stands in the fields; carry over what you need, and save."
    )

    // Why something was not done.
    package static let officeDraftHeading = Phrase(
        ru: "Строка текста не может начинаться с «#»: это заголовок. Пункты добавляют в файле целиком",
        kk: "Мәтін жолы «#» белгісінен басталмауы керек: бұл тақырып. Тармақтар тұтас файлда қосылады",
        en: "No line of the text may begin with “#”: that is a heading. Clauses are added in the whole file")
    package static let officeDraftTooLong = Phrase(
        ru: "Файл длиннее 256 КБ", kk: "Файл 256 КБ\u{2011}тан ұзын", en: "The file is longer than 256 KB")
    package static let officeDraftNoText = Phrase(
        ru: "Это не текст в UTF\u{2011}8", kk: "Бұл UTF\u{2011}8 мәтіні емес", en: "This is no text in UTF\u{2011}8")
    package static let officeDraftNotFound = Phrase(
        ru: "Такого места в проекте нет", kk: "Жобада мұндай жер жоқ", en: "There is no such place in the draft")
}
