import Primitives

/// Words of an account's home.
extension Phrase {
    package static let accountTitle = Phrase(ru: "Мой кабинет", kk: "Менің кабинетім", en: "My account")
    package static let tabStatus = Phrase(ru: "Состояние", kk: "Күйі", en: "Status")
    package static let tabData = Phrase(ru: "Мои данные", kk: "Деректерім", en: "My data")
    package static let tabDocuments = Phrase(ru: "Документы", kk: "Құжаттар", en: "Documents")
    package static let tabConsents = Phrase(ru: "Согласия", kk: "Келісімдер", en: "Consents")
    package static let tabHistory = Phrase(ru: "Кто смотрел", kk: "Кім қарады", en: "Who looked")
    package static let tabSecurity = Phrase(ru: "Пароль", kk: "Құпиясөз", en: "Password")
    package static let whereItStands = Phrase(ru: "Как идёт регистрация", kk: "Тіркелу барысы", en: "Where it stands")
    package static let whatYouCanDo = Phrase(ru: "Что можно сделать", kk: "Не істеуге болады", en: "What you can do")

    package static let stateDraft = Phrase(ru: "черновик", kk: "жоба", en: "draft")
    package static let stateSent = Phrase(ru: "отправлена", kk: "жіберілді", en: "sent")
    package static let stateInReview = Phrase(ru: "на проверке", kk: "тексерілуде", en: "in review")
    package static let stateMoreAsked = Phrase(
        ru: "нужно ваше действие", kk: "әрекетіңіз қажет", en: "something is needed")
    package static let stateRegistered = Phrase(ru: "одобрена", kk: "мақұлданды", en: "approved")
    package static let stateRefused = Phrase(ru: "отказ", kk: "бас тартылды", en: "refused")
    package static let stateLapsed = Phrase(ru: "прекращена", kk: "тоқтатылды", en: "lapsed")

    package static let taskFinish = Phrase(
        ru: "Регистрация ещё не отправлена", kk: "Тіркелу әлі жіберілген жоқ", en: "The registration is not sent yet")
    package static let taskAsked = Phrase(
        ru: "Проверяющий просит кое-что сделать", kk: "Тексеруші сізден бірнәрсе сұрайды",
        en: "The reviewer asks something of you")
    package static func doneBy(_ moment: Phrase) -> Phrase {
        Phrase(ru: "До \(moment.ru).", kk: "Мерзімі: \(moment.kk).", en: "By \(moment.en).")
    }
    package static let stillSomethingMissing = Phrase(
        ru: "Отправить пока нельзя: сделано не всё, или документ ещё читается.",
        kk: "Әзірге жіберуге болмайды: бәрі орындалмаған немесе құжат әлі оқылып жатыр.",
        en: "It cannot be sent yet: not all is done, or a document is still being read.")
    package static func betterScanOf(_ title: Phrase) -> Phrase {
        Phrase(
            ru: "Нужен снимок лучше: \(title.ru)", kk: "Жақсырақ сурет керек: \(title.kk)",
            en: "A better scan is needed: \(title.en)")
    }
    package static let sendNewScan = Phrase(ru: "Прислать новый", kk: "Жаңасын жіберу", en: "Send a new one")
    package static func documentSays(_ field: Phrase) -> Phrase {
        Phrase(
            ru: "\(field.ru): в документе написано", kk: "\(field.kk): құжатта былай жазылған",
            en: "\(field.en): the document says")
    }
    package static let acceptProposal = Phrase(
        ru: "Верно, исправить", kk: "Дұрыс, түзетілсін", en: "That is right, correct it")
    package static let rejectProposal = Phrase(
        ru: "Неверно, оставить как есть", kk: "Дұрыс емес, өзгермесін", en: "That is wrong, leave it")
    package static let taskSendAgain = Phrase(
        ru: "Отправьте регистрацию ещё раз.", kk: "Тіркелуді қайта жіберіңіз.", en: "Send the registration again.")
    package static let refusedTitle = Phrase(
        ru: "В регистрации отказано", kk: "Тіркеуден бас тартылды", en: "The registration was refused")
    package static let objectVerb = Phrase(ru: "Возразить", kk: "Қарсылық білдіру", en: "Object")
    package static let objectedAlready = Phrase(
        ru: "Вы уже возражали; другой проверяющий решил так же.",
        kk: "Сіз қарсылық білдіргенсіз; басқа тексеруші де солай шешті.",
        en: "You have objected already; another reviewer decided the same.")
    package static let objectedAlreadyAlone = Phrase(
        ru: "Вы уже возражали; тот же проверяющий решил так же: здесь работает один человек.",
        kk: "Сіз қарсылық білдіргенсіз; сол тексерушінің өзі тағы солай шешті: мұнда бір адам жұмыс істейді.",
        en: "You have objected already; the same reviewer decided the same: one person works here.")
    package static let applyAgainVerb = Phrase(ru: "Подать заново", kk: "Қайта өтініш беру", en: "Apply again")
    package static let lapsedTitle = Phrase(
        ru: "Регистрация прекращена", kk: "Тіркелу тоқтатылды", en: "The registration has lapsed")
    package static let lapsedLead = Phrase(
        ru: "Ответ не пришёл в срок. Можно подать заново: введённое сохранилось.",
        kk: "Мерзімінде жауап келмеді. Қайта өтініш беруге болады: енгізілгені сақталды.",
        en: "No answer came in time. You can apply again: what you typed is kept.")

    package static let eventBegun = Phrase(
        ru: "Вы дали согласие и начали", kk: "Келісім беріп, бастадыңыз", en: "You gave consent and began")
    package static let eventAsked = Phrase(
        ru: "Проверяющий попросил дополнить", kk: "Тексеруші толықтыруды сұрады", en: "The reviewer asked for more")
    package static let eventSentAgain = Phrase(
        ru: "Вы отправили регистрацию ещё раз", kk: "Тіркелуді қайта жібердіңіз", en: "You sent the registration again")
    package static let eventObjected = Phrase(ru: "Вы возразили", kk: "Қарсылық білдірдіңіз", en: "You objected")
    package static let eventDraft = Phrase(
        ru: "Вы заполняете форму", kk: "Нысанды толтырып жатырсыз", en: "You are filling in the form")
    package static let eventWaits = Phrase(
        ru: "Ждёт проверяющего", kk: "Тексерушіні күтіп тұр", en: "It waits for a reviewer")
    package static let eventOtherReviewer = Phrase(
        ru: "Возражение рассматривает другой проверяющий", kk: "Қарсылықты басқа тексеруші қарайды",
        en: "Another reviewer looks at your objection")
    package static let eventSameReviewer = Phrase(
        ru: "Возражение рассматривает тот же проверяющий", kk: "Қарсылықты сол тексерушінің өзі қарайды",
        en: "The same reviewer looks at your objection")
    package static let eventInReview = Phrase(
        ru: "Проверяющий смотрит", kk: "Тексеруші қарап жатыр", en: "A reviewer is looking")
    package static let eventMoreAsked = Phrase(
        ru: "Нужно ваше действие", kk: "Әрекетіңіз қажет", en: "Something is needed from you")
    package static let eventMoreAskedDetails = Phrase(
        ru: "Сделайте, о чём просят, и отправьте ещё раз. Без ответа регистрация прекратится.",
        kk: "Сұралғанды орындап, қайта жіберіңіз. Жауап болмаса, тіркелу тоқтатылады.",
        en: "Do what is asked and send it again. Without an answer the registration lapses.")
    package static let eventApproved = Phrase(
        ru: "Вы зарегистрированы", kk: "Сіз тіркелдіңіз", en: "You are registered")
    package static let eventRefused = Phrase(
        ru: "В регистрации отказано", kk: "Тіркеуден бас тартылды", en: "The registration was refused")
    package static let eventLapsed = Phrase(
        ru: "Регистрация прекращена", kk: "Тіркелу тоқтатылды", en: "The registration lapsed")

    package static let verbSeeData = Phrase(
        ru: "Посмотреть, что о вас хранится", kk: "Сіз туралы не сақталатынын көру", en: "See what is held about you")
    package static let verbSeeDocuments = Phrase(
        ru: "Посмотреть свои документы", kk: "Құжаттарыңызды көру", en: "See your documents")
    package static let verbConsents = Phrase(
        ru: "Дать или отозвать согласие", kk: "Келісім беру не кері қайтарып алу", en: "Give or withdraw a consent")
    package static let verbWhoLooked = Phrase(
        ru: "Узнать, кто смотрел ваши данные", kk: "Деректеріңізді кім қарағанын білу",
        en: "See who looked at your data")
    package static let verbReceipt = Phrase(ru: "Получить расписку", kk: "Қолхат алу", en: "Take a receipt")
    package static let verbPassword = Phrase(
        ru: "Задать пароль, закончить другие сеансы", kk: "Құпиясөз орнату, басқа сеанстарды аяқтау",
        en: "Set a password, end other sessions")
    package static let verbWithdraw = Phrase(
        ru: "Отозвать регистрацию", kk: "Тіркелуді кері қайтарып алу", en: "Withdraw the registration")
    package static let verbClaim = Phrase(
        ru: "Задать вопрос или подать претензию", kk: "Сұрақ қою не кінәрат-талап (претензия) беру",
        en: "Ask a question or make a claim")
}
