import Primitives

/// Words of the counter for whoever agrees on paper, and for consents beyond the compulsory one.
extension Phrase {
    package static let counterOnPaper = Phrase(
        ru: "Подписью на бумаге", kk: "Қағазға қол қою арқылы", en: "By a signature on paper")
    package static let counterPaperLead = Phrase(
        ru:
            "Напечатайте страницу: на бумаге будет только текст согласия. Пока человек не подписал, ничего не сохраняется.",
        kk: "Бетті басып шығарыңыз: қағазда тек келісім мәтіні болады. Адам қол қоймайынша ештеңе сақталмайды.",
        en:
            "Print this page: the paper holds the text of the consent only. Nothing is stored until the person has signed."
    )
    package static let counterSigned = Phrase(
        ru: "Человек подписал этот текст на бумаге", kk: "Адам қағаздағы осы мәтінге қол қойды",
        en: "The person has signed this text on paper")
    package static let counterStoreSigned = Phrase(
        ru: "Сохранить согласие и перейти к снимку", kk: "Келісімді сақтап, суретке түсіруге өту",
        en: "Store the consent, then photograph the paper")
    package static let counterPaperLeft = Phrase(
        ru: "Согласие и снимок бумаги сохранены. Отметьте документ, который видели, или сфотографируйте его.",
        kk: "Келісім мен қағаздың суреті сақталды. Көрген құжатыңызды белгілеңіз немесе суретке түсіріңіз.",
        en: "The consent and the picture of the paper are stored. Enter the document you have seen, or photograph it.")
    package static let counterWished = Phrase(
        ru: "Другие согласия, по желанию человека", kk: "Адамның қалауы бойынша басқа келісімдер",
        en: "More consents, if the person wishes")
    package static let counterWishedHint = Phrase(
        ru: "Что показать человеку вместе с обязательным согласием", kk: "Міндетті келісіммен бірге не көрсету керек",
        en: "What to show to the person with the compulsory consent")
    package static let counterToEmail = Phrase(ru: "На почту", kk: "Поштаға", en: "To their e-mail")
    package static let counterToTelephone = Phrase(ru: "На телефон", kk: "Телефонға", en: "To their telephone")
    package static let counterSignature = Phrase(ru: "Подпись", kk: "Қолы", en: "Signature")
    package static let counterSignatureDate = Phrase(ru: "Дата", kk: "Күні", en: "Date")
    package static let counterOptionalNote = Phrase(
        ru: "По желанию; зарегистрироваться можно и без этого.",
        kk: "Қалауыңыз бойынша; бұларсыз да тіркелуге болады.", en: "Only if you wish; you can register without these.")
    package static let counterOptional = Phrase(
        ru: "На что ещё человек соглашается", kk: "Адам тағы неге келіседі", en: "What else the person agrees to")
    package static let counterOptionalTicked = Phrase(
        ru: "Что человек отметил на бумаге", kk: "Адам қағазда нені белгіледі",
        en: "What the person ticked on the paper")
    package static let counterPaperWaits = Phrase(
        ru: "Сфотографируйте подписанную бумагу. Если за час снимка не будет, все данные человека уничтожаются.",
        kk:
            "Қол қойылған қағазды суретке түсіріңіз. Бір сағат ішінде сурет сақталмаса, адамның барлық деректері жойылады.",
        en: "Photograph the signed paper. Without a picture within an hour, all data of the person are destroyed.")
    package static let counterPaperChanged = Phrase(
        ru: "Вступила в силу новая редакция: напечатайте текст заново, и пусть человек подпишет его",
        kk: "Жаңа редакция күшіне енді: мәтінді қайта басып шығарыңыз, адам соған қол қойсын",
        en: "A new edition is in force: print the text anew, for the person to sign that")
    package static let counterPaperMissing = Phrase(
        ru: "Нет читаемого снимка подписанной бумаги", kk: "Қол қойылған қағаздың анық суреті жоқ",
        en: "There is no legible picture of the signed paper")
    package static let bringSignedPaper = Phrase(
        ru: "Нужен новый снимок согласия, которое вы подписали: его сделают у стойки",
        kk: "Қол қойған келісіміңіздің жаңа суреті керек: оны қабылдау орнында түсіреді",
        en: "A new picture of the consent you signed is needed: staff take it at the counter")
    package static let paperAtCounter = Phrase(
        ru: "Бумагу заново сфотографируют у стойки.", kk: "Қағазды қабылдау орнында қайта суретке түсіреді.",
        en: "Staff photograph the paper again at the counter.")
    package static let counterReach = Phrase(ru: "Вход на сайт", kk: "Сайтқа кіру", en: "Signing in on the site")
    package static let counterReachLead = Phrase(
        ru:
            "Если у человека есть телефон или почта, подтвердите адрес кодом: потом он сможет входить на сайт. Можно и без этого.",
        kk:
            "Адамның телефоны не поштасы болса, мекенжайын кодпен растаңыз: кейін сайтқа кіре алады. Бұл міндетті емес.",
        en:
            "If the person has a telephone or e-mail, confirm it by a code: then they can sign in on the site. It is optional."
    )
    package static let counterReachBy = Phrase(
        ru: "Куда отправить код", kk: "Кодты қайда жіберу керек", en: "Where to send the code")
    package static let counterReachSend = Phrase(ru: "Отправить код", kk: "Код жіберу", en: "Send the code")
    package static let counterReachCode = Phrase(
        ru: "Код, который назвал человек", kk: "Адам айтқан код", en: "The code the person tells you")
    package static let counterReached = Phrase(
        ru: "Адрес подтверждён: человек может входить на сайт.", kk: "Мекенжай расталды: адам сайтқа кіре алады.",
        en: "The address is confirmed: the person can sign in on the site.")
}
