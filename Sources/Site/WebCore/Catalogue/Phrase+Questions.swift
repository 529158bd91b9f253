import Primitives

/// Words about questions that are asked without an account.
extension Phrase {
    package static let questionTitle = Phrase(ru: "Задать вопрос", kk: "Сұрақ қою", en: "Ask a question")
    package static let questionLead = Phrase(
        ru:
            "Регистрация не нужна. Вопрос примем, когда вы подтвердите адрес кодом; ответ прочитаете по одноразовой ссылке.",
        kk:
            "Тіркелу қажет емес. Мекенжайды кодпен растағаныңызда сұрақты қабылдаймыз; жауапты бір реттік сілтемеден оқисыз.",
        en:
            "You need not register. The question is taken once you confirm the address by a code; you read the answer at a one-time link."
    )
    package static let questionHaveAccount = Phrase(
        ru: "У меня есть кабинет: войти и написать там", kk: "Кабинетім бар: кіріп, сонда жазу",
        en: "I have an account: sign in and write there")
    package static let questionAddress = Phrase(
        ru: "Почта или телефон для ответа", kk: "Жауап үшін пошта немесе телефон",
        en: "E-mail or telephone for the answer")
    package static let questionAddressHint = Phrase(
        ru: "Сюда придут код и ссылка на ответ, больше ничего.", kk: "Осында код пен жауаптың сілтемесі ғана келеді.",
        en: "The code and the link to the answer come here, and nothing else.")
    package static let questionNotAgreed = Phrase(
        ru: "Без согласия ответить нельзя: отметьте его", kk: "Келісімсіз жауап беру мүмкін емес: белгілеңіз",
        en: "Without the consent we cannot answer: tick it")
    package static let questionOtherEdition = Phrase(
        ru: "Политика только что изменилась: прочитайте согласие ещё раз",
        kk: "Саясат жаңа ғана өзгерді: келісімді тағы бір оқыңыз",
        en: "The policy has just changed: read the consent once more")
    package static let questionSend = Phrase(
        ru: "Отправить и получить код", kk: "Жіберіп, код алу", en: "Send and get a code")
    package static let questionCodeTitle = Phrase(
        ru: "Подтвердите адрес", kk: "Мекенжайды растаңыз", en: "Confirm the address")
    package static let questionCodeLead = Phrase(
        ru: "Мы отправили шесть цифр на адрес, который вы указали.", kk: "Көрсеткен мекенжайыңызға алты цифр жібердік.",
        en: "We sent six digits to the address that you gave.")
    package static let questionConfirm = Phrase(ru: "Подтвердить", kk: "Растау", en: "Confirm")
    package static let questionAgain = Phrase(
        ru: "Код не пришёл: начать ещё раз", kk: "Код келмеді: қайта бастау", en: "No code came: begin again")
    package static let questionTaken = Phrase(ru: "Вопрос принят", kk: "Сұрақ қабылданды", en: "The question is taken")
    package static let questionTakenLead = Phrase(
        ru:
            "Когда ответ будет готов, на ваш адрес придёт ссылка. Вопрос уничтожится сам: через день после прочтения ответа или через 30 дней, если его не читать.",
        kk:
            "Жауап дайын болғанда, мекенжайыңызға сілтеме келеді. Сұрақ өзі жойылады: жауап оқылғаннан кейін бір күнде немесе оқылмаса, 30 күнде.",
        en:
            "When the answer is ready, a link comes to your address. The question destroys itself: a day after the answer is read, or after 30 days if it is not."
    )
    package static let answerTitle = Phrase(
        ru: "Ответ на ваш вопрос", kk: "Сұрағыңызға жауап", en: "The answer to your question")
    package static let answerLead = Phrase(
        ru: "Чтобы ответ прочитали только вы, отправим код на ваш адрес.",
        kk: "Жауапты тек өзіңіз оқуыңыз үшін мекенжайыңызға код жібереміз.",
        en: "So that nobody but you reads the answer, we send a code to your address.")
    package static let answerSendCode = Phrase(ru: "Получить код", kk: "Код алу", en: "Get a code")
    package static let answerOnce = Phrase(
        ru: "Ссылка одноразовая: сохраните нужное сейчас", kk: "Сілтеме бір реттік: керегін қазір сақтап алыңыз",
        en: "The link works once: keep what you need now")
    package static let answerEnded = Phrase(
        ru: "Эта ссылка больше не действует", kk: "Бұл сілтеме енді жарамсыз", en: "This link is no longer good")
    package static let answerEndedLead = Phrase(
        ru: "Она использована или её срок истёк. Вопрос можно задать снова.",
        kk: "Ол пайдаланылған немесе мерзімі өткен. Сұрақты қайта қоюға болады.",
        en: "It was used, or its time is over. You can ask the question again.")
    package static let contactsNoMessengers = Phrase(
        ru: "Документы не присылайте мессенджером и почтой: загрузите их на сайте, там они сразу шифруются.",
        kk: "Құжаттарды мессенджермен де, поштамен де жібермеңіз: сайтта жүктеңіз, сонда олар бірден шифрланады.",
        en: "Do not send documents by a messenger or by e-mail: upload them on the site, where they are sealed at once."
    )
    package static let toUpload = Phrase(ru: "Загрузить документы", kk: "Құжаттарды жүктеу", en: "Upload documents")
}
