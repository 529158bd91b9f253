import Primitives

/// Words of the office's queue of requests.
extension Phrase {
    package static let officeRequestsTitle = Phrase(ru: "Обращения", kk: "Өтініштер", en: "Requests")
    package static func officeRequestTitle(_ number: String) -> Phrase {
        Phrase(ru: "Обращение \(number)", kk: "\(number) өтініші", en: "Request \(number)")
    }
    package static let officeRequestsEmpty = Phrase(
        ru: "Обращений, которые ждут ответа, нет", kk: "Жауап күтіп тұрған өтініш жоқ",
        en: "No request waits for an answer")
    package static let officeRequestsEmptyWhy = Phrase(
        ru: "Новые появятся здесь сами. То, что пришло на бумаге, по почте или по телефону, запишите.",
        kk: "Жаңалары осында өзі шығады. Қағазбен, поштамен немесе телефонмен келгенін жазып қойыңыз.",
        en: "New ones will appear here. Enter what came on paper, by e-mail or by telephone.")
    package static let officePerson = Phrase(ru: "Человек", kk: "Адам", en: "Person")
    package static let officeEnterRequest = Phrase(ru: "Записать обращение", kk: "Өтінішті жазу", en: "Enter a request")
    package static let officeEnterRequestLead = Phrase(
        ru: "Срок считается со дня, когда обращение получено, а не записано.",
        kk: "Мерзім өтініш жазылған күннен емес, қабылданған күннен есептеледі.",
        en: "The term is counted from the day on which the request was received, not entered.")
    package static let officeCaseOfPerson = Phrase(
        ru: "Номер регистрации человека", kk: "Адамның тіркелу нөмірі", en: "The number of the person’s registration")
    package static let officeNoSuchCase = Phrase(
        ru: "Регистрации с таким номером нет", kk: "Мұндай нөмірлі тіркелу жоқ",
        en: "There is no registration of this number")
    package static let officeTooManyRequests = Phrase(
        ru: "На ответ ждут уже двадцать обращений этого человека", kk: "Бұл адамның жиырма өтініші жауап күтіп тұр",
        en: "Twenty requests of this person wait for an answer already")
    package static let officeRequestKind = Phrase(ru: "О чём", kk: "Не туралы", en: "What about")
    package static let officeRequestKindMissing = Phrase(
        ru: "Выберите, о чём обращение", kk: "Өтініштің не туралы екенін таңдаңыз", en: "Choose what it is about")
    package static let officeRequestWayMissing = Phrase(
        ru: "Выберите, как пришло обращение", kk: "Өтініштің қалай келгенін таңдаңыз", en: "Choose how it came")
    package static let officeReceivedOn = Phrase(ru: "День получения", kk: "Қабылданған күн", en: "Day of receipt")
    package static let officeReceivedOnWrong = Phrase(
        ru: "Нужен день не позже сегодняшнего и не раньше, чем год назад",
        kk: "Бүгіннен кеш емес, бір жылдан ерте емес күн керек", en: "A day not after today and not before a year ago")
    package static let officeRequestOpen = Phrase(ru: "Открыть обращение", kk: "Өтінішті ашу", en: "Open the request")
    package static let officeRequestOpenLead = Phrase(
        ru: "Имя и слова откроются для цели «Ваши права по закону»; человек увидит, что обращение открыто.",
        kk: "Аты-жөн мен сөз «Заң бойынша құқықтарыңыз» мақсатында ашылады; адам өтініштің ашылғанын көреді.",
        en:
            "Name and words open for the purpose “Your rights under the law”; the person sees that the request was opened."
    )
    package static let officeAnswerVerb = Phrase(ru: "Ответить", kk: "Жауап беру", en: "Answer")
    package static let officeAnswerWords = Phrase(
        ru: "Ответ человеку", kk: "Адамға жауап", en: "The answer to the person")
    package static let officeAnswerHint = Phrase(
        ru: "Ответ шифруется и ждёт в кабинете; в письме будет только то, что он есть.",
        kk: "Жауап шифрланып, кабинетте тұрады; хатта тек жауаптың бар екені айтылады.",
        en: "The answer is sealed and waits in the account; the e-mail says only that there is one.")
    package static let officeInformationHint = Phrase(
        ru: "В ответе нужны: есть ли данные, цель, источники, способы, перечень данных, сроки обработки и хранения.",
        kk:
            "Жауапта болуы керек: деректердің бар-жоғы, мақсаты, көздері, тәсілдері, тізбесі, өңдеу және сақтау мерзімі.",
        en:
            "The answer needs: whether there are data, purpose, sources, methods, the list of data, terms of processing and storage."
    )
    package static let officeRefuseRequest = Phrase(ru: "Отказать", kk: "Бас тарту", en: "Refuse")
    package static let officeRefusalReason = Phrase(
        ru: "Почему отказано, словами", kk: "Бас тарту себебі, сөзбен", en: "The reason for refusing, in words")
    package static let officeGroundMissing = Phrase(
        ru: "Выберите основание", kk: "Негізін таңдаңыз", en: "Choose a ground")
    package static let officeNoOrder = Phrase(
        ru: "У этого человека нет незавершённых заказов: выберите другое основание",
        kk: "Бұл адамның аяқталмаған тапсырысы жоқ: басқа негізді таңдаңыз",
        en: "This person has no order that has not ended: choose another ground")
    package static let officeAnswerMissing = Phrase(ru: "Напишите ответ", kk: "Жауабын жазыңыз", en: "Write the answer")
    package static let officeBlockPerson = Phrase(
        ru: "Остановить обработку", kk: "Өңдеуді тоқтату", en: "Block processing")
    package static let officeUnblockPerson = Phrase(
        ru: "Возобновить обработку", kk: "Өңдеуді қайта бастау", en: "Resume processing")
    package static let officeIdentitySeen = Phrase(
        ru: "Как установлена личность", kk: "Тұлғасы қалай анықталды", en: "How the person was identified")
    package static let officeIdentityLetter = Phrase(
        ru: "Письмо пришло с электронного адреса, который человек подтвердил",
        kk: "Хат адам растаған электрондық мекенжайдан келді",
        en: "The message came from the e-mail address that the person confirmed")
    package static let officeIdentityUnseen = Phrase(
        ru:
            "Не установлена: копия, отзыв согласия, уничтожение и снятие блокировки самого человека по такому обращению невозможны",
        kk:
            "Анықталмады: мұндай өтініш бойынша көшірме беруге, келісімді кері қайтарып алуға, жоюға және адамның өзі қойған бұғаттауды алуға болмайды",
        en:
            "Not identified: no copy, withdrawal of consent, destruction or end of a block of the person’s own on such a request"
    )
    package static let officeIdentityMissing = Phrase(
        ru: "Выберите, как установлена личность", kk: "Тұлғасы қалай анықталғанын таңдаңыз",
        en: "Choose how the person was identified")
    package static let officeIdentityOtherWay = Phrase(
        ru: "Так личность не установить, если обращение пришло этим способом",
        kk: "Өтініш осы жолмен келсе, тұлғаны бұлай анықтау мүмкін емес",
        en: "A request that came this way does not identify anybody so")
    package static let officeIdentityNoAddress = Phrase(
        ru: "В этой регистрации нет подтверждённого электронного адреса",
        kk: "Бұл тіркелуде расталған электрондық мекенжай жоқ",
        en: "No e-mail address is confirmed in this registration")
    package static let officeUnproven = Phrase(
        ru:
            "Личность не установлена: по этому обращению нельзя сделать копию, отозвать согласие, уничтожить данные или возобновить обработку, которую остановил сам человек. Когда человек подтвердит личность, запишите обращение снова",
        kk:
            "Тұлғасы анықталмаған: бұл өтініш бойынша көшірме жасауға, келісімді кері қайтарып алуға, деректерді жоюға немесе адамның өзі тоқтатқан өңдеуді қайта бастауға болмайды. Адам тұлғасын растағанда, өтінішті қайта жазыңыз",
        en:
            "Nobody was identified: no copy, withdrawal of consent, destruction, or end of a block that the person put on, on this request. Once the person shows who they are, enter the request again"
    )
    package static let officeOwnBlock = Phrase(
        ru: "Обработку остановил сам человек. Возобновить её можно только по его обращению об этом",
        kk: "Өңдеуді адамның өзі тоқтатқан. Оны тек сол адамның осы туралы өтініші бойынша қайта бастауға болады",
        en: "The person blocked processing. It resumes only on their own request for that")
    package static let officeBlockElsewhere = Phrase(
        ru:
            "Возобновить обработку можно по обращению, по которому её остановили, или по открытому обращению о блокировании",
        kk:
            "Өңдеуді тоқтатуға негіз болған өтініш немесе бұғаттау туралы ашық өтініш бойынша ғана қайта бастауға болады",
        en: "Processing resumes on the request on which it was blocked, or on an open one about blocking")
    package static let officeRequestDone = Phrase(
        ru: "Ответ отправлен", kk: "Жауап жіберілді", en: "The answer is sent")
    package static let officeRequestIdentified = Phrase(
        ru: "Личность установлена. Теперь ответьте на обращение", kk: "Тұлғасы анықталды. Енді өтінішке жауап беріңіз",
        en: "The person is identified. Now answer the request")
    package static let officeRequestClosed = Phrase(
        ru: "Обращение закрыто", kk: "Өтініш жабылды", en: "The request is closed")
    package static let officeBlockedCase = Phrase(
        ru: "Обработка данных этого человека остановлена", kk: "Бұл адамның деректерін өңдеу тоқтатылған",
        en: "The processing of this person’s data is blocked")
    package static let officeBlockedCaseLead = Phrase(
        ru: "Дело не откроется и срок не изменится, пока обработка не возобновится. Решение тоже подождёт.",
        kk: "Өңдеу қайта басталғанша, іс ашылмайды, мерзімі де өзгермейді. Шешім де күте тұрады.",
        en: "The case does not open, and its term stays as it is, until processing resumes. A decision waits too.")
}
