import Policy
import Primitives

/// Words of the page of working days.
extension Phrase {
    package static let officeCalendarTitle = Phrase(ru: "Рабочие дни", kk: "Жұмыс күндері", en: "Working days")
    package static let officeCalendarLead = Phrase(
        ru:
            "По этим дням считаются сроки. Праздники берутся из закона; решения Правительства о переносе дней вносите вы.",
        kk:
            "Мерзімдер осы күндер бойынша есептеледі. Мерекелер заңнан алынады; Үкіметтің күндерді ауыстыру шешімдерін сіз енгізесіз.",
        en: "Deadlines are counted by these days. Holidays come from the law; what the Government moves, you enter.")
    package static func officeCalendarVersion(_ number: Int) -> Phrase {
        Phrase(
            ru: "Версия календаря \(number)", kk: "Күнтізбенің \(number)\u{2011}нұсқасы",
            en: "Calendar version \(number)")
    }
    package static func officeCalendarYear(_ year: Int) -> Phrase {
        Phrase(ru: "\(year)\u{A0}год", kk: "\(year)\u{A0}жыл", en: "\(year)")
    }
    package static func officeCalendarToYear(_ year: Int) -> Phrase {
        Phrase(ru: "К \(year)\u{A0}году", kk: "\(year)\u{A0}жылға", en: "To \(year)")
    }
    package static func officeCalendarUnknown(_ year: Int) -> Phrase {
        Phrase(
            ru:
                "Первый день Курбан-айта известен до \(year)\u{A0}года. Для следующих лет внесите его, когда его объявят.",
            kk:
                "Құрбан айттың бірінші күні \(year)\u{A0}жылға дейін белгілі. Кейінгі жылдар үшін ол жарияланғанда енгізіңіз.",
            en: "The first day of Kurban Ait is known up to \(year). For later years enter it when it is announced.")
    }
    package static let officeCalendarOff = Phrase(ru: "Нерабочие дни", kk: "Жұмыс істемейтін күндер", en: "Days off")
    package static let officeCalendarDay = Phrase(ru: "День", kk: "Күн", en: "Day")
    package static let officeCalendarWhy = Phrase(ru: "Почему", kk: "Себебі", en: "Why")
    package static let officeCalendarMoves = Phrase(
        ru: "Решения Правительства", kk: "Үкімет шешімдері", en: "Decisions of the Government")
    package static let officeCalendarNoMoves = Phrase(
        ru: "Перенесённых дней нет", kk: "Ауыстырылған күндер жоқ", en: "No days are moved")
    package static let officeCalendarNoMovesWhy = Phrase(
        ru: "Здесь стоят дни, которые Правительство перенесло, с актом.",
        kk: "Мұнда Үкімет ауыстырған күндер актісімен тұрады.",
        en: "Days that the Government has moved stand here, each with its act.")
    package static let officeCalendarKind = Phrase(
        ru: "Каким стал день?", kk: "Күн қандай болды?", en: "What has the day become?")
    package static let officeCalendarBecomesOff = Phrase(ru: "Выходной", kk: "Демалыс күні", en: "A day off")
    package static let officeCalendarBecomesWorking = Phrase(ru: "Рабочий", kk: "Жұмыс күні", en: "A working day")
    package static let officeCalendarAct = Phrase(ru: "Акт", kk: "Акт", en: "Act")
    package static let officeCalendarActHint = Phrase(
        ru: "Как на него ссылаются: вид, номер, дата.", kk: "Оған қалай сілтеме жасалады: түрі, нөмірі, күні.",
        en: "As it is cited: kind, number, date.")
    package static let officeCalendarAdd = Phrase(ru: "Внести решение", kk: "Шешімді енгізу", en: "Enter a decision")
    package static let officeCalendarPreview = Phrase(
        ru: "Посмотреть, что изменится", kk: "Не өзгеретінін көру", en: "See what it changes")
    package static let officeCalendarTakeBack = Phrase(
        ru: "Снять перенос", kk: "Ауыстыруды алып тастау", en: "Take the decision back")
    package static let officeCalendarEnter = Phrase(ru: "Внести", kk: "Енгізу", en: "Enter it")
    package static let officeCalendarFromLaw = Phrase(ru: "из закона", kk: "заңнан", en: "from the law pack")
    package static func officeCalendarShifts(_ count: Int) -> Phrase {
        guard count > 0 else {
            return Phrase(
                ru: "Ни один срок не сдвигается", kk: "Ешбір мерзім жылжымайды", en: "No deadline moves")
        }
        let cases = Phrase.count(
            count, ru: ("срок", "срока", "сроков"), kk: "мерзім", en: ("deadline", "deadlines"))
        return Phrase(
            ru: "Изменятся сроки: \(cases.ru)", kk: "\(cases.kk) өзгереді", en: "\(cases.en) will move")
    }
    package static let officeCalendarShiftsOpenly = Phrase(
        ru: "Каждый сдвиг будет записан в журнал, и человек его увидит.",
        kk: "Әр жылжу журналға жазылады, адам оны көреді.",
        en: "Each move is an entry in the ledger, and the person sees it.")
    package static let officeCalendarWas = Phrase(ru: "Было", kk: "Болған", en: "Was")
    package static let officeCalendarBecomes = Phrase(ru: "Станет", kk: "Болады", en: "Becomes")
    package static func officeCalendarFor(_ title: Phrase) -> Phrase {
        Phrase(
            ru: "за праздник на выходном: \(title.ru)", kk: "демалысқа түскен мереке үшін: \(title.kk)",
            en: "for a holiday on a weekend: \(title.en)")
    }
    /// The name of a month, such as `March`.
    package static func monthName(_ month: Int) -> Phrase {
        Phrase(ru: CalendarWords.ru[month - 1], kk: CalendarWords.kk[month - 1], en: CalendarWords.en[month - 1])
    }
    /// `Mo`: the head of a column.
    package static func weekdayHead(_ weekday: Int) -> Phrase {
        Phrase(
            ru: CalendarWords.ruDays[weekday - 1], kk: CalendarWords.kkDays[weekday - 1],
            en: CalendarWords.enDays[weekday - 1])
    }

    package static let calendarChangedMeanwhile = Phrase(
        ru: "Календарь тем временем изменился. Посмотрите ещё раз.", kk: "Осы арада күнтізбе өзгерді. Қайта қараңыз.",
        en: "The calendar has changed meanwhile. Please look again.")
    package static let calendarNothingNew = Phrase(
        ru: "Этот день уже такой", kk: "Бұл күн онсыз да сондай", en: "The day is so already")
    package static let calendarFarAway = Phrase(
        ru: "Внесите день не дальше двух лет от сегодняшнего", kk: "Бүгіннен екі жылдан аспайтын күнді енгізіңіз",
        en: "Enter a day within two years of today")
    package static let calendarNoDay = Phrase(
        ru: "Внесите день: год, месяц, число", kk: "Күнді енгізіңіз: жыл, ай, күн", en: "Enter a day: year, month, date"
    )
    package static let calendarNoAct = Phrase(ru: "Укажите акт", kk: "Актіні көрсетіңіз", en: "Cite the act")
    package static let calendarLongAct = Phrase(
        ru: "Не больше 200 знаков", kk: "200 таңбадан аспасын", en: "At most 200 characters")
    package static let calendarNoKind = Phrase(
        ru: "Выберите, каким стал день", kk: "Күннің қандай болғанын таңдаңыз", en: "Choose what the day has become")
}

private enum CalendarWords {
    static let ru = [
        "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь",
        "Декабрь",
    ]
    static let kk = [
        "Қаңтар", "Ақпан", "Наурыз", "Сәуір", "Мамыр", "Маусым", "Шілде", "Тамыз", "Қыркүйек", "Қазан", "Қараша",
        "Желтоқсан",
    ]
    static let en = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let ruDays = ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"]
    static let kkDays = ["Дс", "Сс", "Ср", "Бс", "Жм", "Сн", "Жк"]
    static let enDays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
}
