import Primitives

/// Words of requests about one's own data that are made without an account.
extension Phrase {
    package static let outsideTitle = Phrase(
        ru: "Обращение о ваших данных", kk: "Деректеріңіз туралы өтініш", en: "A request about your data")
    package static let outsideLead = Phrase(
        ru:
            "Закон даёт вам права на ваши данные, и кабинет для этого не нужен. Мы пришлём код на адрес, который вы укажете, а потом убедимся, что обращаетесь именно вы.",
        kk:
            "Заң сізге деректеріңізге құқық береді, бұл үшін кабинет қажет емес. Көрсеткен мекенжайыңызға код жібереміз, содан кейін өтініш беріп отырған өзіңіз екеніне көз жеткіземіз.",
        en:
            "The law gives you rights over your data, and you need no account for them. We send a code to the address that you give, and then make sure that it is you who asks."
    )
    package static let outsideHaveAccount = Phrase(
        ru: "В кабинете многое делается сразу:", kk: "Кабинетте көп нәрсе бірден жасалады:",
        en: "In the account much is done at once:")
    package static let outsideKind = Phrase(ru: "О чём обращение", kk: "Өтініш не туралы", en: "What it is about")
    package static let outsideKindMissing = Phrase(
        ru: "Выберите, о чём обращение", kk: "Өтініштің не туралы екенін таңдаңыз", en: "Choose what it is about")
    package static let outsideAddressHint = Phrase(
        ru: "Сюда придут код и ответ.", kk: "Код пен жауап осында келеді.", en: "The code and the answer come here.")
    package static let outsideWordsHint = Phrase(
        ru: "Если знаете номер регистрации, назовите его. Номера документов не нужны. Слова шифруются.",
        kk: "Тіркелу нөмірін білсеңіз, атаңыз. Құжат нөмірлері керек емес. Сөзіңіз шифрланады.",
        en:
            "If you know the number of the registration, name it. No numbers of documents are needed. Your words are sealed."
    )
    package static let outsideNumber = Phrase(ru: "Номер обращения", kk: "Өтініш нөмірі", en: "Number of the request")
    package static let outsideNext = Phrase(
        ru:
            "Сначала мы убедимся, что обращаетесь именно вы; до этого ничего не раскроем. Сохраните номер: о нём мы напишем на подтверждённый адрес.",
        kk:
            "Алдымен өтініш берген өзіңіз екеніне көз жеткіземіз; оған дейін ештеңе ашпаймыз. Нөмірін сақтап қойыңыз: ол туралы расталған мекенжайға жазамыз.",
        en:
            "First we make sure that it is you who asks; before that nothing is disclosed. Keep the number: we write about it to the confirmed address."
    )
    package static let outsideFromSignIn = Phrase(
        ru: "Обратиться о своих данных без кабинета", kk: "Деректерім туралы кабинетсіз өтініш беру",
        en: "Make a request about your data without an account")
    package static let officeOutsideLead = Phrase(
        ru: "Это обращение пришло не из кабинета. Пока не решено, чьё оно, ничего раскрывать нельзя.",
        kk: "Бұл өтініш кабинеттен келген жоқ. Кімдікі екені шешілмейінше, ештеңе ашуға болмайды.",
        en: "This request did not come from an account. Nothing may be disclosed before it is decided whose it is.")
    package static let officeOutsideOpenLead = Phrase(
        ru: "Имя, адрес и слова откроются, чтобы установить личность.",
        kk: "Тұлғаны анықтау үшін аты-жөн, мекенжай мен сөз ашылады.",
        en: "Name, address and words open, so that you can tell who asks.")
    package static let officeOutsideOnlyReviewer = Phrase(
        ru: "Чьё это обращение, решает проверяющий", kk: "Өтініштің кімдікі екенін тексеруші шешеді",
        en: "A reviewer decides whose request this is")
    package static let officeWhoAsks = Phrase(ru: "Кто обращается", kk: "Кім өтініш беріп отыр", en: "Who asks")
    package static let officeAddressGiven = Phrase(
        ru: "Подтверждённый адрес", kk: "Расталған мекенжай", en: "Confirmed address")
    package static let officeAddressNamed = Phrase(
        ru: "Указанный, но не подтверждённый адрес", kk: "Көрсетілген, бірақ расталмаған мекенжай",
        en: "Address named, not confirmed")
    package static let officeEnterOutside = Phrase(
        ru: "Обращение без известной регистрации", kk: "Тіркелуі белгісіз адамның өтініші",
        en: "A request with no known registration")
    package static let officeEnterOutsideLead = Phrase(
        ru:
            "Запишите имя, как в обращении. Чьё это обращение, решит проверяющий; до этого ничего не раскрывайте.",
        kk:
            "Аты-жөнін өтініштегідей жазыңыз. Өтініштің кімдікі екенін тексеруші шешеді; оған дейін ештеңе ашпаңыз.",
        en: "Enter the name as it stands in the request. A reviewer decides whose it is; disclose nothing before.")
    package static let officeOutsideAddressHint = Phrase(
        ru: "Если указан. Почтовый адрес запишите в словах обращения.",
        kk: "Көрсетілген болса. Пошталық мекенжайды өтініштің сөзіне жазыңыз.",
        en: "If one is named. Put a postal address into the words of the request.")
    package static let officeOutsideCloseUntold = Phrase(
        ru:
            "Ни почты, ни телефона нет: ответьте тем же способом, каким пришло обращение. Оно уничтожится через 30 дней.",
        kk:
            "Электрондық пошта да, телефон да жоқ: өтініш қалай келсе, солай жауап беріңіз. Өтініш 30 күннен кейін жойылады.",
        en: "There is neither e-mail nor telephone: answer in the way the request came. It is destroyed after 30 days.")
    package static let officeIdentify = Phrase(
        ru: "Чьё это обращение", kk: "Бұл кімнің өтініші", en: "Whose request it is")
    package static let officeEvidence = Phrase(ru: "Чем это подтверждено", kk: "Немен расталды", en: "What shows it")
    package static let officeEvidenceMissing = Phrase(
        ru: "Выберите, чем это подтверждено", kk: "Немен расталғанын таңдаңыз", en: "Choose what shows it")
    package static let officeContactDiffers = Phrase(
        ru: "В этой регистрации подтверждён другой адрес", kk: "Бұл тіркелуде басқа мекенжай расталған",
        en: "Another address is confirmed in this registration")
    package static let officeIdentifyVerb = Phrase(
        ru: "Личность установлена", kk: "Тұлғасы анықталды", en: "The person is identified")
    package static let officeOutsideArchived = Phrase(
        ru: "Личность установлена, но данные уже в архиве", kk: "Тұлғасы анықталды, бірақ деректері архивте",
        en: "The person is identified, but what is held is archived")
    package static let officeOutsideArchivedLead = Phrase(
        ru:
            "На адрес уйдёт ответ: по какой статье и до какого дня хранится архив. Архив для этого не открывается. Чтобы человек увидел своё из архива, его открывают двое работников, по обращению самого человека.",
        kk:
            "Мекенжайға жауап жіберіледі: архив қай бап бойынша және қай күнге дейін сақталады. Ол үшін архив ашылмайды. Адам архивтегісін көргісі келсе, архивті оның өтініші бойынша екі қызметкер ашады.",
        en:
            "The address is told by which article and until which day the archive is kept. The archive is not opened for that. For the person to see what it holds, two members of staff open it at the person’s own request."
    )
    package static let officeOutsideArchivedUntold = Phrase(
        ru:
            "Адреса нет: скажите человеку сами, по какой статье и до какого дня хранится архив. Архив для этого не открывается.",
        kk:
            "Мекенжай жоқ: архив қай бап бойынша және қай күнге дейін сақталатынын адамға өзіңіз айтыңыз. Ол үшін архив ашылмайды.",
        en:
            "There is no address: tell the person yourself by which article and until which day the archive is kept. The archive is not opened for that."
    )
    package static func officeOutsideArchivedDone(_ articles: String, _ day: Phrase) -> Phrase {
        Phrase(
            ru: "Обращение закрыто. Архив хранится до: \(day.ru), \(articles)",
            kk: "Өтініш жабылды. Архивтің сақталу мерзімі: \(day.kk), \(articles)",
            en: "The request is closed. The archive is kept until \(day.en), \(articles)")
    }
    package static let officeOutsideArchivedVerb = Phrase(
        ru: "Ответить, что данные в архиве", kk: "Деректер архивте деп жауап беру",
        en: "Answer that what is held is archived")
    package static let officeOutsideClose = Phrase(
        ru: "Закрыть, ничего не раскрывая", kk: "Ештеңе ашпай жабу", en: "Close without disclosing anything")
    package static let officeOutsideCloseLead = Phrase(
        ru: "На адрес уйдёт сообщение об этом без личных данных. Обращение уничтожится через 30 дней.",
        kk: "Бұл туралы мекенжайға жеке деректерсіз хабар жіберіледі. Өтініш 30 күннен кейін жойылады.",
        en: "A message without personal data goes to the address. The request is destroyed after 30 days.")
    package static let officeNotIdentifiedVerb = Phrase(
        ru: "Личность не установлена", kk: "Тұлғасы анықталмады", en: "The person cannot be identified")
    package static let officeNothingHeldVerb = Phrase(
        ru: "Данных этого человека нет", kk: "Бұл адамның деректері жоқ", en: "Nothing is held about the person")
    package static let officeOwnRequest = Phrase(
        ru: "Это ваше собственное обращение. Его рассматривает другой человек.",
        kk: "Бұл – өз өтінішіңіз. Оны басқа адам қарайды.",
        en: "This is your own request. Another person handles it.")
}
