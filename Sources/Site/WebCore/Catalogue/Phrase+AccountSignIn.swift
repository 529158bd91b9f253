import Primitives

/// Words of signing in and of keeping an account safe.
extension Phrase {
    package static let signInTitle = Phrase(ru: "Вход", kk: "Кіру", en: "Sign in")
    package static let signInVerb = Phrase(ru: "Войти", kk: "Кіру", en: "Sign in")
    package static let sessionEnded = Phrase(ru: "Сначала войдите", kk: "Алдымен кіріңіз", en: "Sign in first")
    /// - Parameter idle: how long a session lasts without use.
    package static func sessionEndedLead(_ idle: Phrase) -> Phrase {
        Phrase(
            ru: "Вы не вошли, или сеанс закончился: без действий он длится \(idle.ru). Сохранённое не потеряно.",
            kk:
                "Сіз кірмегенсіз немесе сеанс аяқталды: \(idle.kk) әрекет болмаса, ол жабылады. Сақталғаны жоғалған жоқ.",
            en:
                "You are not signed in, or the session has ended: it lasts \(idle.en) without use. What was saved is not lost."
        )
    }
    package static let emailOrTelephone = Phrase(
        ru: "Электронная почта или телефон", kk: "Электрондық пошта не телефон", en: "E-mail or telephone")
    package static let emailOrTelephoneHint = Phrase(
        ru: "По телефону видно только состояние; для данных и документов нужна почта или пароль.",
        kk: "Телефонмен тек тіркелу күйі көрінеді; деректер мен құжаттарға пошта не құпиясөз керек.",
        en: "The telephone shows the status only; data and documents need the e-mail or a password.")
    package static let sendMeACode = Phrase(ru: "Получить код", kk: "Код алу", en: "Send me a code")
    package static let haveAPassword = Phrase(
        ru: "У меня есть пароль", kk: "Менде құпиясөз бар", en: "I have a password")
    package static let passwordLabel = Phrase(ru: "Пароль", kk: "Құпиясөз", en: "Password")
    package static let signInByPassword = Phrase(
        ru: "Войти по паролю", kk: "Құпиясөзбен кіру", en: "Sign in by password")
    package static let wrongCredentials = Phrase(
        ru: "Адрес и пароль не подходят друг к другу. Войдите по коду или попробуйте ещё раз",
        kk: "Мекенжай мен құпиясөз сәйкес келмейді. Кодпен кіріңіз немесе қайталап көріңіз",
        en: "Address and password do not match. Sign in by a code or try again")
    package static let notRegisteredYet = Phrase(
        ru: "Ещё не регистрировались?", kk: "Әлі тіркелмедіңіз бе?", en: "Not registered yet?")
    package static let myRegistration = Phrase(ru: "Моя регистрация", kk: "Менің тіркелуім", en: "My registration")
    package static let myAccount = Phrase(ru: "Мой кабинет", kk: "Менің кабинетім", en: "My account")

    package static let needsMoreTitle = Phrase(
        ru: "Нужен вход по почте или паролю", kk: "Пошта не құпиясөз арқылы кіру керек",
        en: "Sign in by e-mail or password")
    package static let needsMoreLead = Phrase(
        ru: "Вы вошли по телефону. Номер может перейти к другому человеку, поэтому по нему видно только состояние.",
        kk: "Сіз телефонмен кірдіңіз. Нөмір басқа адамға өтуі мүмкін, сондықтан ол арқылы тек тіркелу күйі көрінеді.",
        en: "You signed in by telephone. A number may pass to somebody else, so it shows the status only.")
    package static let signInOtherwise = Phrase(
        ru: "Войти по почте", kk: "Пошта арқылы кіру", en: "Sign in by e-mail")
    package static let toStatus = Phrase(ru: "Посмотреть состояние", kk: "Күйін көру", en: "See the status")

    package static let securityTitle = Phrase(
        ru: "Пароль и сеансы", kk: "Құпиясөз бен сеанстар", en: "Password and sessions")
    package static let setPasswordTitle = Phrase(ru: "Пароль", kk: "Құпиясөз", en: "Password")
    package static let setPasswordLead = Phrase(
        ru: "Пароль необязателен: войти можно по коду. Когда вы его зададите, другие сеансы закончатся.",
        kk: "Құпиясөз міндетті емес: кодпен кіруге болады. Орнатсаңыз, басқа сеанстар аяқталады.",
        en: "You need no password: a code lets you in. Setting one ends other sessions.")
    package static let newPassword = Phrase(ru: "Новый пароль", kk: "Жаңа құпиясөз", en: "New password")
    package static let newPasswordHint = Phrase(
        ru: "15 знаков или больше, любые. Удобно взять несколько слов.",
        kk: "Кез келген 15 не одан көп таңба. Бірнеше сөз алу ыңғайлы.",
        en: "15 characters or more, any of them. A few words are easiest.")
    package static let weakPassword = Phrase(
        ru: "Такой пароль слишком короткий или слишком распространённый. Возьмите 15 знаков или больше",
        kk: "Мұндай құпиясөз тым қысқа не тым жиі кездеседі. 15 не одан көп таңба алыңыз",
        en: "This password is too short or too common. Take 15 characters or more")
    package static let setPassword = Phrase(ru: "Задать пароль", kk: "Құпиясөз орнату", en: "Set the password")
    package static let passwordIsSet = Phrase(
        ru: "Пароль задан, другие сеансы закончены", kk: "Құпиясөз орнатылды, басқа сеанстар аяқталды",
        en: "The password is set, other sessions have ended")
    package static let otherSessionsLead = Phrase(
        ru: "Если вы вошли на чужом устройстве и забыли выйти, закончите все сеансы, кроме этого.",
        kk: "Бөтен құрылғыдан кіріп, шығуды ұмытсаңыз, осыдан басқа сеанстардың бәрін аяқтаңыз.",
        en: "If you signed in on a shared device and forgot to sign out, end all sessions but this one.")
    package static let endOtherSessions = Phrase(
        ru: "Закончить другие сеансы", kk: "Басқа сеанстарды аяқтау", en: "End other sessions")
    package static let sessionsEnded = Phrase(
        ru: "Другие сеансы закончены", kk: "Басқа сеанстар аяқталды", en: "Other sessions have ended")
}
