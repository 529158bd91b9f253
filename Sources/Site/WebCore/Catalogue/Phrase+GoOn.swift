import Primitives

/// Words for whom a connected programme has begun a registration.
extension Phrase {
    package static let goOnTitle = Phrase(
        ru: "Продолжите регистрацию", kk: "Тіркелуді жалғастырыңыз", en: "Go on with your registration")
    package static func goOnLead(_ name: String) -> Phrase {
        Phrase(
            ru: "Её начала для вас программа «\(name)»: передала ваше имя, согласие и контакты.",
            kk: "Оны сіз үшін «\(name)» бағдарламасы бастады: аты-жөніңізді, келісіміңізді, байланысыңызды жіберді.",
            en: "The programme “\(name)” began it for you: it handed over your name, your consent and your contacts.")
    }
    package static let goOnWith = Phrase(ru: "У кого", kk: "Кімде", en: "With")
    package static let goOnFor = Phrase(ru: "Для чего", kk: "Не үшін", en: "For")
    package static let goOnContacts = Phrase(ru: "Ваши контакты", kk: "Байланысыңыз", en: "Your contacts")
    package static let stepsLeft = Phrase(ru: "Что осталось", kk: "Не қалды", en: "What is left")
    package static let goOnOnce = Phrase(
        ru: "Ссылка сработает один раз. Дальше продолжайте в этом браузере, пока не подтвердите адрес кодом.",
        kk: "Сілтеме бір-ақ рет жұмыс істейді. Содан кейін мекенжайды кодпен растағанша осы браузерде жалғастырыңыз.",
        en: "The link works once. From then on use this browser, until you have confirmed an address by a code.")
    package static func goOnNotYou(_ end: Phrase) -> Phrase {
        Phrase(
            ru: "Вы об этом не просили? Не продолжайте: черновик будет уничтожен \(end.ru).",
            kk: "Мұны сіз сұраған жоқсыз ба? Жалғастырмаңыз: жоба \(end.kk) жойылады.",
            en: "You did not ask for this? Do not go on: the draft is destroyed on \(end.en).")
    }
    package static let goOnLeavesOther = Phrase(
        ru: "В этом браузере открыта другая регистрация", kk: "Бұл браузерде басқа тіркелу ашық",
        en: "Another registration is open in this browser")
    package static let goOnLeavesOtherLead = Phrase(
        ru: "Если продолжить, браузер её оставит.", kk: "Жалғастырсаңыз, браузер оны жабады.",
        en: "If you go on, the browser leaves it.")

    package static let linkEndedTitle = Phrase(
        ru: "Ссылка больше не действует", kk: "Сілтеме енді жарамсыз", en: "The link no longer works")
    package static let linkEndedLead = Phrase(
        ru:
            "Она использована, устарела или скопирована не целиком. Если вы подтвердили адрес, войдите по коду; если нет, зарегистрируйтесь заново.",
        kk:
            "Ол пайдаланылған, ескірген немесе толық көшірілмеген. Мекенжайыңызды растаған болсаңыз, кодпен кіріңіз; растамасаңыз, қайта тіркеліңіз.",
        en:
            "It was used, is too old, or was not copied whole. If you have confirmed an address, sign in by a code; if not, register anew."
    )
    package static let registerAnew = Phrase(
        ru: "Зарегистрироваться заново", kk: "Қайта тіркелу", en: "Register anew")
}
