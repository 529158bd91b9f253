import Policy
import Primitives

/// Words of the page of a person's rights.
extension Phrase {
    package static let tabRights = Phrase(ru: "Мои права", kk: "Құқықтарым", en: "My rights")
    package static let rightsTitle = Phrase(
        ru: "Ваши права на ваши данные", kk: "Деректеріңізге құқықтарыңыз", en: "Your rights over your data")
    package static let rightsLead = Phrase(
        ru: "Что можно сделать сразу, делается сразу. На остальное мы отвечаем в срок, который назначил закон.",
        kk: "Бірден жасауға болатыны бірден жасалады. Қалғанына заң белгілеген мерзімде жауап береміз.",
        en: "What can be done at once is done at once. The rest we answer within the time that the law sets.")
    package static let yourRequests = Phrase(ru: "Ваши обращения", kk: "Өтініштеріңіз", en: "Your requests")
    package static let noRequests = Phrase(
        ru: "Обращений пока нет", kk: "Өтініш әлі жоқ", en: "There are no requests yet")
    package static let noRequestsWhy = Phrase(
        ru: "Здесь будут ваши обращения, сроки и ответы.", kk: "Өтініштеріңіз, мерзімдер мен жауаптар осында болады.",
        en: "Your requests, their deadlines and the answers will stand here.")
    package static let blockedTitle = Phrase(
        ru: "Обработка ваших данных остановлена", kk: "Деректеріңізді өңдеу тоқтатылған",
        en: "The processing of your data is blocked")
    package static func blockedSince(_ since: Phrase) -> Phrase {
        Phrase(
            ru: "Остановлена с \(since.ru). Данные никто не откроет, не изменит, не передаст и не уничтожит.",
            kk: "Тоқтатылған уақыты: \(since.kk). Деректерді ешкім ашпайды, өзгертпейді, бермейді және жоймайды.",
            en: "Blocked since \(since.en). Nobody opens, changes, passes on or destroys the data.")
    }
    package static let blockedByOperator = Phrase(
        ru: "Остановил оператор. Чтобы обработка возобновилась, обратитесь к нему.",
        kk: "Оператор тоқтатты. Өңдеу қайта басталуы үшін оған өтініш беріңіз.",
        en: "The operator blocked it. To have it resumed, make a request.")
    package static let blockDone = Phrase(
        ru: "Обработка остановлена", kk: "Өңдеу тоқтатылды", en: "Processing is blocked")
    package static let unblockDone = Phrase(
        ru: "Обработка возобновлена", kk: "Өңдеу қайта басталды", en: "Processing has resumed")
    package static let requestMade = Phrase(
        ru: "Обращение получено", kk: "Өтініш қабылданды", en: "Your request was received")
    package static let requestWithdrawn = Phrase(
        ru: "Обращение отозвано", kk: "Өтініш кері қайтарып алынды", en: "The request was withdrawn")
    package static let blockVerb = Phrase(ru: "Остановить сейчас", kk: "Қазір тоқтату", en: "Block now")
    package static let unblockVerb = Phrase(ru: "Возобновить сейчас", kk: "Қазір қайта бастау", en: "Resume now")
    package static let askVerb = Phrase(ru: "Обратиться", kk: "Өтініш беру", en: "Make a request")
    package static let sendRequest = Phrase(ru: "Отправить обращение", kk: "Өтінішті жіберу", en: "Send the request")
    package static let withdrawRequestVerb = Phrase(
        ru: "Отозвать обращение", kk: "Өтінішті кері қайтарып алу", en: "Withdraw the request")
    package static let toRights = Phrase(ru: "К вашим правам", kk: "Құқықтарыңызға", en: "To your rights")
    package static let yourWords = Phrase(ru: "О чём просите", kk: "Нені сұрайсыз", en: "What you ask for")
    package static let yourWordsHint = Phrase(
        ru: "Слова шифруются; их откроет только тот, кто отвечает на обращения.",
        kk: "Сөзіңіз шифрланады; оны өтініштерге жауап беретін адам ғана ашады.",
        en: "Your words are sealed; only those who answer requests open them.")
    package static let tooManyRequests = Phrase(
        ru: "На ответ ждут уже двадцать ваших обращений", kk: "Жиырма өтінішіңіз жауап күтіп тұр",
        en: "Twenty of your requests wait for an answer already")
    package static let complaint = Phrase(
        ru: "Если вы не согласны, можно пожаловаться уполномоченному органу по защите персональных данных или в суд.",
        kk: "Келіспесеңіз, дербес деректерді қорғау жөніндегі уәкілетті органға немесе сотқа шағымдануға болады.",
        en: "If you disagree, you may complain to the authority for the protection of personal data or to a court.")
    package static let actingNeedsProof = Phrase(
        ru: "Это действие важное, поэтому подтвердите кодом, что это вы.",
        kk: "Бұл маңызды әрекет, сондықтан өзіңіз екеніңізді кодпен растаңыз.",
        en: "This matters, so confirm by a code that it is you.")
    package static let proofNeedsAddress = Phrase(
        ru: "Для этого нужен подтверждённый адрес или номер. Подтвердите его на странице состояния.",
        kk: "Бұған расталған мекенжай не нөмір керек. Оны күй бетінде растаңыз.",
        en: "This needs a confirmed address or number. Confirm one on the status page.")
    package static let seeDataAtOnce = Phrase(
        ru: "Посмотреть данные сразу", kk: "Деректерді бірден көру", en: "See the data at once")
    package static let copyAtOnce = Phrase(
        ru: "Взять копию сразу", kk: "Көшірмені бірден алу", en: "Take the copy at once")
    package static let correctAtOnce = Phrase(
        ru: "Исправить имя сразу", kk: "Аты-жөнді бірден түзету", en: "Correct the name at once")
    package static let destroyAtOnce = Phrase(
        ru: "Отозвать регистрацию и уничтожить сразу", kk: "Тіркелуді кері қайтарып алып, бірден жою",
        en: "Withdraw the registration and destroy at once")
    package static let consentsAtOnce = Phrase(
        ru: "Отозвать согласие сразу", kk: "Келісімді бірден кері қайтарып алу", en: "Withdraw a consent at once")

    /// What a right is, in plain words.
    package static func right(_ kind: RequestKind) -> Phrase {
        switch kind {
        case .information:
            Phrase(
                ru:
                    "Мы ответим, какие ваши данные есть у нас, зачем и откуда они, как и сколько мы их обрабатываем и кому передаём.",
                kk:
                    "Бізде қандай деректеріңіз бар, олар не үшін керек, қайдан алынды, оларды қалай, қанша уақыт өңдейміз, кімге береміз – соны айтамыз.",
                en:
                    "We tell you which data of yours we hold, why and where they come from, how and how long we process them, and who receives them."
            )
        case .copy:
            Phrase(
                ru: "Всё, что мы храним о вас: поля, согласия, история действий, обращения и ваши документы.",
                kk:
                    "Сіз туралы сақтайтынымыздың бәрі: өрістер, келісімдер, әрекеттер тарихы, өтініштер және құжаттарыңыз.",
                en: "Everything we hold about you: fields, consents, the history of acts, requests and your documents.")
        case .correction:
            Phrase(
                ru: "Напишите, что неверно, как должно быть и какой документ это подтверждает.",
                kk: "Ненің қате екенін, қалай болуы керегін және оны қай құжат растайтынын жазыңыз.",
                en: "Say what is wrong, how it should read and which document confirms it.")
        case .block:
            Phrase(
                ru:
                    "Работа с данными сразу остановится: их никто не откроет, не изменит, не передаст и не уничтожит, даже по сроку. Останутся ответы на ваши обращения и защита данных.",
                kk:
                    "Деректермен жұмыс бірден тоқтайды: оларды ешкім ашпайды, өзгертпейді, бермейді және мерзімі бітсе де жоймайды. Өтініштеріңізге жауап беру мен деректерді қорғау қалады.",
                en:
                    "Work with your data stops at once: nobody opens, changes, passes on or destroys them, not even at the end of their term. Answers to your requests and the protection of the data go on."
            )
        case .unblock:
            Phrase(
                ru: "Работа с данными пойдёт дальше с того места, где остановилась.",
                kk: "Деректермен жұмыс тоқтаған жерінен жалғасады.",
                en: "Work with your data goes on from where it stopped.")
        case .destruction:
            Phrase(
                ru: "Если данные собраны или обрабатываются незаконно, мы уничтожим их без возможности восстановить.",
                kk: "Деректер заңсыз жиналған не өңделіп жатқан болса, біз оларды қалпына келмейтіндей етіп жоямыз.",
                en: "If data were collected or are processed unlawfully, we destroy them beyond recovery.")
        case .deletion:
            Phrase(
                ru: "Можно попросить удалить данные, на каком бы основании мы их ни обрабатывали.",
                kk: "Деректерді қандай негізде өңдесек те, оларды өшіруді сұрауға болады.",
                en: "You may ask us to delete data, on whatever basis we process them.")
        case .restriction:
            Phrase(
                ru:
                    "Если закон обязывает хранить данные, можно ограничить доступ к ним и остановить остальную обработку.",
                kk:
                    "Заң деректерді сақтауға міндеттесе, оларға қолжетімділікті шектеп, қалған өңдеуді тоқтатуға болады.",
                en:
                    "Where a law requires data to be kept, access to them can be limited and all other processing stopped."
            )
        case .withdrawal:
            Phrase(
                ru: "Необязательное согласие отзывается на странице согласий сразу. Об остальном напишите нам.",
                kk:
                    "Міндетті емес келісім келісімдер бетінде бірден кері қайтарып алынады. Қалғаны туралы бізге жазыңыз.",
                en: "An optional consent is withdrawn at once on the page of consents. Write to us about the rest.")
        case .objection:
            Phrase(
                ru:
                    "О вас решает человек, программа только подсказывает. Если считаете, что решила она, возразите, и решение рассмотрит человек.",
                kk:
                    "Сіз туралы шешімді адам қабылдайды, бағдарлама тек кеңес береді. Бағдарлама шешті деп ойласаңыз, қарсылық білдіріңіз, шешімді адам қарайды.",
                en:
                    "A person decides about you, the machine only gives hints. If you think that it decided, object, and a person looks at the decision."
            )
        }
    }
}
