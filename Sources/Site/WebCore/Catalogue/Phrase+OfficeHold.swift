import Primitives

/// Words of the page of what is held since a restore.
extension Phrase {
    package static let officeHoldTitle = Phrase(
        ru: "Остановленная работа", kk: "Тоқтатылған жұмыс", en: "Held work")
    package static func officeHoldBanner(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Данные восстановлены из резервной копии. Письма, SMS и задания остановлены: \(moment.ru).",
            kk:
                "Деректер резервтік көшірмеден қалпына келтірілді. Хаттар, SMS және тапсырмалар тоқтатылған: \(moment.kk).",
            en: "Data were put back from a backup. Mail, SMS and jobs have stood still since \(moment.en).")
    }
    package static let officeHoldLead = Phrase(
        ru:
            "Сайт и коды для входа работают. Письма и SMS не уходят, документы не читаются, сроки и уничтожение по сроку не исполняются: часть из этого могла быть сделана после копии. Сверьтесь и отпустите.",
        kk:
            "Сайт пен кіру кодтары жұмыс істейді. Хаттар мен SMS жіберілмейді, құжаттар оқылмайды, мерзімдер мен мерзімі бойынша жою орындалмайды: олардың бір бөлігі көшірмеден кейін жасалған болуы мүмкін. Тексеріп, босатыңыз.",
        en:
            "The site and codes for signing in work. Mail and SMS do not go out, documents are not read, terms and destruction at their end are not carried out: some of it may have been done after the copy. Look, and release it."
    )
    package static let officeHoldNothing = Phrase(
        ru: "Ничего не остановлено", kk: "Ештеңе тоқтатылмаған", en: "Nothing is held")
    package static let officeHoldNothingWhy = Phrase(
        ru: "Работа останавливается, когда данные восстановлены из резервной копии.",
        kk: "Деректер резервтік көшірмеден қалпына келтірілгенде жұмыс тоқтайды.",
        en: "Work is held when data have been put back from a backup.")
    package static let officeHoldSince = Phrase(ru: "Остановлено", kk: "Тоқтатылған уақыты", en: "Held since")
    package static let officeHoldMessages = Phrase(
        ru: "Сообщения ждут отправки", kk: "Жіберуді күткен хабарламалар", en: "Messages that wait to go out")
    package static func officeHoldOlder(_ count: Int) -> Phrase {
        Phrase(
            ru: "из них из копии: \(count)", kk: "оның ішінде көшірмеден: \(count)",
            en: "of them from the copy: \(count)")
    }
    package static let officeHoldDocuments = Phrase(
        ru: "Документы ждут чтения", kk: "Оқуды күткен құжаттар", en: "Documents that wait to be read")
    package static let officeHoldOverdue = Phrase(
        ru: "Регистрации, срок которых истёк", kk: "Мерзімі өткен тіркелулер", en: "Registrations whose term is over")
    package static let officeHoldKept = Phrase(
        ru: "Люди, которых надо снова спросить о согласии", kk: "Келісімі қайта сұралатын адамдар",
        en: "People to be asked for their consent again")
    package static let officeHoldProposed = Phrase(
        ru: "Отпустить предложено", kk: "Босатуға ұсынылған", en: "Release was proposed")
    package static let officeHoldPropose = Phrase(
        ru: "Предложить отпустить", kk: "Босатуды ұсыну", en: "Propose to release")
    package static let officeHoldRelease = Phrase(ru: "Отпустить", kk: "Босату", en: "Release")
    package static let officeHoldMeans = Phrase(
        ru: "Всё, что ждёт, уйдёт и будет исполнено сразу, на всех серверах.",
        kk: "Күткеннің бәрі барлық серверде бірден жіберіліп, орындалады.",
        en: "All that waits goes out and is carried out at once, on every server.")
    package static let officeHoldAnother = Phrase(
        ru: "Отпустить должен другой администратор", kk: "Басқа әкімші босатуы керек",
        en: "Another administrator has to release it")
    package static let officeHoldAlone = Phrase(
        ru: "Вы работаете в одиночку и отпускаете сами", kk: "Жалғыз жұмыс істейсіз, сондықтан өзіңіз босатасыз",
        en: "You work alone and release it yourself")
    package static func officeHoldAloneFrom(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Не раньше \(moment.ru). В журнале останется пометка «в одиночку».",
            kk: "Ең ерте уақыты: \(moment.kk). Журналда «жалғыз өзі» белгісі қалады.",
            en: "From \(moment.en) on. The entry in the ledger will be marked “single-handed”.")
    }
    package static let officeHoldChanged = Phrase(
        ru: "Это уже предложено или отпущено", kk: "Бұл ұсынылған немесе босатылған",
        en: "It has been proposed or released already")
}
