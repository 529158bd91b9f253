import Primitives

/// What a connection is told that keeps to no limits, and a visitor who asks too often.
extension Phrase {
    static let connectionTooSlow = Phrase(
        ru: "Запрос шёл слишком медленно и остановился. Отправьте его ещё раз.",
        kk: "Сұрау тым баяу келіп, тоқтап қалды. Қайта жіберіңіз.",
        en: "The request came too slowly and stopped. Send it again.")
    static let connectionHeadTooLarge = Phrase(
        ru: "Заголовок запроса слишком велик. Удалите файлы cookie этого сайта и повторите.",
        kk: "Сұраудың тақырыбы тым үлкен. Осы сайттың cookie файлдарын жойып, қайталаңыз.",
        en: "The head of the request is too large. Delete the cookies of this site and try again.")
    static let connectionsFull = Phrase(
        ru: "Сервер сейчас занят. Повторите через несколько секунд.",
        kk: "Сервер қазір бос емес. Бірнеше секундтан кейін қайталаңыз.",
        en: "The server is busy. Try again in a few seconds.")
    static let connectionsFullForSource = Phrase(
        ru: "С вашего адреса открыто слишком много соединений. Закройте лишние и повторите через несколько секунд.",
        kk: "Сіздің мекенжайдан тым көп байланыс ашылған. Артығын жауып, бірнеше секундтан кейін қайталаңыз.",
        en: "Too many connections are open from your address. Close some and try again in a few seconds.")

    static let tooOftenTitle = Phrase(
        ru: "Слишком много обращений", kk: "Жүгіну тым көп", en: "Too many requests")
    static func tooOftenLead(_ seconds: Int) -> Phrase {
        let wait = Phrase.lasting(seconds < 120 ? .seconds(seconds) : .minutes((seconds + 59) / 60))
        return Phrase(
            ru: "С вашего адреса пришло слишком много обращений подряд. Подождите \(wait.ru) и повторите.",
            kk: "Сіздің мекенжайдан қатарынан тым көп жүгіну болды. \(wait.kk) күтіп, қайталаңыз.",
            en: "Too many requests in a row have come from your address. Wait \(wait.en) and try again.")
    }
    static let tooOftenKept = Phrase(
        ru: "Ничего не отправлено. Введённое сохранено на этой странице: когда время пройдёт, отправьте его отсюда.",
        kk: "Ештеңе жіберілген жоқ. Енгізілгені осы бетте сақталды: уақыт өткен соң осы жерден жіберіңіз.",
        en: "Nothing was sent. What you entered is kept on this page: once the time is over, send it from here.")
    static let tooOftenPassword = Phrase(
        ru: "Пароль на странице не хранится, введите его ещё раз.",
        kk: "Құпиясөз бетте сақталмайды, оны қайта енгізіңіз.",
        en: "A password is not kept on a page; enter it once more.")
    static let tooOftenFile = Phrase(
        ru: "Ничего не отправлено. Когда время пройдёт, вернитесь назад и отправьте файл ещё раз.",
        kk: "Ештеңе жіберілген жоқ. Уақыт өткен соң артқа қайтып, файлды қайта жіберіңіз.",
        en: "Nothing was sent. Once the time is over, go back and send the file again.")
}
