import Primitives

/// Words of the first step of a registration.
extension Phrase {
    package static let registerTitle = Phrase(ru: "Регистрация", kk: "Тіркелу", en: "Registration")
    package static let registerLead = Phrase(
        ru: "Четыре шага, около десяти минут. Прервать можно на любом: введённое сохраняется.",
        kk: "Төрт қадам, он минуттай уақыт. Кез келген қадамда тоқтауға болады: енгізілгені сақталады.",
        en: "Four steps, about ten minutes. You can stop at any of them: what you entered is kept.")
    package static let registrationBegun = Phrase(
        ru: "Вы уже начали регистрацию", kk: "Сіз тіркелуді бастап қойғансыз", en: "You have begun a registration")
    package static let goOnWithIt = Phrase(ru: "Продолжить её", kk: "Оны жалғастыру", en: "Go on with it")
    package static let haveReady = Phrase(ru: "Приготовьте", kk: "Дайындап қойыңыз", en: "Have ready")
    package static func scanOf(_ document: Phrase) -> Phrase {
        Phrase(
            ru: "\(document.ru): снимок телефоном или скан", kk: "\(document.kk): телефонмен түсірілген сурет не скан",
            en: "\(document.en): a photograph or a scan")
    }
    package static let haveContacts = Phrase(
        ru: "Электронная почта и телефон: на один из них придёт код.",
        kk: "Электрондық пошта мен телефон: біріне код келеді.",
        en: "Your e-mail and telephone: a code comes to one of them.")
    package static let haveTime = Phrase(
        ru: "Десять минут. Решение принимает человек.", kk: "Он минут. Шешімді адам қабылдайды.",
        en: "Ten minutes. A person decides.")
    package static let fourSteps = Phrase(ru: "Четыре шага", kk: "Төрт қадам", en: "Four steps")
    package static func nothingStoredYet(_ term: Phrase) -> Phrase {
        Phrase(
            ru: "До вашего согласия мы ничего не храним. Неотправленный черновик уничтожается через \(term.ru).",
            kk: "Келіскеніңізге дейін ештеңе сақтамаймыз. Жіберілмеген жоба \(term.kk) өткен соң жойылады.",
            en: "Until you agree we keep nothing. A draft that is not sent is destroyed after \(term.en).")
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
        ru: "На ваше имя будет составлено согласие. Пока вы его не дали, ничего не хранится.",
        kk: "Келісім сіздің атыңызға жазылады. Оны бергенше ештеңе сақталмайды.",
        en: "The consent will be made out in your name. Until you give it, nothing is kept.")
    package static let namesChangeLead = Phrase(
        ru: "Согласие будет составлено заново на исправленное имя.",
        kk: "Келісім түзетілген атқа қайта жазылады.",
        en: "The consent will be made out anew in the corrected name.")
    package static let familyName = Phrase(ru: "Фамилия", kk: "Тегі", en: "Family name")
    package static let givenName = Phrase(ru: "Имя", kk: "Аты", en: "Given name")
    package static let patronymic = Phrase(ru: "Отчество", kk: "Әкесінің аты", en: "Patronymic")
    package static let asInDocument = Phrase(
        ru: "Как в документе. Если фамилии или имени в нём нет, оставьте поле пустым.",
        kk: "Құжаттағыдай. Онда тегіңіз не атыңыз болмаса, өрісті бос қалдырыңыз.",
        en: "As in your document. If it gives no family or no given name, leave that field empty.")
    package static let ifInDocument = Phrase(
        ru: "Если оно есть в документе.", kk: "Құжатта болса.", en: "If it is in your document.")

    package static let consentTitle = Phrase(ru: "Ваше согласие", kk: "Сіздің келісіміңіз", en: "Your consent")
    package static let consentLead = Phrase(
        ru: "Прочитайте, на что вы соглашаетесь. Полный текст согласия сохранится вместе с вашим ответом.",
        kk: "Неге келісетініңізді оқып шығыңыз. Келісімнің толық мәтіні жауабыңызбен бірге сақталады.",
        en: "Read what you agree to. The full text of the consent is kept with your answer.")
    package static let consentAgainLead = Phrase(
        ru: "В согласии стоит ваше имя, поэтому с исправленным именем его дают заново.",
        kk: "Келісімде атыңыз жазылған, сондықтан түзетілген атпен ол қайта беріледі.",
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
        kk: "Бұл өзімнің деректерім, жасым 18-ге толған.",
        en: "These are my own data, and I am 18 or older.")
    package static let optionalConsents = Phrase(
        ru: "По желанию", kk: "Қалауыңыз бойынша", en: "Only if you wish")
    package static let optionalConsentsHint = Phrase(
        ru: "Без этого тоже можно зарегистрироваться. Каждое можно отозвать отдельно.",
        kk: "Бұларсыз да тіркелуге болады. Әрқайсысын бөлек қайтарып алуға болады.",
        en: "You can register without these. Each can be withdrawn on its own.")
    package static let iAgree = Phrase(ru: "Согласен", kk: "Келісемін", en: "I agree")
    package static let iDoNotAgree = Phrase(ru: "Не согласен", kk: "Келіспеймін", en: "I do not agree")
    package static let mustAgree = Phrase(
        ru: "Отметьте согласие: без него мы не вправе хранить данные. Или нажмите «Не согласен».",
        kk: "Келісімді белгілеңіз: онсыз деректерді сақтауға құқығымыз жоқ. Немесе «Келіспеймін» түймесін басыңыз.",
        en: "Tick the consent: without it we may not keep data. Or press “I do not agree”.")
    package static let policyChangedMeanwhile = Phrase(
        ru: "Пока страница была открыта, политика изменилась. Ниже новый текст: прочитайте его и ответьте ещё раз.",
        kk: "Бет ашық тұрғанда саясат өзгерді. Төменде жаңа мәтін: оқып шығып, қайта жауап беріңіз.",
        en: "The policy changed while the page was open. The new text is below: read it and answer again.")

    package static let declineTitle = Phrase(ru: "Не согласны?", kk: "Келіспейсіз бе?", en: "You do not agree?")
    package static let declineNothingStored = Phrase(
        ru: "Тогда регистрация закончится здесь. Мы ещё ничего не сохранили, и введённое имя исчезнет.",
        kk: "Онда тіркелу осымен аяқталады. Біз әлі ештеңе сақтаған жоқпыз, енгізілген аты-жөн сақталмайды.",
        en: "Then the registration ends here. We have kept nothing yet, and the name you entered is gone.")
    package static let backToConsent = Phrase(
        ru: "Вернуться к согласию", kk: "Келісімге оралу", en: "Go back to the consent")
    package static let endHere = Phrase(
        ru: "Не согласен, закончить", kk: "Келіспеймін, аяқтау", en: "I do not agree, end here")
    package static let leaveForNow = Phrase(
        ru: "Прервать и продолжить позже", kk: "Тоқтатып, кейін жалғастыру", en: "Leave and continue later")
    package static let endRegistration = Phrase(
        ru: "Не согласен, уничтожить всё", kk: "Келіспеймін, бәрін жою", en: "I do not agree, destroy everything")
}
