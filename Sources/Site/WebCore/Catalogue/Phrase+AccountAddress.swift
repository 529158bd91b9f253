import Primitives

/// Words of putting another address in the place of an own one.
extension Phrase {
    package static func newAddressTitle(_ email: Bool) -> Phrase {
        email
            ? Phrase(ru: "Новый адрес почты", kk: "Жаңа пошта мекенжайы", en: "A new e-mail address")
            : Phrase(ru: "Новый номер телефона", kk: "Жаңа телефон нөмірі", en: "A new telephone number")
    }
    package static func newAddressLead(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru:
                    "На новый адрес придёт код; пока вы его не введёте, действует прежний. Потом другие сеансы завершатся, а на прежний адрес придёт сообщение.",
                kk:
                    "Жаңа мекенжайға код келеді; оны енгізгенше бұрынғысы жарамды. Содан кейін басқа сеанстар аяқталады, ал бұрынғы мекенжайға хабарлама барады.",
                en:
                    "A code comes to the new address; until you enter it, the present one stays valid. Then your other sessions end, and a message goes to the old address."
            )
            : Phrase(
                ru:
                    "На новый номер придёт код; пока вы его не введёте, действует прежний. Потом другие сеансы завершатся, а на прежний номер, если он был подтверждён, придёт сообщение.",
                kk:
                    "Жаңа нөмірге код келеді; оны енгізгенше бұрынғысы жарамды. Содан кейін басқа сеанстар аяқталады, ал бұрынғы нөмір расталған болса, оған хабарлама барады.",
                en:
                    "A code comes to the new number; until you enter it, the present one stays valid. Then your other sessions end, and if the old number was confirmed, a message goes to it."
            )
    }
    package static let newAddressNeedsProof = Phrase(
        ru: "Сначала подтвердите, что это вы.", kk: "Алдымен өзіңіз екеніңізді растаңыз.",
        en: "First confirm that it is you.")
    package static let wrongPasswordOrCode = Phrase(
        ru: "Это не нынешний пароль. Введите его ещё раз или подтвердите кодом",
        kk: "Бұл қазіргі құпиясөз емес. Қайта енгізіңіз немесе кодпен растаңыз",
        en: "This is not the present password. Enter it again, or confirm by a code")
    package static let addressUnchanged = Phrase(
        ru: "Он уже подтверждён. Укажите другой", kk: "Ол бұрыннан расталған. Басқасын көрсетіңіз",
        en: "It is confirmed already. Give another one")
    package static let toOwnData = Phrase(ru: "К данным", kk: "Деректерге", en: "To your data")
    package static func addressReplaced(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru: "Новый адрес почты подтверждён", kk: "Жаңа пошта мекенжайы расталды",
                en: "The new e-mail address is confirmed")
            : Phrase(
                ru: "Новый номер телефона подтверждён", kk: "Жаңа телефон нөмірі расталды",
                en: "The new telephone number is confirmed")
    }
}
