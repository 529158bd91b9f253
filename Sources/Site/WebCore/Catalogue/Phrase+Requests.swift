import Policy
import Primitives

/// Words about requests that account and office share.
extension Phrase {
    package static let requestColumn = Phrase(ru: "Обращение", kk: "Өтініш", en: "Request")
    package static let requestState = Phrase(ru: "Что с ним", kk: "Күйі", en: "Where it stands")
    package static let requestDue = Phrase(ru: "Ответ не позднее", kk: "Жауап мерзімі", en: "Answer by")
    package static let requestReceived = Phrase(ru: "Получено", kk: "Қабылданған күні", en: "Received")
    package static let requestWay = Phrase(ru: "Как пришло", kk: "Қалай келді", en: "How it came")
    package static let requestWords = Phrase(ru: "Слова обращения", kk: "Өтініштің сөзі", en: "Words of the request")
    package static let requestAnswer = Phrase(ru: "Ответ", kk: "Жауап", en: "Answer")
    package static let requestGround = Phrase(
        ru: "Основание отказа", kk: "Бас тарту негізі", en: "Ground of the refusal")
    package static let requestArticle = Phrase(ru: "Статья закона", kk: "Заңның бабы", en: "Article of the law")
    package static let requestNoWords = Phrase(
        ru: "Напишите, о чём просите", kk: "Нені сұрайтыныңызды жазыңыз", en: "Write what you ask for")
    package static let requestLongWords = Phrase(
        ru: "Не больше 4000 знаков", kk: "4000 таңбадан аспасын", en: "At most 4,000 characters")
    package static let requestClosedAt = Phrase(ru: "Закрыто", kk: "Жабылған уақыты", en: "Closed")
    package static let requestClosed = Phrase(
        ru: "Это обращение уже закрыто.", kk: "Бұл өтініш жабылып қойған.", en: "This request is closed already.")
    package static let dataBlocked = Phrase(
        ru: "обработка остановлена", kk: "өңдеу тоқтатылған", en: "processing blocked")
    package static let blockedExplanation = Phrase(
        ru: "Обработка этих данных остановлена: до её возобновления ничего с ними сделать нельзя.",
        kk: "Бұл деректерді өңдеу тоқтатылған: ол қайта басталғанша, олармен ештеңе жасауға болмайды.",
        en: "The processing of these data is blocked: until it resumes, nothing can be done with them.")

    /// Within what an answer comes.
    package static func answeredWithin(_ amount: Int, _ unit: CountedTerm.Unit) -> Phrase {
        let term = unit == .workingDay ? workingDays(amount) : calendarDays(amount)
        return Phrase(
            ru: "Срок ответа: \(term.ru).", kk: "Жауап мерзімі: \(term.kk).", en: "Answered within \(term.en).")
    }
}
