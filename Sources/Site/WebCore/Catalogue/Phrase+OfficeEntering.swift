import Primitives

/// Words of the pages through which staff come in.
extension Phrase {
    package static let office = Phrase(ru: "Рабочее место", kk: "Жұмыс орны", en: "Office")
    package static func officeWho(_ pseudonym: String) -> Phrase {
        Phrase(ru: "Работник \(pseudonym)", kk: "Қызметкер \(pseudonym)", en: "Staff \(pseudonym)")
    }

    package static let officeSignInTitle = Phrase(
        ru: "Вход для работников", kk: "Қызметкерлердің кіруі", en: "Sign in to the office")
    package static let officeSignInLead = Phrase(
        ru: "Сначала почта и пароль, затем код из приложения. Если вы не работник, вам нужен вход для пользователей.",
        kk:
            "Алдымен пошта мен құпиясөз, содан кейін қосымшадағы код. Қызметкер болмасаңыз, пайдаланушылар бетінен кіріңіз.",
        en: "First e-mail and password, then a code from your app. If you are not staff, use the sign-in for users.")
    package static let officeClientSignIn = Phrase(
        ru: "Вход для пользователей", kk: "Пайдаланушылардың кіруі", en: "Sign-in for users")
    package static let officeEmail = Phrase(ru: "Электронная почта", kk: "Электрондық пошта", en: "E-mail address")
    package static let officePassword = Phrase(ru: "Пароль", kk: "Құпиясөз", en: "Password")
    package static let officeEnter = Phrase(ru: "Войти", kk: "Кіру", en: "Sign in")
    package static let officeWrongCredentials = Phrase(
        ru:
            "Почта и пароль не подходят друг к другу. Проверьте их; после десяти ошибок подряд вход на время закрывается.",
        kk: "Пошта мен құпиясөз сәйкес келмейді. Тексеріңіз; қатарынан он қатеден кейін кіру уақытша жабылады.",
        en:
            "E-mail and password do not match. Check both; after ten wrong tries in a row sign-in is closed for a while."
    )

    package static let officeFactorTitle = Phrase(
        ru: "Код из приложения", kk: "Қосымшадағы код", en: "Code from your app")
    package static let officeFactorLabel = Phrase(
        ru: "Шесть цифр или код восстановления", kk: "Алты цифр немесе қалпына келтіру коды",
        en: "Six digits, or a recovery code")
    package static let officeFactorHint = Phrase(
        ru: "Каждый код восстановления действует один раз.", kk: "Әр қалпына келтіру коды бір рет жарамды.",
        en: "Each recovery code works once.")
    package static let officeWrongFactor = Phrase(
        ru: "Код не подошёл. Возьмите новый из приложения; проверьте, верно ли идут часы телефона.",
        kk: "Код сәйкес келмеді. Қосымшадан жаңасын алыңыз; телефон сағатының дұрыс екенін тексеріңіз.",
        en: "The code does not fit. Take a fresh one from the app, and see that the telephone’s clock is right.")
    package static let officeLostFactor = Phrase(
        ru:
            "Потеряли телефон и коды? Ссылку для нового приложения даст другой администратор; если его нет, её даёт «saqta staff reset» на сервере.",
        kk:
            "Телефон мен кодтарды жоғалттыңыз ба? Жаңа қосымшаға сілтемені басқа әкімші береді; ол болмаса, серверде «saqta staff reset» береді.",
        en:
            "Lost telephone and codes? Another administrator can give you a link for a new app; if there is none, “saqta staff reset” on the server does."
    )

    package static let officeEnrolTitle = Phrase(
        ru: "Присоединиться к работникам", kk: "Қызметкерлер қатарына қосылу", en: "Join the staff")
    package static let officeEnrolLead = Phrase(
        ru:
            "Ссылка действует один раз. Дальше: приложение с кодами, коды восстановления, обязательство о неразглашении.",
        kk:
            "Сілтеме бір рет жарамды. Әрі қарай: код қосымшасы, қалпына келтіру кодтары, құпиялылықты сақтау міндеттемесі.",
        en: "The link works once. Then come an app with codes, recovery codes, and the confidentiality undertaking.")
    package static let officeFamilyName = Phrase(ru: "Фамилия", kk: "Тегі", en: "Family name")
    package static let officeGivenName = Phrase(ru: "Имя", kk: "Аты", en: "Given name")
    package static let officeNewPassword = Phrase(ru: "Новый пароль", kk: "Жаңа құпиясөз", en: "New password")
    package static let officeNewPasswordHint = Phrase(
        ru: "Не короче 15 знаков, любых. Лучше всего четыре случайных слова.",
        kk: "Кемінде 15 таңба, кез келгені. Кездейсоқ төрт сөз алған дұрыс.",
        en: "At least 15 characters of any kind. Four random words do well.")
    package static let officeSessionsTitle = Phrase(ru: "Ваши сеансы", kk: "Сеанстарыңыз", en: "Your sessions")
    package static let officeFamilyNameMissing = Phrase(
        ru: "Напишите фамилию", kk: "Тегіңізді жазыңыз", en: "Write the family name")
    package static let officeGivenNameMissing = Phrase(
        ru: "Напишите имя", kk: "Атыңызды жазыңыз", en: "Write the given name")
    package static let officeEmailWrong = Phrase(
        ru: "Проверьте почту: она должна быть вида name@example.kz",
        kk: "Поштаны тексеріңіз: ол name@example.kz түрінде болуы керек",
        en: "Check the e-mail: it should look like name@example.kz")
    package static let officeAddressInUse = Phrase(
        ru: "Эта почта уже есть у работника. Войдите или укажите другую.",
        kk: "Бұл пошта қызметкерде бар. Кіріңіз немесе басқасын көрсетіңіз.",
        en: "A member of staff has this e-mail already. Sign in, or give another.")
    package static let officePasswordTooShort = Phrase(
        ru: "Пароль короче 15 знаков: добавьте слов", kk: "Құпиясөз 15 таңбадан қысқа: сөз қосыңыз",
        en: "The password is shorter than 15 characters: add words")
    package static let officePasswordTooLong = Phrase(
        ru: "Пароль слишком длинный: сократите его", kk: "Құпиясөз тым ұзын: қысқартыңыз",
        en: "The password is too long: shorten it")
    package static let officePasswordCommon = Phrase(
        ru: "Такой пароль пробуют первым: возьмите менее привычные слова и меньше повторов",
        kk: "Мұндай құпиясөзді алдымен байқап көреді: сирек кездесетін сөздер алып, қайталауды азайтыңыз",
        en: "This is among the first that are tried: take less usual words and fewer repetitions")
    package static let officePasswordAboutYou = Phrase(
        ru: "В пароле есть ваше имя, почта или название сайта: замените их",
        kk: "Құпиясөзде атыңыз, поштаңыз немесе сайт атауы бар: ауыстырыңыз",
        en: "The password holds your name, your e-mail or the site’s name: replace them")
    package static let officeLinkEnded = Phrase(
        ru: "Ссылка уже использована или устарела. Попросите у администратора новую.",
        kk: "Сілтеме пайдаланылған немесе мерзімі өткен. Әкімшіден жаңасын сұраңыз.",
        en: "The link was used or is too old. Ask an administrator for a new one.")

    package static let officeFactorNeedsLink = Phrase(
        ru: "Второй фактор подключают по одноразовой ссылке. Попросите её у администратора.",
        kk: "Екінші факторды бір реттік сілтеме арқылы қосады. Оны әкімшіден сұраңыз.",
        en: "A second factor is set up by a one-time link. Ask an administrator for one.")
    package static let officeNewFactorTitle = Phrase(
        ru: "Приложение с кодами", kk: "Код қосымшасы", en: "Your app with codes")
    package static let officeNewFactorLead = Phrase(
        ru:
            "Откройте на телефоне приложение для кодов (TOTP), снимите им этот QR-код и введите код, который оно покажет.",
        kk: "Телефондағы код қосымшасын (TOTP) ашып, осы QR-кодты түсіріңіз де, шыққан кодты енгізіңіз.",
        en: "Open an app for codes (TOTP) on your telephone, scan this QR code with it, and enter the code it shows.")
    package static let officeQRName = Phrase(
        ru: "QR-код для приложения", kk: "Қосымшаға арналған QR-код", en: "QR code for the app")
    package static let officeSecret = Phrase(
        ru: "Не получается снять? Введите ключ вручную", kk: "Түсіру мүмкін болмай ма? Кілтті қолмен енгізіңіз",
        en: "Cannot scan? Type the key instead")
    package static let officeSixDigits = Phrase(ru: "Шесть цифр", kk: "Алты цифр", en: "Six digits")
    package static let officeResetTitle = Phrase(
        ru: "Новое приложение с кодами", kk: "Жаңа код қосымшасы", en: "A new app with codes")
    package static let officeResetLead = Phrase(
        ru: "Введите свой пароль. Потом вы подключите новое приложение и получите новые коды восстановления.",
        kk: "Құпиясөзіңізді енгізіңіз. Содан кейін жаңа қосымша қосып, жаңа қалпына келтіру кодтарын аласыз.",
        en: "Enter your password. Then you connect a new app and get new recovery codes.")
    package static let officeRenewLead = Phrase(
        ru: "Задайте новый пароль. Потом вы подключите новое приложение и получите новые коды восстановления.",
        kk: "Жаңа құпиясөз қойыңыз. Содан кейін жаңа қосымшаны қосып, жаңа қалпына келтіру кодтарын аласыз.",
        en: "Set a new password. Then you connect a new app and get new recovery codes.")
    package static let officeWrongPassword = Phrase(
        ru: "Пароль не подошёл, или ссылка устарела. Проверьте пароль или попросите новую ссылку",
        kk: "Құпиясөз сәйкес келмеді немесе сілтеме ескірген. Құпиясөзді тексеріңіз не жаңа сілтеме сұраңыз",
        en: "The password does not fit, or the link is too old. Check the password or ask for a new link")

    package static let officeRecoveryTitle = Phrase(
        ru: "Коды восстановления", kk: "Қалпына келтіру кодтары", en: "Recovery codes")
    package static let officeRecoveryLead = Phrase(
        ru: "Они показаны один раз. Напечатайте или перепишите их и храните отдельно от телефона.",
        kk: "Олар бір рет көрсетіледі. Басып шығарыңыз немесе көшіріп жазып алып, телефоннан бөлек сақтаңыз.",
        en: "They are shown once. Print them or write them down, and keep them away from your telephone.")
    package static let officeRecoveryKept = Phrase(
        ru: "Коды сохранены, продолжить", kk: "Кодтарды сақтадым, жалғастыру", en: "I have kept the codes, continue")

    package static let officeUndertakingTitle = Phrase(
        ru: "Обязательство о неразглашении", kk: "Құпиялылықты сақтау міндеттемесі", en: "Confidentiality undertaking")
    package static let officeUndertakingLead = Phrase(
        ru: "До его принятия роли не действуют.", kk: "Оны қабылдағанға дейін рөлдер күшіне енбейді.",
        en: "Your roles begin once you accept it.")
    package static let officeAccept = Phrase(ru: "Принять", kk: "Қабылдау", en: "Accept")

    package static let officeNoRoleTitle = Phrase(
        ru: "Ваша роль не открывает эту страницу", kk: "Рөліңіз бұл бетті ашпайды",
        en: "Your role does not open this page")
    package static let officeNoRole = Phrase(
        ru: "Политика не открывает эту страницу вашим ролям. Роли назначает администратор.",
        kk: "Саясат рөлдеріңізге бұл бетті ашпайды. Рөлдерді әкімші тағайындайды.",
        en: "The policy does not open this page to your roles. An administrator assigns roles.")
    package static let officeNoPages = Phrase(
        ru: "Для ваших ролей страниц пока нет.", kk: "Рөлдеріңізге арналған беттер әзірге жоқ.",
        en: "There are no pages for your roles yet.")
}
