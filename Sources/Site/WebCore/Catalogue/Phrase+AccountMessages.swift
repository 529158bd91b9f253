import Primitives

/// Words of the list of messages.
extension Phrase {
    package static let messagesTitle = Phrase(
        ru: "Что мы вам отправляли", kk: "Сізге не жібердік", en: "What we sent you")
    package static let messagesLead = Phrase(
        ru: "В сообщениях нет ваших данных: в шаблонах для них нет места.",
        kk: "Хабарламаларда деректеріңіз жоқ: үлгілерде оларға орын қалдырылмаған.",
        en: "The messages hold no data of yours: the templates have no place for them.")
    package static let noMessages = Phrase(ru: "Сообщений не было", kk: "Хабарлама болған жоқ", en: "No messages")
    package static let noMessagesLead = Phrase(
        ru: "Здесь будут коды и извещения о регистрации.", kk: "Мұнда кодтар мен тіркелу туралы хабарламалар болады.",
        en: "Codes and notices about your registration will be here.")
    package static let messageWhat = Phrase(ru: "О чём", kk: "Не туралы", en: "What about")
    package static let messageHow = Phrase(ru: "Как", kk: "Қалай", en: "How")
    package static let messageTexts = Phrase(
        ru: "Тексты шаблонов", kk: "Үлгілердің мәтіні", en: "The texts of the templates")
    package static let messageQueued = Phrase(ru: "ждёт отправки", kk: "жіберуді күтіп тұр", en: "waiting to go out")
    package static let messageSent = Phrase(ru: "отправлено", kk: "жіберілді", en: "sent")
    package static let messageUnsent = Phrase(
        ru: "не отправлено: отправка не настроена", kk: "жіберілмеді: жіберу бапталмаған",
        en: "not sent: sending is not set up")
    package static let messageFailed = Phrase(ru: "не доставлено", kk: "жеткізілмеді", en: "not delivered")
    package static let verbMessages = Phrase(
        ru: "Посмотреть, что мы вам отправляли", kk: "Сізге не жібергенімізді көру", en: "See what we sent you")
}
