import Primitives

/// Words for a disk that is nearly full.
extension Phrase {
    static let noRoomTitle = Phrase(
        ru: "Сейчас мы не можем принять новые данные", kk: "Қазір жаңа дерек қабылдай алмаймыз",
        en: "We cannot take anything new right now")
    static let noRoomLead = Phrase(
        ru: "На сервере заканчивается место, и отправленное не сохранено. Повторите через несколько часов.",
        kk: "Серверде орын таусылып барады, жіберілген дерек сақталмады. Бірнеше сағаттан кейін қайталаңыз.",
        en: "The server is running out of space, and what you sent was not stored. Try again in a few hours.")
    static let noRoomMeanwhile = Phrase(
        ru: "Всё, что было принято раньше, на месте: можно войти, посмотреть состояние и свои данные, "
            + "отозвать регистрацию.",
        kk: "Бұрын қабылданғанның бәрі орнында: кіруге, күйін және деректеріңізді көруге, "
            + "тіркелуді кері қайтарып алуға болады.",
        en: "Everything taken before is safe: you can sign in, see how things stand and what we hold, "
            + "or withdraw your registration.")
    static let noRoomKept = Phrase(
        ru: "Введённое осталось на этой странице. Не закрывайте её, чтобы отправить ещё раз.",
        kk: "Енгізілген дерек осы бетте қалды. Қайта жіберу үшін оны жаппаңыз.",
        en: "What you entered is kept on this page. Leave it open to send it again.")
    static let noRoomUrgent = Phrase(
        ru: "Если дело срочное, позвоните нам:", kk: "Шұғыл болса, бізге қоңырау шалыңыз:",
        en: "If it is urgent, call us:")
}
