import Primitives

/// Words of the catalogue of services and of the help page.
extension Phrase {
    package static let servicesTitle = Phrase(ru: "Услуги", kk: "Қызметтер", en: "Services")
    package static let servicesLead = Phrase(
        ru: "Заказать услугу может тот, кто зарегистрирован и прошёл проверку.",
        kk: "Қызметке тіркеліп, тексеруден өткен адам тапсырыс бере алады.",
        en: "Whoever is registered and has been identified can order a service.")
    package static let servicesNone = Phrase(
        ru: "Сейчас услуг в каталоге нет", kk: "Қазір каталогта қызмет жоқ", en: "There are no services at present")
    package static let servicesNoneWhy = Phrase(
        ru: "Когда оператор предложит услугу, она появится здесь.", kk: "Оператор қызмет ұсынғанда, ол осында шығады.",
        en: "When the operator offers one, it will appear here.")
    package static let servicePrice = Phrase(ru: "Стоимость", kk: "Бағасы", en: "Price")
    package static let servicePriceAgreed = Phrase(
        ru: "по договорённости", kk: "келісім бойынша", en: "as agreed for each order")
    package static let serviceTerm = Phrase(ru: "Срок", kk: "Мерзімі", en: "Term")
    package static let serviceDocuments = Phrase(
        ru: "Какие документы нужны", kk: "Қандай құжаттар керек", en: "Documents needed")
    package static let serviceNoDocuments = Phrase(
        ru: "кроме документов регистрации, никаких", kk: "тіркелу құжаттарынан басқа керек емес",
        en: "none beside those of the registration")
    package static let serviceRecipients = Phrase(
        ru: "Кто получит данные для услуги", kk: "Қызмет үшін деректерді кім алады",
        en: "Who gets data for the service")
    package static let serviceNoRecipients = Phrase(ru: "никто", kk: "ешкім", en: "nobody")
    package static let serviceRecipientsNote = Phrase(
        ru: "Какие данные может получить каждый, сказано в политике (пункт 3.5.2); больше не получит.",
        kk: "Әрқайсысы қандай дерек ала алатыны саясатта айтылған (3.5.2\u{2011}тармақ); одан артық алмайды.",
        en: "Which data each may get is said in the policy (clause 3.5.2); nobody gets more.")
    package static let serviceByConsent = Phrase(
        ru: "только с вашего отдельного согласия", kk: "тек сіздің бөлек келісіміңізбен",
        en: "only with your own consent to it")
    package static let serviceAgreement = Phrase(ru: "Договор", kk: "Шарт", en: "Agreement")
    package static func serviceAgreementNumber(_ number: Int, _ since: Phrase) -> Phrase {
        Phrase(
            ru: "Редакция \(number), действует с \(since.ru)",
            kk: "\(number)\u{2011}редакция, күшіне енген күні: \(since.kk)",
            en: "Edition \(number), in force since \(since.en)")
    }
    package static let serviceOrder = Phrase(ru: "Заказать", kk: "Тапсырыс беру", en: "Order")
    package static let homeServicesDetails = Phrase(
        ru: "Что можно заказать, сколько это стоит и на каких условиях.",
        kk: "Неге тапсырыс беруге болады, бағасы қанша және шарты қандай.",
        en: "What can be ordered, for how much and on which terms.")

    /// `15 000 ₸`, in English `₸15,000`.
    package static func tenge(_ amount: Int) -> Phrase {
        let digits = String(amount)
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        let spaced = groups.joined(separator: "\u{A0}") + "\u{A0}₸"
        let commas = "₸" + groups.joined(separator: ",")
        return Phrase(ru: spaced, kk: spaced, en: commas)
    }

    /// The least that something costs.
    package static func tengeFrom(_ amount: Int) -> Phrase {
        let sum = tenge(amount)
        return Phrase(ru: "от \(sum.ru)", kk: "\(sum.kk)\u{2011}ден бастап", en: "from \(sum.en)")
    }

    package static let helpTitle = Phrase(ru: "Помощь", kk: "Көмек", en: "Help")
    /// What the help page says while the operator has written nothing; Markdown.
    package static let helpByDefault = Phrase(
        ru: """
            **Как зарегистрироваться.** Откройте [регистрацию](register), напишите имя, подтвердите почту кодом, снимите документ и отправьте. Прерваться можно в любой момент.

            **Как узнать, что с регистрацией.** [Войдите](sign-in): в кабинете видно, где она сейчас и что нужно от вас.

            **Как исправить или удалить данные.** В кабинете откройте «Ваши права».

            **Не нашли ответа?** [Контакты](contacts).
            """,
        kk: """
            **Қалай тіркелуге болады.** [Тіркелуді](register) ашып, аты-жөніңізді жазыңыз, поштаңызды кодпен растаңыз, құжатты суретке түсіріп, жіберіңіз. Кез келген сәтте тоқтата тұруға болады.

            **Тіркелуім қай жерде екенін қалай білемін.** [Кіріңіз](sign-in): кабинетте оның қазір қай жерде екені және сізден не керегі көрінеді.

            **Деректерді қалай түзетуге не жоюға болады.** Кабинетте «Құқықтарыңыз» бөлімін ашыңыз.

            **Жауап таппадыңыз ба?** [Байланыс](contacts).
            """,
        en: """
            **How to register.** Open the [registration](register), give your name, confirm your e-mail with a code, photograph a document and send. You can stop at any moment.

            **How to learn where a registration stands.** [Sign in](sign-in): your account shows where it is and what is needed from you.

            **How to correct or delete data.** Open “Your rights” in your account.

            **No answer here?** [Contacts](contacts).
            """)
}
