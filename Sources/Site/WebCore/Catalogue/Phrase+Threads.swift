import Primitives

/// Words about messages between a person and the operator.
extension Phrase {
    package static let threadsTitle = Phrase(ru: "Сообщения", kk: "Хабарламалар", en: "Messages")
    package static let threadsLead = Phrase(
        ru:
            "Спросите, предложите, уточните. Сообщение шифруется; когда придёт ответ, мы известим вас без подробностей.",
        kk: "Сұраңыз, ұсыныңыз, нақтылаңыз. Хабарлама шифрланады; жауап келгенде, егжей-тегжейінсіз хабарлаймыз.",
        en:
            "Ask, suggest, clear something up. The message is sealed; when the answer comes, we tell you so without details."
    )
    package static let noThreads = Phrase(ru: "Сообщений пока нет", kk: "Әзірге хабарлама жоқ", en: "No messages yet")
    package static let noThreadsWhy = Phrase(
        ru: "Здесь останутся ваши вопросы и ответы на них.", kk: "Сұрақтарыңыз бен жауаптары осында қалады.",
        en: "Your questions and their answers will stay here.")
    package static let newThread = Phrase(ru: "Написать", kk: "Жазу", en: "Write to us")
    package static func threadTitle(_ number: Int) -> Phrase {
        Phrase(ru: "Переписка \(number)", kk: "\(number)-хат алмасу", en: "Thread \(number)")
    }
    package static let threadColumn = Phrase(ru: "Переписка", kk: "Хат алмасу", en: "Thread")
    package static let threadState = Phrase(ru: "Состояние", kk: "Күйі", en: "State")
    package static let threadLast = Phrase(
        ru: "Последнее сообщение", kk: "Соңғы хабарлама", en: "Last message")
    package static let threadUnread = Phrase(ru: "не прочитано", kk: "оқылмаған", en: "unread")
    package static let toThreads = Phrase(ru: "К сообщениям", kk: "Хабарламаларға", en: "To the messages")
    package static let threadYou = Phrase(ru: "Вы", kk: "Сіз", en: "You")
    package static let threadYouByOperator = Phrase(
        ru: "Вы, записал оператор", kk: "Сіз, жазып алған оператор", en: "You, put down by the operator")
    package static let threadOperator = Phrase(ru: "Оператор ответил", kk: "Оператордың жауабы", en: "The operator")
    package static let threadWords = Phrase(ru: "Ваше сообщение", kk: "Хабарламаңыз", en: "Your message")
    package static let threadWordsHint = Phrase(
        ru: "Пишите только о себе и только то, что нужно для ответа.",
        kk: "Тек өзіңіз туралы және жауапқа керегін ғана жазыңыз.",
        en: "Write about yourself only, and only what is needed for an answer.")
    package static let threadNoDocuments = Phrase(
        ru:
            "Файлы можно приложить, когда сообщение отправлено. Документы, удостоверяющие личность, присылайте не сюда и не мессенджером, а на странице «Документы».",
        kk:
            "Файлдарды хабарлама жіберілгеннен кейін тіркеуге болады. Жеке басты куәландыратын құжаттарды осында да, мессенджермен де емес, «Құжаттар» бетінде жіберіңіз.",
        en:
            "Files can be attached once the message is sent. Send identity documents neither here nor by a messenger but on the page “Documents”."
    )
    package static let sendMessage = Phrase(ru: "Отправить", kk: "Жіберу", en: "Send")
    package static let threadNoWords = Phrase(
        ru: "Напишите сообщение", kk: "Хабарламаны жазыңыз", en: "Write a message")
    package static let threadTooMany = Phrase(
        ru: "Слишком много сообщений ждут ответа: дождитесь его",
        kk: "Жауап күтіп тұрған хабарлама тым көп: жауабын күтіңіз",
        en: "Too many messages wait for an answer: wait for it")
    package static func unreadMessages(_ count: Int) -> Phrase {
        Phrase(
            ru: "Непрочитанные сообщения: \(count)", kk: "Оқылмаған хабарламалар: \(count)",
            en: "Unread messages: \(count)")
    }
}
