import Primitives

/// Words of the reviewers' queue.
extension Phrase {
    package static let officeQueueTitle = Phrase(ru: "Очередь проверки", kk: "Тексеру кезегі", en: "Review queue")
    package static let officeNextCase = Phrase(ru: "Следующее дело", kk: "Келесі іс", en: "Next case")
    package static let officeQueueEmpty = Phrase(ru: "Очередь пуста", kk: "Кезек бос", en: "The queue is empty")
    package static let officeQueueEmptyWhy = Phrase(
        ru: "Все присланные регистрации проверены или ждут ответа людей. Новые появятся здесь сами.",
        kk: "Жіберілген тіркелулердің бәрі тексерілді немесе адамдардың жауабын күтіп тұр. Жаңалары осында шығады.",
        en: "Every registration sent has been reviewed or waits for its person. New ones will appear here.")
    package static let officeFilterEmptyWhy = Phrase(
        ru: "В этой части очереди сейчас ничего нет; посмотрите все дела.",
        kk: "Кезектің бұл бөлігінде қазір ештеңе жоқ; барлық істі қараңыз.",
        en: "There is nothing in this part of the queue now; look at all cases.")
    package static let officeNothingFree = Phrase(
        ru: "Для вас свободных дел нет: остальные у других проверяющих, отложены, или решать их вам сейчас нельзя.",
        kk:
            "Сізге бос іс жоқ: қалғандарын басқа тексерушілер ұстап отыр, олар кейінге қалдырылған немесе оларды қазір сіз шеше алмайсыз.",
        en: "No case is free for you: the others are held by other reviewers, put aside, or not yours to decide now.")
    package static let officeAllCases = Phrase(ru: "Все дела", kk: "Барлық іс", en: "All cases")
    package static let officeFreeCases = Phrase(ru: "Свободные", kk: "Бос", en: "Free")
    package static let officeMineCases = Phrase(ru: "У меня", kk: "Менде", en: "Mine")
    package static let officeResentCases = Phrase(ru: "Присланы снова", kk: "Қайта жіберілген", en: "Sent again")
    package static let officeAsideCases = Phrase(ru: "Отложены", kk: "Кейінге қалдырылған", en: "Put aside")
    package static let officeCaseNumber = Phrase(ru: "Дело", kk: "Іс", en: "Case")
    package static let officeWaiting = Phrase(ru: "Ждёт", kk: "Күткен уақыты", en: "Waiting")
    package static let officeDue = Phrase(ru: "Срок", kk: "Мерзімі", en: "Due")
    package static let officeOwn = Phrase(ru: "ваша регистрация", kk: "сіздің тіркелуіңіз", en: "your own registration")
    package static let officeMarks = Phrase(ru: "Пометки", kk: "Белгілер", en: "Marks")
    package static let officeHolder = Phrase(ru: "Кто держит", kk: "Кім ұстап отыр", en: "Held by")
    package static let officeResent = Phrase(ru: "прислано снова", kk: "қайта жіберілген", en: "sent again")
    package static let officeObjection = Phrase(ru: "возражение", kk: "қарсылық", en: "objection")
    package static let officeAside = Phrase(ru: "отложено", kk: "кейінге қалдырылған", en: "put aside")
    package static let officeInvented = Phrase(ru: "вымышлено", kk: "ойдан шығарылған", en: "invented")
    package static let officeNew = Phrase(ru: "новое", kk: "жаңа", en: "new")
    package static let officeFree = Phrase(ru: "свободно", kk: "бос", en: "free")
    package static let officeHeldByNobody = Phrase(ru: "никто", kk: "ешкім", en: "nobody")
    package static func officeMineUntil(_ until: Phrase) -> Phrase {
        Phrase(ru: "у меня до \(until.ru)", kk: "менде, мерзімі: \(until.kk)", en: "mine until \(until.en)")
    }
    package static func officeHeldUntil(_ who: String, _ until: Phrase) -> Phrase {
        Phrase(ru: "\(who) до \(until.ru)", kk: "\(who), мерзімі: \(until.kk)", en: "\(who) until \(until.en)")
    }

    /// How long a case has waited, in its largest unit.
    package static func officeWaited(minutes: Int) -> Phrase {
        switch minutes {
        case ..<60: Phrase(ru: "\(minutes)\u{A0}мин", kk: "\(minutes)\u{A0}мин", en: "\(minutes)\u{A0}min")
        case ..<1_440:
            Phrase(
                ru: "\(minutes / 60)\u{A0}ч \(minutes % 60)\u{A0}мин",
                kk: "\(minutes / 60)\u{A0}сағ \(minutes % 60)\u{A0}мин",
                en: "\(minutes / 60)\u{A0}h \(minutes % 60)\u{A0}min")
        default: calendarDays(minutes / 1_440)
        }
    }

    package static let officeKeysTitle = Phrase(ru: "Клавиши", kk: "Пернелер", en: "Keys")
    package static let officeKeysOn = Phrase(
        ru: "Одиночные клавиши включены: выключить", kk: "Жеке пернелер қосулы: өшіру",
        en: "Single keys are on: switch off")
    package static let officeKeysOff = Phrase(
        ru: "Одиночные клавиши выключены: включить", kk: "Жеке пернелер өшірулі: қосу",
        en: "Single keys are off: switch on")
    package static let officeKeyDown = Phrase(ru: "вниз по списку", kk: "тізіммен төмен", en: "down the list")
    package static let officeKeyUp = Phrase(ru: "вверх по списку", kk: "тізіммен жоғары", en: "up the list")
    package static let officeKeyOpen = Phrase(ru: "открыть", kk: "ашу", en: "open")
    package static let officeKeyNext = Phrase(ru: "следующее дело", kk: "келесі іс", en: "next case")
    package static let officeKeyApprove = Phrase(ru: "одобрить дело", kk: "істі мақұлдау", en: "approve the case")
    package static let officeKeyAsk = Phrase(
        ru: "запросить снимок лучше", kk: "жақсырақ суретті сұрау", en: "ask for a better scan")
    package static let officeKeyZoom = Phrase(
        ru: "увеличить и уменьшить", kk: "үлкейту және кішірейту", en: "enlarge and reduce")
    package static let officeKeyRotate = Phrase(ru: "повернуть", kk: "бұру", en: "rotate")
    package static let officeKeyFit = Phrase(ru: "уместить", kk: "сыйғызу", en: "fit")
    package static let officeKeyHelp = Phrase(ru: "эта справка", kk: "осы анықтама", en: "this help")
}
