import Primitives

/// Words of putting another address in the place of an own one.
extension Phrase {
    package static func newAddressTitle(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru: "Новый адрес электронной почты", kk: "Жаңа электрондық пошта мекенжайы", en: "A new e-mail address")
            : Phrase(ru: "Новый номер телефона", kk: "Жаңа телефон нөмірі", en: "A new telephone number")
    }
    package static func newAddressLead(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru:
                    "Пока вы не введёте код, который придёт на новый адрес, остаётся прежний адрес. Потом другие сеансы закончатся, а на прежний адрес, если он был подтверждён, придёт сообщение.",
                kk:
                    "Жаңа мекенжайға келетін кодты енгізгенше бұрынғы мекенжай қалады. Содан кейін басқа сеанстар аяқталады, ал бұрынғы мекенжай расталған болса, оған хабарлама барады.",
                en:
                    "A code comes to the new address; until you enter it, the present address stays valid. Then your other sessions end, and if the old address was confirmed, a message goes to it."
            )
            : Phrase(
                ru:
                    "Пока вы не введёте код, который придёт на новый номер, остаётся прежний номер. Потом другие сеансы закончатся, а на прежний номер, если он был подтверждён, придёт сообщение.",
                kk:
                    "Жаңа нөмірге келетін кодты енгізгенше бұрынғы нөмір қалады. Содан кейін басқа сеанстар аяқталады, ал бұрынғы нөмір расталған болса, оған хабарлама барады.",
                en:
                    "A code comes to the new number; until you enter it, the present number stays valid. Then your other sessions end, and if the old number was confirmed, a message goes to it."
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
        ru: "Этот адрес или номер уже подтверждён. Укажите другой",
        kk: "Бұл мекенжай не нөмір бұрыннан расталған. Басқасын көрсетіңіз",
        en: "This address or number is confirmed already. Give another one")
    package static let toOwnData = Phrase(ru: "К вашим данным", kk: "Деректеріңізге", en: "To your data")
    package static func addressReplaced(_ email: Bool) -> Phrase {
        email
            ? Phrase(
                ru: "Новый адрес почты подтверждён", kk: "Жаңа электрондық пошта мекенжайы расталды",
                en: "The new e-mail address is confirmed")
            : Phrase(
                ru: "Новый номер телефона подтверждён", kk: "Жаңа телефон нөмірі расталды",
                en: "The new telephone number is confirmed")
    }
}
