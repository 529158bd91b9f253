import Primitives

/// What was done with a person's requests and with a block, in the list of who looked.
extension Phrase {
    package static let didRequest = Phrase(
        ru: "Вы подали обращение", kk: "Сіз өтініш бердіңіз", en: "You made a request")
    package static let didWithdrawRequest = Phrase(
        ru: "Вы отозвали обращение", kk: "Сіз өтінішті кері қайтарып алдыңыз", en: "You withdrew a request")
    package static let didTakeCopy = Phrase(
        ru: "Вы взяли копию своих данных", kk: "Сіз деректеріңіздің көшірмесін алдыңыз",
        en: "You took a copy of your data")
    package static func staffTookCopy(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "сделал для вас копию ваших данных", kk: "сізге деректеріңіздің көшірмесін жасады",
                en: "made a copy of your data for you"))
    }
    package static let didBlock = Phrase(
        ru: "Вы остановили обработку данных", kk: "Сіз деректерді өңдеуді тоқтаттыңыз",
        en: "You blocked the processing of your data")
    package static let didUnblock = Phrase(
        ru: "Вы возобновили обработку данных", kk: "Сіз деректерді өңдеуді қайта бастадыңыз",
        en: "You let the processing of your data go on")
    package static func staffEnteredRequest(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(ru: "записал ваше обращение", kk: "өтінішіңізді жазып алды", en: "entered your request"))
    }
    package static func staffOpenedRequest(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ", Phrase(ru: "открыл ваше обращение", kk: "өтінішіңізді ашты", en: "opened your request"))
    }
    package static func staffIdentifiedRequest(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "установил, чьё это обращение", kk: "өтініштің кімдікі екенін анықтады",
                en: "told whose request it is"))
    }
    package static func staffPreparedErasure(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "подготовил уничтожение ваших данных или отменил его",
                kk: "деректеріңізді жоюды дайындады не одан бас тартты",
                en: "prepared the destruction of your data, or took that back"))
    }
    package static func staffAnswered(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(ru: "ответил на ваше обращение", kk: "өтінішіңізге жауап берді", en: "answered your request"))
    }
    package static func staffRefusedRequest(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "отказал по вашему обращению", kk: "өтінішіңіз бойынша бас тартты", en: "refused your request"))
    }
    package static func staffBlocked(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "остановил обработку ваших данных", kk: "деректеріңізді өңдеуді тоқтатты",
                en: "blocked the processing of your data"))
    }
    package static func staffUnblocked(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "возобновил обработку ваших данных", kk: "деректеріңізді өңдеуді қайта бастады",
                en: "let the processing of your data go on"))
    }
}
