import Primitives

/// Words of standing consents and of those who receive data.
extension Phrase {
    package static let tabRecipients = Phrase(ru: "Получатели", kk: "Алушылар", en: "Recipients")
    package static let consentReceipt = Phrase(ru: "Взять расписку", kk: "Қолхат алу", en: "Take the receipt")
    package static let consentEnded = Phrase(ru: "срок истёк", kk: "мерзімі өткен", en: "ended by its term")
    package static let consentSince = Phrase(ru: "Дано", kk: "Берілген", en: "Given")
    package static let consentUntil = Phrase(ru: "Действует до", kk: "Қолданылу мерзімі", en: "Stands until")
    package static let consentRecipients = Phrase(ru: "Кому", kk: "Кімге", en: "To whom")
    package static let consentTextShown = Phrase(ru: "Показанный текст", kk: "Көрсетілген мәтін", en: "The text shown")
    package static let consentAskedNoMore = Phrase(
        ru: "Действующая редакция его не запрашивает, и на нём ничего не основано. Его можно отозвать.",
        kk: "Қолданыстағы редакция оны сұрамайды, ештеңе оған негізделмейді. Оны кері қайтарып алуға болады.",
        en: "The edition in force does not ask for it, and nothing rests on it. You can withdraw it.")

    package static func consentManner(_ code: String) -> Phrase {
        switch code {
        case "form": Phrase(ru: "в форме регистрации", kk: "тіркелу нысанында", en: "in the registration form")
        case "account": Phrase(ru: "в кабинете", kk: "кабинетте", en: "in the account")
        case "programme":
            Phrase(
                ru: "через подключённую программу", kk: "қосылған бағдарлама арқылы",
                en: "through a connected programme")
        case "counter":
            Phrase(
                ru: "у стойки, по коду на вашем устройстве; код ввёл работник",
                kk: "қабылдау орнында, құрылғыңызға келген код арқылы; кодты қызметкер енгізді",
                en: "at the counter, by a code on your own device that staff entered")
        case "paper":
            Phrase(
                ru: "у стойки, подписью на бумаге; её снимок есть среди документов",
                kk: "қабылдау орнында, қағазға қол қою арқылы; суреті құжаттарыңыздың арасында",
                en: "at the counter, by a signature on paper; its picture is among your documents")
        case "request":
            Phrase(ru: "по вашему обращению", kk: "өтінішіңіз бойынша", en: "at your request")
        case "ledger":
            Phrase(
                ru: "по журналу, после восстановления данных", kk: "журнал бойынша, деректер қалпына келтірілген соң",
                en: "from the ledger, after data were restored")
        default: Phrase(ru: "через работника", kk: "қызметкер арқылы", en: "through staff")
        }
    }

    package static let withdrawalOpen = Phrase(
        ru: "Оператор заканчивает обработку", kk: "Оператор өңдеуді аяқтап жатыр",
        en: "The operator ends the processing")
    package static func withdrawalBy(_ day: Phrase) -> Phrase {
        Phrase(
            ru: "Использование уже прекращено. До \(day.ru) включительно получателям сообщат, а копии удалят.",
            kk: "Пайдалану тоқтатылды. Алушыларға хабарлап, көшірмелерді жоюдың соңғы күні – \(day.kk).",
            en: "Use has stopped already. Recipients are told and copies deleted by \(day.en) at the latest.")
    }
    package static func withdrawalReopened(_ order: String, _ day: Phrase) -> Phrase {
        Phrase(
            ru: "Заказ \(order), из-за которого хранилась часть данных, закрыт \(day.ru). Отзыв рассматривают снова.",
            kk:
                "Деректердің бір бөлігінің сақталуына себеп болған \(order) тапсырысы жабылды (\(day.kk)). Кері қайтарып алу қайта қаралады.",
            en:
                "Order \(order), for which part of the data was kept, was closed on \(day.en). The withdrawal is looked at again."
        )
    }
    package static let withdrawalLawOver = Phrase(
        ru: "Срок, в который закон обязывал хранить часть данных, окончен. Отзыв рассматривают снова.",
        kk: "Заң деректердің бір бөлігін сақтауға міндеттеген мерзім бітті. Кері қайтарып алу қайта қаралады.",
        en: "The term for which a law required part of the data to be kept is over. The withdrawal is looked at again.")
    package static func withdrawalKeptUntil(_ day: Phrase) -> Phrase {
        Phrase(
            ru: "Закон обязывает хранить их по этот день: \(day.ru). Затем отзыв рассмотрят снова.",
            kk: "Заң сақтауға міндеттейтін соңғы күн: \(day.kk). Содан кейін кері қайтарып алу қайта қаралады.",
            en: "Last day on which the law requires keeping: \(day.en). Then the withdrawal is looked at again.")
    }
    package static let withdrawalUntilOrder = Phrase(
        ru: "Когда заказ закроют, отзыв рассмотрят снова.",
        kk: "Тапсырыс жабылғанда, кері қайтарып алу қайта қаралады.",
        en: "When the order is closed, the withdrawal is looked at again.")
    package static let withdrawalDone = Phrase(
        ru: "Обработка прекращена, получателям сообщено", kk: "Өңдеу тоқтатылды, алушыларға хабарланды",
        en: "The processing has ended and recipients were told")
    package static let withdrawalRefused = Phrase(
        ru: "Часть данных оператор обязан хранить", kk: "Деректердің бір бөлігін оператор сақтауға міндетті",
        en: "The operator must keep part of the data")
    package static let withdrawalRefusedMeans = Phrase(
        ru: "Согласие остаётся отозванным. Ответ можно обжаловать в уполномоченном органе или в суде.",
        kk: "Келісім кері қайтарып алынған күйінде қалады. Жауапқа уәкілетті органға не сотқа шағымдануға болады.",
        en: "The consent stays withdrawn. You can complain of the answer to the authority or a court.")
    package static let withdrawalDoneErases = Phrase(
        ru:
            "Через сутки ваши данные уничтожат, кроме тех, что обязывает хранить закон. Пока данные удерживаются, заблокированы или услуга не завершена, этого не будет. Чтобы они остались, дайте согласие снова до этого.",
        kk:
            "Заң сақтауға міндеттейтіндерінен басқа деректеріңіз бір тәуліктен кейін жойылады. Деректер ұсталып не бұғатталып тұрса немесе қызмет аяқталмаса, жойылмайды. Олар қалсын десеңіз, оған дейін қайта келісім беріңіз.",
        en:
            "In a day your data are destroyed, except what a law has us keep. While they are held or blocked, or a service goes on, they are not. To keep them, consent again before that."
    )
    package static let withdrawalKeeps = Phrase(
        ru: "Почему часть данных хранится", kk: "Деректердің бір бөлігі неге сақталады",
        en: "Why part of the data is kept")
    package static let withdrawalObligationOutside = Phrase(
        ru: "Обязательство, не связанное с заказом на сайте", kk: "Сайттағы тапсырысқа қатысы жоқ міндеттеме",
        en: "Obligation other than an order on this site")
    package static func orderOfNumber(_ number: String, _ title: Phrase) -> Phrase {
        Phrase(
            ru: "Заказ \(number): \(title.ru)", kk: "\(number) тапсырысы: \(title.kk)",
            en: "Order \(number): \(title.en)")
    }

    package static let ownRecipientsTitle = Phrase(
        ru: "Кто получает ваши данные", kk: "Деректеріңізді кім алады", en: "Who receives your data")
    package static let ownRecipientsLead = Phrase(
        ru: "Здесь каждый, кто получает данные: зачем, на каком основании и что уже передано.",
        kk: "Мұнда деректерді алатындардың бәрі: не үшін, қандай негізде және не берілгені көрсетілген.",
        en: "Everybody who receives data: what for, on what ground, and what was handed over.")
    package static let ownByService = Phrase(ru: "нужен для услуги", kk: "қызметке қажет", en: "needed for the service")
    package static let ownByConsent = Phrase(ru: "с вашего согласия", kk: "келісіміңізбен", en: "by your consent")
    package static let ownStopped = Phrase(
        ru: "передача прекращена", kk: "беру тоқтатылған", en: "transfer has stopped")
    package static let ownTransfers = Phrase(ru: "Что передано", kk: "Не берілді", en: "What was handed over")
    package static let ownTold = Phrase(
        ru: "Что сообщено получателю", kk: "Алушыға не хабарланды", en: "What the recipient is told")
    package static func ownToldYou(_ day: Phrase) -> Phrase {
        Phrase(ru: "Вам сообщено \(day.ru)", kk: "Сізге хабарланды: \(day.kk)", en: "You were told on \(day.en)")
    }
    package static func ownToldOn(_ day: Phrase) -> Phrase {
        Phrase(ru: "сообщено \(day.ru)", kk: "хабарланды: \(day.kk)", en: "told on \(day.en)")
    }
    package static func ownToldBy(_ day: Phrase) -> Phrase {
        Phrase(ru: "сообщат \(day.ru)", kk: "хабарлау \(day.kk)", en: "to be told \(day.en)")
    }
    package static func tellingKind(_ code: String) -> Phrase {
        switch code {
        case "withdrawal": Phrase(ru: "Отзыв согласия", kk: "Келісімді кері қайтарып алу", en: "Withdrawal of consent")
        case "correction": Phrase(ru: "Исправление", kk: "Түзету", en: "Correction")
        default: Phrase(ru: "Передача данных", kk: "Деректерді беру", en: "Transfer of data")
        }
    }
}
