import Policy
import Primitives

/// Words of the page on which clauses are declared void.
extension Phrase {
    package static let officeVoidTitle = Phrase(
        ru: "Недействительные пункты", kk: "Жарамсыз тармақтар", en: "Void clauses")
    package static let officeVoidLead = Phrase(
        ru:
            "Если суд или закон лишил пункт силы, объявите его недействительным. Всё, что разрешал только он, прекратится сразу; остальное действует дальше. Вернуть пункт можно только новой редакцией.",
        kk:
            "Сот немесе заң тармақты күшінен айырса, оны жарамсыз деп жариялаңыз. Тек сол рұқсат еткеннің бәрі бірден тоқтайды, қалғаны күшінде қалады. Тармақты тек жаңа редакциямен қайтаруға болады.",
        en:
            "When a court or a law has taken a clause’s force, declare it void. Whatever only it allowed stops at once; the rest goes on. Only a new edition brings a clause back."
    )
    package static let officeVoidDeclared = Phrase(
        ru: "Объявлены недействительными", kk: "Жарамсыз деп жарияланған", en: "Declared void")
    package static func officeVoidProposed(_ number: String) -> Phrase {
        let clause = clause(number)
        return Phrase(
            ru: "Предложено объявить недействительным: \(clause.ru)",
            kk: "Жарамсыз деп жариялауға ұсынылды: \(clause.kk)", en: "Proposed to be declared void: \(clause.en)")
    }
    package static let officeVoidPropose = Phrase(
        ru: "Предложить объявить пункт недействительным", kk: "Тармақты жарамсыз деп жариялауды ұсыну",
        en: "Propose to declare a clause void")
    package static let officeVoidClause = Phrase(ru: "Пункт", kk: "Тармақ", en: "Clause")
    package static let officeVoidSince = Phrase(
        ru: "Недействителен с", kk: "Жарамсыз болған күні", en: "Void since")
    package static let officeVoidSinceHint = Phrase(
        ru: "День из решения суда или закона, не позже сегодняшнего. Разрешения прекратятся, когда пункт объявят.",
        kk: "Сот шешіміндегі немесе заңдағы күн, бүгіннен кеш емес. Рұқсаттар тармақ жарияланғанда тоқтайды.",
        en:
            "The day in the court’s decision or the law, not after today. Permissions end when the clause is declared void."
    )
    package static func officeVoidReason(_ language: Language) -> Phrase {
        Phrase(
            ru: "Почему: \(language.ownName)", kk: "Себебі: \(language.ownName)", en: "Why: \(language.ownName)")
    }
    package static let officeVoidReasonHint = Phrase(
        ru: "Прочтут все. Без имён и других персональных данных.",
        kk: "Бәрі оқиды. Аты-жөн мен өзге дербес деректерсіз.",
        en: "Everybody reads it. No names and no other personal data.")
    package static let officeVoidWhy = Phrase(ru: "Почему", kk: "Себебі", en: "Why")
    package static let officeVoidStops = Phrase(
        ru: "Что прекратится сразу", kk: "Бірден не тоқтайды", en: "What stops at once")
    package static let officeVoidStopsNothing = Phrase(
        ru: "Программа ничего не остановит: ни одно разрешение не держится на одном этом пункте",
        kk: "Бағдарлама ештеңені тоқтатпайды: тек осы тармаққа сүйенетін рұқсат жоқ",
        en: "The programme will stop nothing: no permission rests on this clause alone")
    package static let officeVoidWho = Phrase(ru: "Кому", kk: "Кімге", en: "For whom")
    package static let officeVoidActs = Phrase(ru: "Действия", kk: "Әрекеттер", en: "Acts")
    package static let officeVoidData = Phrase(ru: "Данные", kk: "Деректер", en: "Data")
    package static let officeVoidAll = Phrase(ru: "все", kk: "барлығы", en: "all")
    package static let officeVoidDeclare = Phrase(
        ru: "Объявить недействительным", kk: "Жарамсыз деп жариялау", en: "Declare void")
    package static let officeVoidDeclareMeans = Phrase(
        ru: "Прекратится сразу, на всех серверах. На странице политики пункт будет зачёркнут, с датой и причиной.",
        kk: "Барлық серверде бірден тоқтайды. Саясат бетінде тармақ күні мен себебі көрсетіліп, сызып тасталады.",
        en: "It stops at once, on every server. On the policy’s page the clause is struck, with date and reason.")
    package static let officeVoidAnother = Phrase(
        ru: "Объявить должен другой администратор", kk: "Басқа әкімші жариялауы керек",
        en: "Another administrator has to declare it")
    package static let officeVoidAlone = Phrase(
        ru: "Вы работаете в одиночку и объявляете сами", kk: "Жалғыз жұмыс істейсіз, сондықтан өзіңіз жариялайсыз",
        en: "You work alone and declare it yourself")
    package static func officeVoidAloneFrom(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Не раньше \(moment.ru). Объявление будет помечено «в одиночку».",
            kk: "Ең ерте уақыты: \(moment.kk). Жариялауға «жалғыз өзі» белгісі қойылады.",
            en: "From \(moment.en) on. The declaration will be marked “single-handed”.")
    }

    // Why something was not done.
    package static let officeVoidNoClause = Phrase(
        ru: "Выберите пункт действующей редакции", kk: "Қолданыстағы редакцияның тармағын таңдаңыз",
        en: "Choose a clause of the edition in force")
    package static let officeVoidAlready = Phrase(
        ru: "Этот пункт уже объявлен недействительным, или это уже предложено",
        kk: "Бұл тармақ жарамсыз деп жарияланған немесе бұл бұрын ұсынылған",
        en: "This clause is void already, or it has been proposed already")
    package static let officeVoidDay = Phrase(
        ru: "Укажите день не позже сегодняшнего и не раньше первой редакции",
        kk: "Бүгіннен кеш емес және алғашқы редакциядан ерте емес күнді көрсетіңіз",
        en: "Give a day not after today and not before the first edition")
    package static func officeVoidReasonMissing(_ most: Int) -> Phrase {
        Phrase(
            ru: "Напишите причину на этом языке, не длиннее \(most) знаков",
            kk: "Себебін осы тілде жазыңыз, \(most) таңбадан ұзын болмасын",
            en: "Give the reason in this language, in \(most) characters at most")
    }
    package static let officeVoidLocksOut = Phrase(
        ru:
            "На этом пункте держится вход работников: без него никто не смог бы опубликовать новую редакцию. Опубликуйте редакцию, в которой этого пункта нет",
        kk:
            "Қызметкерлердің кіруі осы тармаққа сүйенеді: онсыз ешкім жаңа редакцияны жариялай алмас еді. Бұл тармағы жоқ редакцияны жариялаңыз",
        en:
            "Staff sign in on this clause: without it nobody could publish a new edition. Publish an edition without the clause instead"
    )

    /// Several things in a row.
    package static func list(_ phrases: [Phrase]) -> Phrase {
        func joined(_ language: Language) -> String { phrases.map { $0[language] }.joined(separator: ", ") }
        return Phrase(ru: joined(.ru), kk: joined(.kk), en: joined(.en))
    }

    /// Acts by name, in a row.
    package static func actNames(_ acts: [Act]) -> Phrase { .list(acts.map(actName)) }
}
