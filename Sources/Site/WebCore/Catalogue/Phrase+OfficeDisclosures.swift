import Primitives

/// Words of transfers, withdrawals and acceptance in the office.
extension Phrase {
    package static let officeDisclosuresTitle = Phrase(
        ru: "Передачи и отзывы", kk: "Беру және кері қайтару", en: "Transfers and withdrawals")
    package static let officeDisclosuresLead = Phrase(
        ru: "Что остаётся сделать после отзыва согласия, исправления и передачи данных, и к какому дню.",
        kk:
            "Келісім кері қайтарылғаннан, деректер түзетілген не берілгеннен кейін не істеу керек және қай күнге дейін.",
        en: "What is left to do after a withdrawal, a correction or a transfer, and by which day.")
    package static let disclosureDone = Phrase(ru: "Записано", kk: "Жазылды", en: "Recorded")
    package static let disclosureWithdrawals = Phrase(
        ru: "Отозванные согласия", kk: "Кері қайтарып алынған келісімдер", en: "Consents that were withdrawn")
    package static let disclosureNoWithdrawals = Phrase(
        ru: "Отзывов, ждущих ответа, нет", kk: "Жауап күтіп тұрған кері қайтару жоқ", en: "No withdrawal waits")
    package static let disclosureNoWithdrawalsWhy = Phrase(
        ru: "Здесь стоят отзывы, после которых нужно сообщить получателям или удалить копии.",
        kk: "Мұнда алушыларға хабарлауды не көшірмелерді жоюды қажет ететін кері қайтарулар тұрады.",
        en: "Withdrawals stand here after which recipients are to be told or copies deleted.")
    package static let disclosureTellings = Phrase(
        ru: "Кому сообщить", kk: "Кімге хабарлау керек", en: "Who is to be told")
    package static let disclosureNoTellings = Phrase(
        ru: "Сообщать некому", kk: "Хабарлайтын ешкім жоқ", en: "Nobody is to be told")
    package static let disclosureNoTellingsWhy = Phrase(
        ru:
            "Здесь стоят получатели, которым нужно сообщить об отзыве или исправлении, и люди, которым нужно сообщить о передаче.",
        kk: "Мұнда кері қайтару не түзету туралы хабарланатын алушылар және беру туралы хабарланатын адамдар тұрады.",
        en:
            "Recipients stand here who are to be told of a withdrawal or correction, and persons who are to be told of a transfer."
    )
    package static let disclosureConsent = Phrase(ru: "Согласие", kk: "Келісім", en: "Consent")
    package static let disclosureSince = Phrase(ru: "Отозвано", kk: "Кері қайтарып алынған", en: "Withdrawn")
    package static let disclosureWhom = Phrase(ru: "Кому", kk: "Кімге", en: "Whom")
    package static let disclosurePerson = Phrase(ru: "Самому человеку", kk: "Адамның өзіне", en: "The person")
    package static let disclosureRecord = Phrase(ru: "Записать передачу", kk: "Беруді жазу", en: "Record a transfer")
    package static let disclosureNext = Phrase(
        ru: "Дальше: какие данные", kk: "Әрі қарай: қандай деректер", en: "Next: which data")
    package static let disclosureLatest = Phrase(ru: "Последние передачи", kk: "Соңғы берулер", en: "Latest transfers")
    package static let disclosureNone = Phrase(ru: "Передач не было", kk: "Беру болған жоқ", en: "No transfers")
    package static let disclosureNoneWhy = Phrase(
        ru: "Передача записывается здесь до того, как данные уйдут.",
        kk: "Беру деректер кетпей тұрып осы жерде жазылады.", en: "A transfer is recorded here before the data leave.")
    package static let disclosureFields = Phrase(
        ru: "Какие данные переданы", kk: "Қандай деректер берілді", en: "Which data")
    package static let disclosureFieldsHint = Phrase(
        ru: "Политика разрешает этому получателю только их.", kk: "Саясат бұл алушыға тек осыларды рұқсат етеді.",
        en: "The policy lets this recipient have no others.")
    package static let disclosureEnter = Phrase(ru: "Записать", kk: "Жазу", en: "Record it")
    package static let disclosureNoNumber = Phrase(
        ru: "Внесите номер регистрации", kk: "Тіркелу нөмірін енгізіңіз", en: "Enter the number of the registration")
    package static let disclosureNoCase = Phrase(
        ru: "Регистрации с таким номером нет", kk: "Мұндай нөмірлі тіркелу жоқ",
        en: "There is no registration with this number")
    package static let disclosureNoRecipient = Phrase(
        ru: "Выберите получателя", kk: "Алушыны таңдаңыз", en: "Choose the recipient")
    package static let disclosureNotOpen = Phrase(
        ru: "Этому получателю передавать нельзя: человек не дал согласия или отозвал его",
        kk: "Бұл алушыға беруге болмайды: адам келісім бермеген не оны кері қайтарып алған",
        en: "Nothing may go to this recipient: the person has not consented, or has withdrawn the consent")
    package static let disclosureNoFields = Phrase(
        ru: "Отметьте, какие данные переданы", kk: "Қандай деректер берілгенін белгілеңіз",
        en: "Tick which data were handed over")

    package static let disclosureWithdrawal = Phrase(
        ru: "Отзыв согласия", kk: "Келісімді кері қайтарып алу", en: "Withdrawal of consent")
    package static func disclosureAnswerBy(_ day: Phrase) -> Phrase {
        Phrase(
            ru: "До \(day.ru) включительно закончите обработку или дайте мотивированный отказ.",
            kk: "Өңдеуді аяқтаудың не уәжді бас тартудың соңғы күні – \(day.kk).",
            en: "End the processing or give a reasoned refusal by \(day.en) at the latest.")
    }
    package static let disclosureDoneTitle = Phrase(
        ru: "Обработка прекращена", kk: "Өңдеу тоқтатылды", en: "The processing has ended")
    package static let disclosureDoneMeans = Phrase(
        ru: "Получателям сообщено, копии у них и у оператора удалены. Сначала отметьте тех, кому ещё не сообщено.",
        kk:
            "Алушыларға хабарланды, олардағы және оператордағы көшірмелер жойылды. Алдымен әлі хабарланбағандарды белгілеңіз.",
        en:
            "Recipients are told, and copies with them and with the operator are deleted. Mark first those who are still to be told."
    )
    package static let disclosureDoneTold = Phrase(
        ru: "Получателям сообщено, копии у них удалены. Сначала отметьте тех, кому ещё не сообщено.",
        kk: "Алушыларға хабарланды, олардағы көшірмелер жойылды. Алдымен әлі хабарланбағандарды белгілеңіз.",
        en: "Recipients are told, and copies with them are deleted. Mark first those who are still to be told.")
    package static let disclosureDoneErases = Phrase(
        ru: "Через сутки программа уничтожит все данные этого человека",
        kk: "Бір тәуліктен кейін бағдарлама осы адамның барлық дерегін жояды",
        en: "In a day the programme destroys all data of this person")
    package static let disclosureDoneKeeps = Phrase(
        ru:
            "Этого не будет, если человек до того снова даст согласие. Остаётся только то, что обязывает хранить закон. Пока данные удерживаются или заблокированы либо принятый заказ не завершён, остаются все. Если согласие отозвал работник по обращению, данные уничтожают вдвоём, по отдельному обращению.",
        kk:
            "Адам оған дейін қайта келісім берсе, жойылмайды. Тек заң сақтауға міндеттейтін деректер қалады. Деректер ұсталып не бұғатталып тұрса немесе қабылданған тапсырыс аяқталмаса, бәрі қалады. Келісімді өтініш бойынша қызметкер кері қайтарып алса, деректерді бөлек өтініш бойынша екі адам жояды.",
        en:
            "Not if the person consents again before. Only what a law has us keep stays. While the data are held or blocked, or an accepted order has not ended, all of them stay. Where staff withdrew the consent on a request, two officers destroy the data on a request of its own."
    )
    package static let disclosureDoneVerb = Phrase(ru: "Всё сделано", kk: "Бәрі орындалды", en: "All is done")
    package static let disclosureRefuseTitle = Phrase(ru: "Отказ", kk: "Бас тарту", en: "Refusal")
    package static let disclosureRefuseMeans = Phrase(
        ru:
            "Согласие остаётся отозванным; отказ значит только, что часть данных хранится на этом основании. Человек его прочтёт.",
        kk:
            "Келісім кері қайтарып алынған күйінде қалады; бас тарту тек деректердің бір бөлігі осы негізде сақталатынын білдіреді. Адам оны оқиды.",
        en:
            "The consent stays withdrawn; a refusal means only that part of the data is kept on this ground. The person reads it."
    )
    package static let disclosureUntil = Phrase(
        ru: "Последний день хранения по закону", kk: "Заң бойынша сақтаудың соңғы күні",
        en: "Last day of keeping under a law")
    package static let disclosureUntilHint = Phrase(
        ru: "Если данные хранить обязывает закон. После этого дня отзыв вернётся сюда.",
        kk: "Деректерді сақтауға заң міндеттесе. Осы күннен кейін кері қайтарып алу осында қайта келеді.",
        en: "Where a law requires the data to be kept. After this day the withdrawal comes back here.")
    package static let disclosureNoLastDay = Phrase(
        ru: "Укажите последний день, в который закон обязывает хранить данные",
        kk: "Заң деректерді сақтауға міндеттейтін соңғы күнді көрсетіңіз",
        en: "Give the last day on which the law requires the data to be kept")
    package static let disclosureWrongLastDay = Phrase(
        ru: "Укажите день после сегодняшнего, не позже чем через 75 лет",
        kk: "Күнін көрсетіңіз: бүгіннен кейін, 75 жылдан кешіктірмей",
        en: "Give a day after today, at most 75 years away")
    package static let disclosureLawOver = Phrase(
        ru: "Срок хранения по закону, из-за которого было отказано, окончен: этого основания больше нет.",
        kk: "Бас тартуға негіз болған заң бойынша сақтау мерзімі бітті: бұл негіз енді жоқ.",
        en: "The term of the law for which it was refused is over: that ground is gone.")
    package static let disclosureOrderCloses = Phrase(
        ru: "Когда заказ, названный основанием, закроют, отзыв вернётся сюда.",
        kk: "Негіз ретінде аталған тапсырыс жабылғанда, кері қайтарып алу осында қайта келеді.",
        en: "When an order that is named as the ground is closed, the withdrawal comes back here.")
    package static func disclosureReopened(_ order: String, _ day: Phrase) -> Phrase {
        Phrase(
            ru: "Заказ \(order), из-за которого было отказано, закрыт \(day.ru): этого основания больше нет.",
            kk: "Бас тартуға негіз болған \(order) тапсырысы жабылды (\(day.kk)): бұл негіз енді жоқ.",
            en: "Order \(order), for which it was refused, was closed on \(day.en): that ground is gone.")
    }
    package static let disclosureGround = Phrase(ru: "Основание", kk: "Негізі", en: "Ground")
    package static let disclosureExplanation = Phrase(
        ru: "Пояснение для человека", kk: "Адамға арналған түсініктеме", en: "Explanation for the person")
    package static let disclosureExplanationHint = Phrase(
        ru: "Основания не заменяет: выше выберите статью или незавершённый заказ.",
        kk: "Негіздің орнына жүрмейді: жоғарыдан бапты не аяқталмаған тапсырысты таңдаңыз.",
        en: "It does not stand in for a ground: choose an article or an order that has not ended above.")
    package static let disclosureOrder = Phrase(
        ru: "Незавершённый заказ", kk: "Аяқталмаған тапсырыс", en: "Order that has not ended")
    package static let disclosureNoSuchOrder = Phrase(
        ru: "Этот заказ уже завершён: выберите другое основание или заказ",
        kk: "Бұл тапсырыс аяқталған: басқа негізді не тапсырысты таңдаңыз",
        en: "This order has ended meanwhile: choose another order or ground")
    package static let disclosureRefuseVerb = Phrase(ru: "Отказать", kk: "Бас тарту", en: "Refuse")
    package static let disclosureNoGround = Phrase(
        ru: "Выберите статью закона или незавершённый заказ: одного пояснения мало",
        kk: "Заңның бабын не аяқталмаған тапсырысты таңдаңыз: түсініктеме жеткіліксіз",
        en: "Choose an article of the law or an order that has not ended: an explanation alone is not enough")
    package static let disclosureNoOrder = Phrase(
        ru: "Выберите незавершённый заказ этого человека или другое основание",
        kk: "Осы адамның аяқталмаған тапсырысын не басқа негізді таңдаңыз",
        en: "Choose an order of this person that has not ended, or another ground")
    package static let disclosureNotTold = Phrase(
        ru: "Сначала сообщите получателям, названным выше", kk: "Алдымен жоғарыда аталған алушыларға хабарлаңыз",
        en: "Tell the recipients named above first")

    package static let disclosureTell = Phrase(ru: "Сообщить", kk: "Хабарлау", en: "Tell them")
    package static func disclosureTellBy(_ day: Phrase) -> Phrase {
        Phrase(
            ru: "Сообщите до \(day.ru) включительно.", kk: "Хабарлаудың соңғы күні – \(day.kk).",
            en: "Tell them by \(day.en) at the latest.")
    }
    package static let disclosureToldOn = Phrase(
        ru: "В какой день сообщено?", kk: "Қай күні хабарланды?", en: "On which day were they told?")
    package static let disclosureWay = Phrase(ru: "Как сообщено?", kk: "Қалай хабарланды?", en: "How were they told?")
    package static let disclosureToldVerb = Phrase(ru: "Отметить", kk: "Белгілеу", en: "Mark it")
    package static let disclosureNoWay = Phrase(
        ru: "Выберите, как сообщено", kk: "Қалай хабарланғанын таңдаңыз", en: "Choose how they were told")
    package static let disclosureWrongDay = Phrase(
        ru: "День не раньше события и не позже сегодняшнего",
        kk: "Күн оқиғадан бұрын да, бүгіннен кейін де болмауы керек",
        en: "A day not before the event and not after today")
    package static func disclosureWay(_ code: String) -> Phrase {
        switch code {
        case "email": Phrase(ru: "письмом по электронной почте", kk: "электрондық поштамен", en: "by e-mail")
        case "post": Phrase(ru: "почтой", kk: "поштамен", en: "by post")
        case "telephone": Phrase(ru: "по телефону", kk: "телефонмен", en: "by telephone")
        default: Phrase(ru: "лично, под подпись", kk: "қолма-қол, қол қойғызып", en: "in person, against a signature")
        }
    }

    package static let officeAcceptanceTitle = Phrase(ru: "Посещения", kk: "Кірулер", en: "Visits")
    package static let officeAcceptanceLead = Phrase(
        ru:
            "Сколько раз открытыми страницами начали пользоваться, приняв политику. Кто это был, не записывается, и согласием это не является.",
        kk:
            "Саясатты қабылдап, ашық беттерді пайдалануды неше рет бастағаны. Оның кім екені жазылмайды және бұл келісім емес.",
        en:
            "How often use of the public pages began, which accepts the policy. Who it was is not recorded, and it is no consent."
    )
    package static let officeAcceptanceNone = Phrase(
        ru: "Посещений ещё не было", kk: "Әзірге кіру болған жоқ", en: "No visits yet")
    package static let officeAcceptanceNoneWhy = Phrase(
        ru: "Счёт появляется здесь через несколько секунд после первого посещения.",
        kk: "Есеп алғашқы кіруден бірнеше секунд өткен соң осында пайда болады.",
        en: "Counts appear here some seconds after the first visit.")
    package static let officeAcceptanceTable = Phrase(
        ru: "Посещения по дням", kk: "Күндер бойынша кірулер", en: "Visits by day")
    package static let officeAcceptanceEdition = Phrase(ru: "Редакция", kk: "Редакция", en: "Edition")
    package static let officeAcceptanceAll = Phrase(ru: "Всего", kk: "Барлығы", en: "Total")
    package static func officeAcceptanceChart(_ most: Int) -> Phrase {
        Phrase(
            ru: "Посещения за 30 дней; больше всего за день: \(most)",
            kk: "30 күндегі кірулер; бір күндегі ең көбі: \(most)",
            en: "Visits in 30 days; most in a day: \(most)")
    }
}
