import Primitives

/// Words of the last step, of what comes after, and of the ways out.
extension Phrase {
    package static let checkTitle = Phrase(
        ru: "Проверьте и отправьте", kk: "Тексеріп, жіберіңіз", en: "Check and send")
    package static let stillMissing = Phrase(
        ru: "Ещё нужно", kk: "Тағы қажет", en: "Still needed")
    package static let confirmOneAddress = Phrase(
        ru: "Подтвердить почту или телефон кодом", kk: "Поштаны не телефонды кодпен растау",
        en: "Confirm the e-mail or the telephone by a code")
    package static let confirmEmail = Phrase(
        ru: "Подтвердить почту кодом", kk: "Поштаны кодпен растау", en: "Confirm the e-mail by a code")
    package static let confirmTelephone = Phrase(
        ru: "Подтвердить телефон кодом", kk: "Телефонды кодпен растау", en: "Confirm the telephone by a code")
    package static let confirmBothAddresses = Phrase(
        ru: "Подтвердить кодами почту и телефон", kk: "Пошта мен телефонды кодпен растау",
        en: "Confirm the e-mail and the telephone by codes")
    package static func sendDocument(_ title: Phrase) -> Phrase {
        Phrase(
            ru: "Прислать документ: \(title.ru)", kk: "Құжат жіберу: \(title.kk)", en: "Send a document: \(title.en)")
    }
    package static let waitForReading = Phrase(
        ru: "Подождать, пока документ прочитается (несколько секунд)", kk: "Құжат оқылғанша күту (бірнеше секунд)",
        en: "Wait until the document is read (a few seconds)")
    package static let noneSent = Phrase(ru: "не прислано", kk: "жіберілмеген", en: "not sent")
    package static let noneGiven = Phrase(ru: "не указано", kk: "көрсетілмеген", en: "not given")
    package static let confirmedState = Phrase(ru: "подтверждено", kk: "расталған", en: "confirmed")
    package static let notConfirmedState = Phrase(ru: "не подтверждено", kk: "расталмаған", en: "not confirmed")
    package static let confirmNow = Phrase(ru: "Подтвердить сейчас", kk: "Қазір растау", en: "Confirm now")
    package static func fileCount(_ files: Int) -> Phrase {
        count(files, ru: ("файл", "файла", "файлов"), kk: "файл", en: ("file", "files"))
    }
    package static let consentsGiven = Phrase(ru: "Согласия", kk: "Келісімдер", en: "Consents")
    package static let sendingMeans = Phrase(
        ru:
            "После отправки данные нельзя изменить, пока их не посмотрит проверяющий. До решения регистрацию можно отозвать.",
        kk:
            "Жібергеннен кейін тексеруші қарағанша деректерді өзгертуге болмайды. Шешімге дейін тіркелуді кері қайтарып алуға болады.",
        en:
            "Once sent, nothing can be changed until a reviewer has looked. Until the decision you can withdraw the registration."
    )
    package static let sendRegistration = Phrase(
        ru: "Отправить на проверку", kk: "Тексеруге жіберу", en: "Send to be reviewed")
    package static let emailHasAccount = Phrase(
        ru: "У этой почты уже есть учётная запись", kk: "Бұл поштаның есептік жазбасы бар",
        en: "This e-mail has an account already")
    package static let emailHasAccountLead = Phrase(
        ru: "Войдите в неё или укажите другую почту на шаге «Контакты и коды».",
        kk: "Соған кіріңіз немесе «Байланыс және кодтар» қадамында басқа пошта көрсетіңіз.",
        en: "Sign in to it, or give another e-mail in the step “Contacts and codes”.")

    package static let sentTitle = Phrase(
        ru: "Регистрация отправлена", kk: "Тіркелу жіберілді", en: "Your registration is sent")
    package static let numberOfRegistration = Phrase(
        ru: "Номер регистрации", kk: "Тіркелу нөмірі", en: "Registration number")
    package static let whatNext = Phrase(ru: "Что дальше", kk: "Одан әрі не болады", en: "What happens next")
    package static let sentByYou = Phrase(
        ru: "Вы отправили регистрацию", kk: "Сіз тіркелуді жібердіңіз", en: "You sent the registration")
    package static let reviewerLooks = Phrase(
        ru: "Проверяющий сверяет имя с документом", kk: "Тексеруші аты-жөнді құжатпен салыстырады",
        en: "A reviewer compares the name with the document")
    package static let reviewerLooksDetails = Phrase(
        ru: "Решает человек. Вы увидите, когда и зачем он открывал ваши данные.",
        kk: "Шешімді адам қабылдайды. Деректеріңізді қашан және не үшін ашқанын көресіз.",
        en: "A person decides. You will see when and why your data were opened.")
    package static let youAreTold = Phrase(
        ru: "Мы сообщим решение", kk: "Шешімді хабарлаймыз", en: "We tell you the decision")
    package static let youAreToldDetails = Phrase(
        ru: "На подтверждённую почту или телефон придёт сообщение без ваших данных; ответ ждёт в кабинете.",
        kk: "Расталған поштаға не телефонға деректеріңіз жазылмаған хабарлама келеді; жауап кабинетте күтеді.",
        en: "A message without your data comes to the confirmed e-mail or telephone; the answer waits in your account.")
    package static let keepReceipt = Phrase(
        ru: "Сохраните расписку", kk: "Қолхатты сақтап қойыңыз", en: "Keep the receipt")
    package static let keepReceiptLead = Phrase(
        ru: "В ней записано, на что вы согласились, и есть доказательство, которое можно проверить без нас.",
        kk: "Онда неге келіскеніңіз жазылған және бізсіз тексеруге болатын дәлел бар.",
        en: "It says what you agreed to and holds a proof that can be checked without us.")
    package static let openReceipt = Phrase(ru: "Открыть расписку", kk: "Қолхатты ашу", en: "Open the receipt")
    package static let toAccount = Phrase(ru: "Перейти в кабинет", kk: "Кабинетке өту", en: "Go to your account")
    package static let howToVerify = Phrase(
        ru: "Как проверить расписку", kk: "Қолхатты қалай тексеруге болады", en: "How to check a receipt")

    package static let leaveTitle = Phrase(
        ru: "Прервать и продолжить позже", kk: "Тоқтатып, кейін жалғастыру", en: "Leave and continue later")
    package static func keptUntil(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Введённое хранится до \(moment.ru). Потом черновик уничтожается.",
            kk: "Енгізілгені мына уақытқа дейін сақталады: \(moment.kk). Содан кейін жоба жойылады.",
            en: "What you entered is kept until \(moment.en). Then the draft is destroyed.")
    }
    package static let leaveThisBrowser = Phrase(
        ru: "В этом браузере: просто закройте страницу, он вас вспомнит.",
        kk: "Осы браузерде: бетті жаба салыңыз, браузер сізді ұмытпайды.",
        en: "In this browser: just close the page, it will remember you.")
    package static let leaveOtherBrowser = Phrase(
        ru: "На другом устройстве: нажмите «Войти» и получите код на подтверждённую почту.",
        kk: "Басқа құрылғыда: «Кіру» түймесін басып, расталған поштаға код алыңыз.",
        en: "On another device: press “Sign in” and get a code to the confirmed e-mail.")
    package static let leaveTelephoneOnly = Phrase(
        ru: "На другом устройстве по телефону видно только состояние. Чтобы продолжить там, подтвердите почту.",
        kk: "Басқа құрылғыда телефонмен тек тіркелу күйі көрінеді. Сол жерде жалғастыру үшін поштаны растаңыз.",
        en: "On another device the telephone shows the status only. To continue there, confirm the e-mail.")
    package static let leaveNoAddress = Phrase(
        ru: "На другом устройстве продолжить нельзя, пока не подтверждена почта.",
        kk: "Пошта расталғанша басқа құрылғыда жалғастыруға болмайды.",
        en: "You cannot continue on another device until the e-mail is confirmed.")
    package static let goOnNow = Phrase(ru: "Продолжить сейчас", kk: "Қазір жалғастыру", en: "Go on now")
    package static let leaveSharedComputer = Phrase(
        ru: "Выйти, это чужой компьютер", kk: "Шығу, бұл – бөтен компьютер", en: "Sign out, this computer is shared")

    package static func endTitle(_ draft: Bool) -> Phrase {
        draft
            ? Phrase(
                ru: "Уничтожить всё введённое?", kk: "Енгізілгеннің бәрі жойылсын ба?",
                en: "Destroy everything you entered?")
            : Phrase(
                ru: "Отозвать регистрацию?", kk: "Тіркелуді кері қайтарып аласыз ба?", en: "Withdraw the registration?")
    }
    package static let endLead = Phrase(
        ru:
            "Имя, адреса и документы будут уничтожены сразу и безвозвратно. Останется только запись без имени о том, что данные уничтожены.",
        kk:
            "Аты-жөн, мекенжайлар мен құжаттар бірден және біржола жойылады. Тек деректердің жойылғаны туралы аты-жөнсіз жазба қалады.",
        en:
            "Name, addresses and documents are destroyed at once and for good. Only an entry without a name stays, saying that they were destroyed."
    )
    package static let goBackKeep = Phrase(
        ru: "Вернуться, ничего не уничтожать", kk: "Оралу, ештеңе жоймау", en: "Go back, destroy nothing")
    package static let endAndDestroy = Phrase(
        ru: "Не соглашаюсь, уничтожить", kk: "Келіспеймін, жою", en: "I do not agree, destroy it")
    package static let withdrawAndDestroy = Phrase(
        ru: "Отозвать и уничтожить", kk: "Кері қайтарып алу және жою", en: "Withdraw and destroy")
    package static let endedTitle = Phrase(
        ru: "Регистрация прекращена", kk: "Тіркелу тоқтатылды", en: "The registration has ended")
    package static let endedDestroyed = Phrase(
        ru:
            "Данные удалены, а ключ, которым они были зашифрованы, уничтожен. Скоро исчезнут и его прежние копии: тогда их не прочитать и в резервных копиях.",
        kk:
            "Деректер өшірілді, олар шифрланған кілт жойылды. Көп ұзамай оның бұрынғы көшірмелері де жойылады: сонда деректерді сақтық көшірмелерден де оқу мүмкін болмайды.",
        en:
            "The data are deleted, and the key under which they were sealed is destroyed. Soon its earlier copies end too: then no backup can be read either."
    )
    package static let endedNothing = Phrase(
        ru: "Мы ничего о вас не сохранили.", kk: "Біз сіз туралы ештеңе сақтаған жоқпыз.",
        en: "We have kept nothing about you.")
    package static let endedEvidence = Phrase(
        ru: "В журнале осталась запись без имени о том, что данные уничтожены.",
        kk: "Журналда деректердің жойылғаны туралы аты-жөнсіз жазба қалды.",
        en: "The ledger keeps an entry without a name, saying that the data were destroyed.")
    package static let endedCertificate = Phrase(
        ru:
            "Откройте свидетельство и сохраните его адрес: позже там будет указано, когда уничтожение стало окончательным.",
        kk: "Куәлікті ашып, мекенжайын сақтап қойыңыз: кейін онда жоюдың қашан түпкілікті болғаны көрсетіледі.",
        en: "Open the certificate and keep its address: later it tells when the destruction became final.")
    package static let openErasureCertificate = Phrase(
        ru: "Открыть свидетельство", kk: "Куәлікті ашу", en: "Open the certificate")
    package static let endedNext = Phrase(
        ru: "Больше ничего не последует. Зарегистрироваться снова можно в любое время.",
        kk: "Бұдан кейін ештеңе болмайды. Қалаған уақытта қайта тіркелуге болады.",
        en: "Nothing more will happen. You can register again at any time.")
}
