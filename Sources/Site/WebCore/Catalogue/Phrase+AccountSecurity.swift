import Primitives

/// Words of showing again who one is, and of the sessions that are open.
extension Phrase {
    package static let presentPassword = Phrase(
        ru: "Нынешний пароль", kk: "Қазіргі құпиясөз", en: "Present password")
    package static let presentPasswordHint = Phrase(
        ru: "Если не помните, оставьте пустым: мы пришлём код на подтверждённый адрес.",
        kk: "Есіңізде болмаса, бос қалдырыңыз: расталған мекенжайға код жібереміз.",
        en: "If you do not remember it, leave it empty: we send a code to a confirmed address.")
    package static let wrongPresentPassword = Phrase(
        ru: "Это не нынешний пароль. Введите его ещё раз или оставьте пустым, и мы пришлём код",
        kk: "Бұл қазіргі құпиясөз емес. Қайта енгізіңіз не бос қалдырыңыз, сонда код жібереміз",
        en: "This is not the present password. Enter it again, or leave it empty and we send a code")
    package static let codeWillCome = Phrase(
        ru: "Сначала мы пришлём код на подтверждённый адрес.", kk: "Алдымен расталған мекенжайға код жібереміз.",
        en: "First we send a code to a confirmed address.")
    /// - Parameter lasts: how many minutes the person's having shown who they are counts.
    package static func proofOfPersonLead(minutes lasts: Int) -> Phrase {
        let term = count(lasts, ru: ("минуты", "минут", "минут"), kk: "минуттан", en: ("minute", "minutes"))
        return Phrase(
            ru:
                "Вы подтвердили, что это вы, больше \(term.ru) назад, поэтому нужен код. Пароль заново вводить не нужно.",
            kk: "Өзіңізді растағаныңызға \(term.kk) асты, сондықтан код керек. Жаңа құпиясөзді қайта енгізбейсіз.",
            en: "You showed who you are more than \(term.en) ago, so a code is needed. The password is kept meanwhile.")
    }
    package static let confirmAnAddressFirst = Phrase(
        ru: "Сначала подтвердите почту или телефон: без этого пароль не задать",
        kk: "Алдымен поштаны не телефонды растаңыз: онсыз құпиясөз орнатылмайды",
        en: "Confirm the e-mail or the telephone first: without it no password can be set")

    package static let openSessions = Phrase(
        ru: "Где вы вошли", kk: "Қайда кіріп тұрсыз", en: "Where you are signed in")
    package static let openSessionsLead = Phrase(
        ru: "Здесь все открытые сеансы. Устройств и адресов мы не запоминаем: узнайте сеанс по времени и способу.",
        kk: "Мұнда ашық сеанстың бәрі бар. Құрылғы мен мекенжайды сақтамаймыз: сеансты уақыты мен тәсілінен таныңыз.",
        en: "All open sessions are here. We keep neither devices nor addresses: tell a session by its time and way.")
    package static let openSessionsCaption = Phrase(
        ru: "Сеансы, недавние сверху", kk: "Сеанстар, соңғысы жоғарыда", en: "Sessions, the last used first"
    )
    package static let sessionHow = Phrase(ru: "Как вас узнали", kk: "Сізді қалай таныдық", en: "How we knew you")
    package static let sessionSince = Phrase(ru: "С какого времени", kk: "Қашаннан бері", en: "Since")
    package static let sessionUsed = Phrase(ru: "Последнее действие", kk: "Соңғы әрекет", en: "Last used")
    package static let sessionEnd = Phrase(ru: "Закончить", kk: "Аяқтау", en: "End")
    package static let thisSession = Phrase(ru: "этот сеанс", kk: "осы сеанс", en: "this session")
    package static let recognisedByBrowser = Phrase(
        ru: "По браузеру, где началась регистрация", kk: "Тіркелу басталған браузерден",
        en: "By the browser in which the registration was begun")
    package static let recognisedByEmail = Phrase(
        ru: "По коду на почту", kk: "Поштаға келген кодтан", en: "By a code to the e-mail")
    package static let recognisedByTelephone = Phrase(
        ru: "По коду на телефон", kk: "Телефонға келген кодтан", en: "By a code to the telephone")
    package static let recognisedByTwoFactors = Phrase(
        ru: "По паролю и коду из приложения", kk: "Құпиясөз бен қосымшадағы кодтан",
        en: "By the password and a code of the app")
    package static let recognisedByLink = Phrase(
        ru: "По одноразовой ссылке", kk: "Бір реттік сілтемеден", en: "By a one-time link")
    package static let recognisedByPassword = Phrase(ru: "По паролю", kk: "Құпиясөзден", en: "By the password")
}
