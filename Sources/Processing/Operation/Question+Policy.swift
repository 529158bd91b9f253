import Policy
import Primitives

extension Question {
    /// What differs between the policies of two operators.
    static let policy: [Question] = identity + collecting + consents + policyProviders + policyTerms

    private static let identity = [
        Question(
            "kind", Phrase(ru: "Кто вы", kk: "Сіз кімсіз", en: "Who you are"),
            hint: Phrase(
                ru: "ИП, ТОО, АО или другое.", kk: "ЖК, ЖШС, АҚ немесе басқа.",
                en: "sole_proprietor, partnership, joint_stock or other."),
            standard: OperatorForm.soleProprietor.rawValue, kept: PolicyEntry.form, problem: PolicyEntry.formProblem),
        Question(
            "name_ru", Phrase(ru: "Название по-русски", kk: "Орысша атауы", en: "Name in Russian"),
            hint: nameHint, problem: PolicyEntry.nameProblem),
        Question(
            "name_kk", Phrase(ru: "Название по-казахски", kk: "Қазақша атауы", en: "Name in Kazakh"),
            hint: nameHint, like: "name_ru", problem: PolicyEntry.nameProblem),
        Question(
            "name_en", Phrase(ru: "Название по-английски", kk: "Ағылшынша атауы", en: "Name in English"),
            hint: Phrase(ru: "Латинскими буквами.", kk: "Латын әріптерімен.", en: "In Latin letters."), like: "name_ru",
            problem: PolicyEntry.latinNameProblem),
        Question(
            "number", Phrase(ru: "ИИН или БИН", kk: "ЖСН немесе БСН", en: "IIN or BIN"),
            hint: Phrase(
                ru: "Он стоит в согласии. Пусто — впишете позже; до тех пор сервер в демонстрационном режиме.",
                kk: "Ол келісімде тұрады. Бос болса, кейін жазасыз; оған дейін сервер сынақ режимінде.",
                en: "It stands in the consent. Empty: put it in later; until then the server is in demo mode."),
            isOptional: true, kept: PolicyEntry.orLater, misfit: PolicyEntry.numberProblem),
        Question(
            "site", Phrase(ru: "Имя сайта", kk: "Сайттың аты", en: "Name of the site"),
            hint: Phrase(
                ru: "Как его знают люди: www.example.kz.", kk: "Адамдар білетіндей: www.example.kz.",
                en: "As people know it: www.example.kz."),
            problem: PolicyEntry.siteProblem),
        Question(
            "email", Phrase(ru: "Почта для вопросов", kk: "Сұрақтарға арналған пошта", en: "E-mail for questions"),
            hint: Phrase(
                ru: "На неё пишут о политике и отзывают согласие.",
                kk: "Саясат туралы сұрап, келісімді кері қайтарып алу үшін соған жазады.",
                en: "People write to it about the policy and withdraw consent."),
            problem: PolicyEntry.emailProblem),
        Question(
            "telephone",
            Phrase(ru: "Телефон для вопросов", kk: "Сұрақтарға арналған телефон", en: "Telephone for questions"),
            hint: Phrase(
                ru: "В том виде, в каком его печатать.", kk: "Қалай басылатынындай етіп жазыңыз.",
                en: "As it is to be printed."),
            problem: PolicyEntry.telephoneProblem),
        yesNo(
            "alone", Phrase(ru: "Вы работаете один", kk: "Жалғыз жұмыс істейсіз", en: "You work alone"),
            hint: Phrase(
                ru: "Тогда дела, для которых нужны двое, делает один человек: с ожиданием и с пометкой об этом.",
                kk: "Онда екі адам керек істі бір адам атқарады: күтіп және бұл туралы белгімен.",
                en: "What needs two persons is then done by one, after a wait and marked as such."),
            standard: "yes"),
    ]

    private static let nameHint = Phrase(
        ru:
            "Без кавычек и без слов ИП, ТОО, АО: их поставит программа. Кто ответил «другое», пишет название полностью.",
        kk:
            "Тырнақшасыз, ЖК, ЖШС, АҚ деген сөздерсіз: оларды бағдарлама қояды. «Басқа» деп жауап берген адам атауын толық жазады.",
        en:
            "Without quotation marks and form of business: the programme adds them. Whoever answered “other” writes it in full."
    )

    private static let collecting = [
        yesNo(
            "ask_telephone",
            Phrase(ru: "Спрашивать и телефон", kk: "Телефонды да сұрау", en: "Ask for a telephone too"),
            hint: Phrase(
                ru: "Почта спрашивается всегда: по коду с неё человек видит свои данные.",
                kk: "Пошта әрқашан сұралады: адам өз деректерін соған келген код арқылы көреді.",
                en: "An e-mail address is always asked for: a code to it shows people their data."),
            standard: "yes"),
        Question(
            "confirm",
            Phrase(
                ru: "Сколько из них подтверждать кодом", kk: "Нешеуі кодпен расталады",
                en: "How many of them a code confirms"),
            hint: Phrase(ru: "1 или 2.", kk: "1 немесе 2.", en: "1 or 2."), standard: "1",
            when: asksTelephone, problem: { ["1", "2"].contains($0) ? nil : .policyChoose }),
        Question(
            "documents",
            Phrase(
                ru: "Документы, кроме удостоверения личности", kk: "Жеке куәліктен басқа құжаттар",
                en: "Documents beside the identity card"),
            hint: Phrase(
                ru:
                    "address_proof — подтверждение адреса, other — другой документ, none — никаких; свои добавите в policy.yml.",
                kk:
                    "address_proof – мекенжайды растайтын құжат, other – басқа құжат, none – ешқандай; өзіңіздікін policy.yml ішіне қосасыз.",
                en: "address_proof, other, both with a space between, or none; kinds of your own go into policy.yml."),
            standard: "other", kept: PolicyEntry.list,
            problem: { words in
                let known = ["address_proof", "other"]
                return words == "none" || words.split(separator: " ").allSatisfy { known.contains(String($0)) }
                    ? nil : .policyChoose
            }),
    ]

    private static let consents = [
        yesNo(
            "advertising", Phrase(ru: "Присылать рекламу", kk: "Жарнама жіберу", en: "Send advertising"),
            hint: Phrase(
                ru: "Тогда у каждого спрашивается отдельное согласие.", kk: "Онда әркімнен бөлек келісім сұралады.",
                en: "Everybody is then asked for a separate consent.")),
        yesNo(
            "courier",
            Phrase(
                ru: "Передавать имя и телефон службе доставки", kk: "Аты-жөн мен телефонды жеткізу қызметіне беру",
                en: "Pass name and telephone to a courier service"),
            hint: Phrase(
                ru: "С отдельного согласия.", kk: "Бөлек келісіммен.", en: "With a separate consent."),
            when: asksTelephone),
        Question(
            "courier_name", Phrase(ru: "Какой службе", kk: "Қай қызметке", en: "To which service"),
            hint: laterHint, isOptional: true, when: { $0["courier"] == "yes" && asksTelephone($0) },
            kept: PolicyEntry.orLater, problem: PolicyEntry.providerProblem),
        yesNo(
            "abroad",
            Phrase(
                ru: "Спрашивать согласие на копию за границей", kk: "Шетелдегі көшірмеге келісім сұрау",
                en: "Ask consent to a copy abroad"),
            hint: Phrase(
                ru: "База остаётся в Казахстане. Если копии нет, спрашивать незачем.",
                kk: "Дерекқор Қазақстанда қалады. Көшірме болмаса, сұраудың қажеті жоқ.",
                en: "The base stays in Kazakhstan. Without a copy there is nothing to ask.")),
        yesNo(
            "publication",
            Phrase(
                ru: "Спрашивать согласие на публикацию имени", kk: "Аты-жөнді жариялауға келісім сұрау",
                en: "Ask consent to publish names"),
            hint: Phrase(
                ru: "Если ничего не публикуете, спрашивать незачем.", kk: "Ештеңе жарияламасаңыз, сұраудың қажеті жоқ.",
                en: "If you publish nothing there is nothing to ask.")),
    ]

    @Sendable static func asksTelephone(_ answers: EnvironmentFile) -> Bool {
        answers["ask_telephone"] == "yes"
    }

    private static func yesNo(
        _ id: String, _ text: Phrase, hint: Phrase, standard: String = "no",
        when isAsked: @escaping @Sendable (EnvironmentFile) -> Bool = { _ in true }
    ) -> Question {
        Question(
            id, text, hint: hint, standard: standard, when: isAsked, kept: PolicyEntry.yesNo,
            problem: { ["yes", "no"].contains($0) ? nil : .policyYesNo })
    }
}
