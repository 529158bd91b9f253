import Primitives

/// Words of the first step of a registration.
extension Phrase {
    package static let registerTitle = Phrase(ru: "Регистрация", kk: "Тіркелу", en: "Registration")
    package static let registerLead = Phrase(
        ru: "Четыре шага, около десяти минут. После первого можно прерваться: введённое сохранится.",
        kk: "Төрт қадам, он минуттай уақыт. Біріншісінен кейін тоқтай тұруға болады: енгізілгені сақталады.",
        en: "Four steps, about ten minutes. After the first you can stop: what you entered is kept.")
    package static let registrationBegun = Phrase(
        ru: "Вы уже начали регистрацию", kk: "Сіз тіркелуді бастап қойғансыз", en: "You have begun a registration")
    package static let goOnWithIt = Phrase(ru: "Продолжить её", kk: "Оны жалғастыру", en: "Go on with it")
    package static let haveReady = Phrase(ru: "Приготовьте", kk: "Дайындап қойыңыз", en: "Have ready")
    package static func scanOf(_ document: Phrase) -> Phrase {
        Phrase(
            ru: "\(document.ru): снимок телефоном или скан",
            kk: "\(document.kk): телефонмен түсірілген суреті не сканы",
            en: "\(document.en): a photograph or a scan")
    }
    package static let haveRepresentative = Phrase(
        ru: "Законный представитель, который зарегистрирован здесь сам: он даст согласие своим кодом.",
        kk: "Осында өзі тіркелген заңды өкіл: ол өз кодымен келісім береді.",
        en: "Your legal representative, registered here themselves: they consent by a code of their own.")
    package static let haveContacts = Phrase(
        ru: "Электронная почта и телефон: хотя бы на один из них придёт код.",
        kk: "Электрондық пошта мен телефон: кемінде біріне код келеді.",
        en: "Your e-mail and telephone: a code comes to at least one of them.")
    package static let haveEmail = Phrase(
        ru: "Электронная почта: на неё придёт код.", kk: "Электрондық пошта: оған код келеді.",
        en: "Your e-mail: a code comes to it.")
    package static let haveTelephone = Phrase(
        ru: "Телефон: на него придёт код.", kk: "Телефон: оған код келеді.", en: "Your telephone: a code comes to it.")
    package static let haveTime = Phrase(
        ru: "Десять минут. Решение потом примет человек.", kk: "Он минут уақыт. Шешімді кейін адам қабылдайды.",
        en: "Ten minutes. Afterwards a person decides.")
    package static let fourSteps = Phrase(ru: "Четыре шага", kk: "Төрт қадам", en: "Four steps")
    package static func nothingStoredYet(_ term: Phrase) -> Phrase {
        Phrase(
            ru:
                "До вашего согласия мы не храним ваших данных. Неотправленный черновик хранится \(term.ru) и уничтожается.",
            kk: "Келіскеніңізге дейін деректеріңізді сақтамаймыз. Жіберілмеген жоба \(term.kk) өткен соң жойылады.",
            en: "Until you agree we keep no data of yours. A draft that is not sent is destroyed after \(term.en).")
    }
    package static let beginRegistration = Phrase(ru: "Начать", kk: "Бастау", en: "Begin")
    package static let alreadyRegisteredSignIn = Phrase(
        ru: "Уже регистрировались? Войдите", kk: "Бұрын тіркелдіңіз бе? Кіріңіз", en: "Registered already? Sign in")

    package static let stepConsent = Phrase(
        ru: "Имя и согласие", kk: "Аты-жөн мен келісім", en: "Your name and consent")
    package static let stepContacts = Phrase(
        ru: "Контакты и коды", kk: "Байланыс және кодтар", en: "Contacts and codes")
    package static let stepDocuments = Phrase(ru: "Документы", kk: "Құжаттар", en: "Documents")
    package static let stepCheck = Phrase(ru: "Проверка и отправка", kk: "Тексеру және жіберу", en: "Check and send")

    package static let namesTitle = Phrase(ru: "Как вас зовут?", kk: "Аты-жөніңіз кім?", en: "What is your name?")
    package static let namesLead = Phrase(
        ru: "На это имя будет составлено согласие. Пока вы его не дали, имя не хранится.",
        kk: "Келісім осы аты-жөнге жазылады. Оны бергенше аты-жөніңіз сақталмайды.",
        en: "The consent will be made out in this name. Until you give it, the name is not kept.")
    package static let namesChangeLead = Phrase(
        ru: "Согласие будет составлено заново на исправленное имя.",
        kk: "Келісім түзетілген аты-жөнге қайта жазылады.",
        en: "The consent will be made out anew in the corrected name.")
    package static let familyName = Phrase(ru: "Фамилия", kk: "Тегі", en: "Family name")
    package static let givenName = Phrase(ru: "Имя", kk: "Аты", en: "Given name")
    package static let patronymic = Phrase(ru: "Отчество", kk: "Әкесінің аты", en: "Patronymic")
    package static let asInDocument = Phrase(
        ru: "Как в документе. Если фамилии или имени в нём нет, оставьте поле пустым.",
        kk: "Құжаттағыдай жазыңыз. Онда тегі не аты болмаса, сол өрісті бос қалдырыңыз.",
        en: "As in the document. If it gives no family or no given name, leave that field empty.")
    package static let ifInDocument = Phrase(
        ru: "Если оно есть в документе.", kk: "Құжатта болса.", en: "If it is in the document.")

    package static let consentTitle = Phrase(ru: "Ваше согласие", kk: "Сіздің келісіміңіз", en: "Your consent")
    package static let consentLead = Phrase(
        ru: "Прочитайте, на что вы соглашаетесь. Полный текст согласия сохранится вместе с вашим ответом.",
        kk: "Неге келісетініңізді оқып шығыңыз. Келісімнің толық мәтіні жауабыңызбен бірге сақталады.",
        en: "Read what you agree to. The full text of the consent is kept with your answer.")
    package static let consentAgainLead = Phrase(
        ru: "В согласии стоит ваше имя, поэтому с исправленным именем его дают заново.",
        kk: "Келісімде аты-жөніңіз жазылған, сондықтан ол түзетілген аты-жөнмен қайта беріледі.",
        en: "The consent bears your name, so with the corrected name it is given anew.")
    package static let inPlainWords = Phrase(ru: "Коротко", kk: "Қысқаша", en: "In plain words")
    package static let wholePolicy = Phrase(
        ru: "Политика целиком", kk: "Саясаттың толық мәтіні", en: "The whole policy")
    package static let toYourAnswer = Phrase(
        ru: "К вашему ответу, под полным текстом", kk: "Толық мәтіннен кейінгі жауапқа өту",
        en: "To your answer, below the full text")
    package static let consentText = Phrase(
        ru: "Полный текст согласия", kk: "Келісімнің толық мәтіні", en: "The full text of the consent")
    package static let declarationLabel = Phrase(
        ru: "Это мои собственные данные, и мне есть 18 лет.",
        kk: "Бұл өзімнің деректерім, жасым 18\u{2011}ге толған.",
        en: "These are my own data, and I am 18 or older.")
    package static let optionalConsents = Phrase(
        ru: "По желанию", kk: "Қалауыңыз бойынша", en: "Only if you wish")
    package static let optionalConsentsHint = Phrase(
        ru: "Зарегистрироваться можно и без этих согласий. Каждое можно отозвать отдельно.",
        kk: "Бұларсыз да тіркелуге болады. Әрқайсысын бөлек кері қайтарып алуға болады.",
        en: "You can register without these. Each can be withdrawn on its own.")
    package static let iAgree = Phrase(ru: "Соглашаюсь", kk: "Келісемін", en: "I agree")
    package static let iDoNotAgree = Phrase(ru: "Не соглашаюсь", kk: "Келіспеймін", en: "I do not agree")
    package static let mustAgree = Phrase(
        ru: "Отметьте согласие: без него мы не вправе хранить ваши данные. Или нажмите «Не соглашаюсь».",
        kk: "Келісімді белгілеңіз: онсыз деректеріңізді сақтауға құқығымыз жоқ. Немесе «Келіспеймін» түймесін басыңыз.",
        en: "Tick the consent: without it we may not keep your data. Or press “I do not agree”.")
    package static let policyChangedMeanwhile = Phrase(
        ru: "Пока страница была открыта, политика изменилась. Ниже новый текст: прочитайте его и ответьте ещё раз.",
        kk: "Бет ашық тұрғанда саясат өзгерді. Төменде жаңа мәтін: оқып шығып, қайта жауап беріңіз.",
        en: "The policy changed while the page was open. The new text is below: read it and answer again.")

    package static let declineTitle = Phrase(ru: "Не согласны?", kk: "Келіспейсіз бе?", en: "You do not agree?")
    package static let declineNothingStored = Phrase(
        ru: "Тогда регистрация закончится здесь. Мы ещё ничего не сохранили, введённое имя исчезнет.",
        kk: "Онда тіркелу осымен аяқталады. Біз әлі ештеңе сақтаған жоқпыз, енгізілген аты-жөн де өшеді.",
        en: "Then the registration ends here. We have kept nothing yet, and the name you entered is gone.")
    package static let backToConsent = Phrase(
        ru: "Вернуться к согласию", kk: "Келісімге оралу", en: "Go back to the consent")
    package static let endHere = Phrase(
        ru: "Не соглашаюсь, закончить", kk: "Келіспеймін, аяқтау", en: "I do not agree, end here")
    package static let leaveForNow = Phrase(
        ru: "Прервать и продолжить позже", kk: "Тоқтатып, кейін жалғастыру", en: "Leave and continue later")
    package static let endRegistration = Phrase(
        ru: "Не соглашаюсь, уничтожить всё", kk: "Келіспеймін, бәрін жою", en: "I do not agree, destroy everything")
}
