import Primitives

/// Words of the office's queue of messages.
extension Phrase {
    package static func officeThreadTitle(_ number: String) -> Phrase {
        Phrase(ru: "Переписка \(number)", kk: "\(number) хат алмасуы", en: "Thread \(number)")
    }
    package static let officeThreadsEmpty = Phrase(
        ru: "Сообщений, которые ждут ответа, нет", kk: "Жауап күтіп тұрған хабарлама жоқ",
        en: "No message waits for an answer")
    package static let officeThreadsEmptyWhy = Phrase(
        ru: "Новые появятся здесь сами. Звонок, мессенджер или визит запишите.",
        kk: "Жаңалары осында өзі шығады. Қоңырауды, мессенджерді немесе келуді жазып қойыңыз.",
        en: "New ones will appear here. Put a call, a messenger or a visit down.")
    package static let officeThreadMine = Phrase(ru: "у вас", kk: "сізде", en: "yours")
    package static let officeThreadTake = Phrase(ru: "Взять себе", kk: "Өзіме алу", en: "Take it")
    package static let officeThreadsPartEmpty = Phrase(
        ru: "Здесь сейчас ничего нет", kk: "Мұнда қазір ештеңе жоқ", en: "Nothing is here now")
    package static let officeThreadsPartEmptyWhy = Phrase(
        ru: "Посмотрите всю очередь.", kk: "Бүкіл кезекті қараңыз.", en: "Look at the whole queue.")
    package static let officeAllThreads = Phrase(ru: "Все", kk: "Барлығы", en: "All")
    package static func officeThreadHolder(_ who: String) -> Phrase {
        Phrase(ru: "у работника \(who)", kk: "\(who) қызметкерінде", en: "held by \(who)")
    }
    package static let officeThreadColleague = Phrase(
        ru: "Передать коллеге", kk: "Әріптеске беру", en: "Give it to a colleague")
    package static let officeThreadColleagueMissing = Phrase(
        ru: "Выберите, кому передать переписку", kk: "Хат алмасуды кімге беретініңізді таңдаңыз",
        en: "Choose who gets the thread")
    package static let officeThreadGive = Phrase(ru: "Передать", kk: "Беру", en: "Give")
    package static let officeThreadGiven = Phrase(
        ru: "Переписка передана", kk: "Хат алмасу берілді", en: "The thread is given on")
    package static let officeThreadOpen = Phrase(ru: "Открыть переписку", kk: "Хат алмасуды ашу", en: "Open the thread")
    package static let officeThreadOpenLead = Phrase(
        ru: "Сообщения откроются для цели «Связь с вами»; человек увидит, что переписка открыта.",
        kk: "Хабарламалар «Сізбен байланысу» мақсатында ашылады; адам хат алмасудың ашылғанын көреді.",
        en: "The messages open for the purpose “Contact with you”; the person sees that the thread was opened.")
    package static let officeThreadClose = Phrase(
        ru: "Закрыть переписку", kk: "Хат алмасуды жабу", en: "Close the thread")
    package static let officeThreadClosed = Phrase(
        ru: "Переписка закрыта", kk: "Хат алмасу жабылды", en: "The thread is closed")
    package static let threadFull = Phrase(
        ru: "В этой переписке больше нет места", kk: "Бұл хат алмасуда орын қалмады",
        en: "There is no more room in this thread")

    package static let officeNoteVerb = Phrase(
        ru: "Записать разговор", kk: "Әңгімені жазу", en: "Put a conversation down")
    package static let officeNoteLead = Phrase(
        ru:
            "С номером регистрации запись попадёт в переписку с человеком и будет видна ему. Не просите присылать документы мессенджером.",
        kk:
            "Тіркелу нөмірімен жазба адаммен хат алмасуға түседі және оған көрінеді. Құжаттарды мессенджермен жіберуді сұрамаңыз.",
        en:
            "With a registration number the note goes into the thread with the person, who sees it. Do not ask for documents by a messenger."
    )
    package static let officeNoteCaseHint = Phrase(
        ru:
            "Без номера запись ждёт в очереди, пока вы не ответите или не закроете её, и через 90 дней уничтожается.",
        kk: "Нөмірсіз жазба жауап бергенше не жапқанша кезекте тұрады және 90 күннен кейін жойылады.",
        en: "Without a number the note waits in the queue until you answer or close it, and is destroyed after 90 days."
    )
    package static let officeNoteAddressHint = Phrase(
        ru:
            "Если номера регистрации нет: сюда придут ссылка на ответ и код. Если этот адрес подтвердил зарегистрированный человек, запись попадёт в его переписку.",
        kk:
            "Тіркелу нөмірі болмаса: жауаптың сілтемесі мен код осында келеді. Бұл мекенжайды тіркелген адам растаған болса, жазба оның хат алмасуына түседі.",
        en:
            "Where there is no registration number: the link to the answer and a code come here. If somebody registered has confirmed this address, the note goes into their thread."
    )
    package static let officeNoteEither = Phrase(
        ru: "Ответ придёт в кабинет: уберите адрес или номер регистрации",
        kk: "Жауап кабинетке келеді: мекенжайды не тіркелу нөмірін алып тастаңыз",
        en: "The answer goes to the account: take out the address or the registration number")
    package static let officeThreadNoAddress = Phrase(
        ru: "Ответить некуда: человек не оставил адреса", kk: "Жауап беретін жер жоқ: адам мекенжай қалдырмаған",
        en: "There is nowhere to answer: the person left no address")
    /// Where the person has no account.
    package static let officeAnswerByLinkHint = Phrase(
        ru: "Ответ шифруется; в письме или SMS будет только одноразовая ссылка на него.",
        kk: "Жауап шифрланады; хатта не SMS-те тек оның бір реттік сілтемесі болады.",
        en: "The answer is sealed; the e-mail or SMS has only a one-time link to it.")
    package static let officeThreadNoAddressLead = Phrase(
        ru: "Закройте запись, когда по ней больше нечего делать.",
        kk: "Жазба бойынша істейтін ештеңе қалмағанда, оны жабыңыз.",
        en: "Close the note when nothing is left to be done about it.")
    package static let officeKeyNote = Phrase(
        ru: "записать разговор", kk: "әңгімені жазу", en: "put a conversation down")
    package static let officeNoteDirection = Phrase(ru: "Чьи слова", kk: "Кімнің сөзі", en: "Whose words")
    package static let officeNoteWords = Phrase(ru: "Что сказано", kk: "Не айтылды", en: "What was said")
    package static let officeNoteWaits = Phrase(
        ru: "Человек ещё ждёт ответа", kk: "Адам әлі жауап күтіп тұр", en: "The person still waits for an answer")
    package static let officeNoteMissing = Phrase(
        ru: "Напишите, что сказано", kk: "Не айтылғанын жазыңыз", en: "Write what was said")
    package static let officeNoteWayMissing = Phrase(
        ru: "Выберите, как говорили", kk: "Қалай сөйлескеніңізді таңдаңыз", en: "Choose how you talked")
    package static let officeNoteDirectionMissing = Phrase(
        ru: "Выберите, чьи это слова", kk: "Кімнің сөзі екенін таңдаңыз", en: "Choose whose words they are")

    package static let officeTemplatesTitle = Phrase(
        ru: "Шаблоны ответов", kk: "Жауап үлгілері", en: "Templates of answers")
    package static let officeTemplatesLead = Phrase(
        ru:
            "Человек получает ответ на своём языке, поэтому текст нужен на всех трёх. Данных людей в шаблонах быть не должно.",
        kk:
            "Адам жауапты өз тілінде алады, сондықтан мәтін үш тілде де керек. Үлгілерде адамдардың деректері болмауы тиіс.",
        en:
            "People are answered in their own language, so the text is needed in all three. Templates hold no data of people."
    )
    package static let officeTemplatesEmpty = Phrase(
        ru: "Шаблонов пока нет", kk: "Әзірге үлгі жоқ", en: "No templates yet")
    package static let officeTemplatesEmptyWhy = Phrase(
        ru: "Запишите ответ, который приходится повторять.", kk: "Қайталап беретін жауабыңызды жазыңыз.",
        en: "Keep an answer that you have to repeat.")
    package static let officeTemplateNew = Phrase(ru: "Новый шаблон", kk: "Жаңа үлгі", en: "A new template")
    package static let officeTemplateChange = Phrase(
        ru: "Изменить шаблон", kk: "Үлгіні өзгерту", en: "Change the template")
    package static let officeTemplateName = Phrase(ru: "Название", kk: "Атауы", en: "Name")
    package static func officeTemplateWords(_ language: Language) -> Phrase {
        switch language {
        case .ru: Phrase(ru: "Текст по-русски", kk: "Орысша мәтін", en: "Text in Russian")
        case .kk: Phrase(ru: "Текст по-казахски", kk: "Қазақша мәтін", en: "Text in Kazakh")
        case .en: Phrase(ru: "Текст по-английски", kk: "Ағылшынша мәтін", en: "Text in English")
        }
    }
    package static let officeTemplateKeep = Phrase(ru: "Сохранить шаблон", kk: "Үлгіні сақтау", en: "Keep the template")
    package static let officeTemplateDelete = Phrase(ru: "Удалить шаблон", kk: "Үлгіні жою", en: "Delete the template")
    package static let officeTemplateNameMissing = Phrase(
        ru: "Назовите шаблон", kk: "Үлгіні атаңыз", en: "Name the template")
    package static let officeTemplateWordsMissing = Phrase(
        ru: "Напишите текст на этом языке", kk: "Осы тілдегі мәтінін жазыңыз", en: "Write the text in this language")
    package static let officeTemplateTooLong = Phrase(
        ru: "Название — не больше 80 знаков, текст — не больше 4000",
        kk: "Атауы 80 таңбадан, мәтіні 4000 таңбадан аспасын",
        en: "At most 80 characters of name and 4,000 of text")
    package static let officeTemplatesTooMany = Phrase(
        ru: "Шаблонов уже сто: удалите лишний", kk: "Үлгі жүзге жетті: артығын жойыңыз",
        en: "There are a hundred templates already: delete one")
    package static let officeTemplate = Phrase(ru: "Шаблон", kk: "Үлгі", en: "Template")
    package static let officeTemplateUse = Phrase(ru: "Вставить шаблон", kk: "Үлгіні қою", en: "Insert the template")
    package static let officeTemplateMissing = Phrase(
        ru: "Выберите шаблон", kk: "Үлгіні таңдаңыз", en: "Choose a template")
}
