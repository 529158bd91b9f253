import Permits
import Policy
import Primitives

/// Words of representations that stand.
extension Phrase {
    package static let representingTitle = Phrase(
        ru: "За кого я действую", kk: "Кім үшін әрекет етемін", en: "For whom I act")
    package static let representingNobody = Phrase(
        ru: "Вы пока ни за кого не действуете.", kk: "Сіз әзірге ешкім үшін әрекет етпейсіз.",
        en: "You act for nobody yet.")
    package static let representOneMore = Phrase(
        ru: "Зарегистрировать ещё кого-то", kk: "Тағы біреуді тіркеу", en: "Register somebody else")
    package static let representationTitle = Phrase(
        ru: "Кто за меня действует", kk: "Мен үшін кім әрекет етеді", en: "Who acts for me")
    package static let representationLead = Phrase(
        ru: "Прекратить это можно в любой момент: вход представителя закроется сразу.",
        kk: "Мұны кез келген сәтте тоқтатуға болады: өкілдің кіруі бірден жабылады.",
        en: "This can be ended at any time: the representative’s access closes at once.")
    package static let consentStandsLead = Phrase(
        ru: "Законный представитель согласился на вашу регистрацию. Отказаться от его согласия можно в любой момент, "
            + "но без него регистрацию нельзя ни отправить, ни одобрить, а после одобрения нельзя заказывать услуги "
            + "и давать новые согласия.",
        kk: "Заңды өкіліңіз тіркелуіңізге келісім берді. Оның келісімінен кез келген сәтте бас тартуға болады, "
            + "бірақ онсыз тіркелуді жіберуге де, мақұлдауға да, мақұлданғаннан кейін қызметке тапсырыс беруге және "
            + "жаңа келісім беруге де болмайды.",
        en:
            "Your legal representative has consented to your registration. You can decline that consent at any time, "
            + "but without it the registration can be neither sent nor approved, and after the approval you can "
            + "neither order services nor give new consents.")
    package static let doWithoutConsent = Phrase(
        ru: "Отказаться от этого согласия", kk: "Бұл келісімнен бас тарту", en: "Decline this consent")
    package static let takeConsentBack = Phrase(
        ru: "Отозвать согласие", kk: "Келісімді кері қайтарып алу", en: "Withdraw the consent")
    package static let representedByNobody = Phrase(
        ru: "Сейчас за вас никто не действует.", kk: "Қазір сіз үшін ешкім әрекет етпейді.",
        en: "Nobody acts for you now.")

    package static func representation(_ kind: RepresentationRow.Kind) -> Phrase {
        switch kind {
        case .guardian:
            Phrase(
                ru: "Законный представитель ребёнка", kk: "Баланың заңды өкілі", en: "Legal representative of a child")
        case .consenting:
            Phrase(
                ru: "Согласие законного представителя", kk: "Заңды өкілдің келісімі",
                en: "Consent of the legal representative")
        case .attorney: Phrase(ru: "По доверенности", kk: "Сенімхат бойынша", en: "By a power of attorney")
        case .organisation: Phrase(ru: "От имени организации", kk: "Ұйым атынан", en: "For an organisation")
        }
    }

    package static func representation(_ state: RepresentationRow.State) -> Phrase {
        switch state {
        case .claimed:
            Phrase(ru: "Ждёт решения проверяющего", kk: "Тексерушінің шешімін күтуде", en: "Awaits the reviewer")
        case .accepted: Phrase(ru: "Полномочия приняты", kk: "Өкілеттік қабылданды", en: "Authority accepted")
        case .refused: Phrase(ru: "Полномочия не приняты", kk: "Өкілеттік қабылданбады", en: "Authority refused")
        case .ended: Phrase(ru: "Прекращено", kk: "Тоқтатылды", en: "Ended")
        }
    }

    package static func lastDay(_ day: Phrase) -> Phrase {
        Phrase(ru: "последний день: \(day.ru)", kk: "соңғы күні: \(day.kk)", en: "last day: \(day.en)")
    }
    package static func actIn(_ number: String) -> Phrase {
        Phrase(
            ru: "Действовать по регистрации \(number)", kk: "\(number) тіркелуі бойынша әрекет ету",
            en: "Act in registration \(number)")
    }
    package static let actingTitle = Phrase(
        ru: "Вы действуете за другого", kk: "Сіз басқа үшін әрекет етіп отырсыз", en: "You act for another")
    package static let actingLead = Phrase(
        ru: "Каждое действие здесь записывается с указанием вас и того, за кого вы действуете.",
        kk: "Мұндағы әр әрекет сізді және кім үшін әрекет ететініңізді атап жазылады.",
        en: "Every act here is put on record with you and the one for whom you act.")
    package static let actingLine = Phrase(
        ru: "Действую за другого", kk: "Басқа үшін әрекет етемін", en: "Acting for another")
    package static let backToOwn = Phrase(
        ru: "Вернуться к своей регистрации", kk: "Өз тіркелуіме оралу", en: "Go back to my own registration")
    package static let endTheRepresentation = Phrase(
        ru: "Прекратить представительство", kk: "Өкілдікті тоқтату", en: "End the representation")
    package static let notForAnother = Phrase(
        ru: "Пароль, сеансы, почту и телефон человек меняет только сам. Вернитесь к своей регистрации.",
        kk: "Құпиясөзді, сеанстарды, поштаны және телефонды адам тек өзі өзгертеді. Өз тіркелуіңізге оралыңыз.",
        en:
            "Password, sessions, e-mail and telephone are changed by the person alone. Go back to your own registration."
    )

    package static let proveInOwnRegistration = Phrase(
        ru: "Сначала вернитесь к своей регистрации, войдите в неё заново и повторите: так мы убедимся, что это вы.",
        kk:
            "Алдымен өз тіркелуіңізге оралып, қайта кіріңіз де, осыны қайталаңыз: өзіңіз екеніне осылай көз жеткіземіз.",
        en: "First go back to your own registration, sign in again, and repeat this: so we make sure that it is you.")

    package static let agreeTitle = Phrase(
        ru: "Согласие за подростка 14–17 лет", kk: "14–17 жастағы жасөспірім үшін келісім",
        en: "Consent for somebody of 14 to 17")
    package static let agreeLead = Phrase(
        ru:
            "Подросток начинает регистрацию сам и сообщает вам её номер. Если вы вошли давно, согласие нужно подтвердить кодом, который придёт вам.",
        kk:
            "Жасөспірім тіркелуді өзі бастап, нөмірін сізге айтады. Кіргеніңізге көп уақыт өтсе, келісімді өзіңізге келетін кодпен растау керек.",
        en:
            "The young person begins the registration and tells you its number. If you signed in a while ago, you confirm the consent by a code that comes to you."
    )
    package static let agreeStatement = Phrase(
        ru: "Я законный представитель того, кто регистрируется под этим номером, и даю согласие на его регистрацию "
            + "и на обработку его данных на условиях политики.",
        kk: "Мен осы нөмірмен тіркеліп жатқан адамның заңды өкілімін, оның тіркелуіне және деректерінің саясат "
            + "шарттарымен өңделуіне келісім беремін.",
        en: "I am the legal representative of whoever registers under this number, and consent to the registration "
            + "and to the processing of their data on the terms of the policy.")
    package static let agreeVerb = Phrase(ru: "Дать согласие", kk: "Келісім беру", en: "Give the consent")
    package static let agreeDone = Phrase(
        ru: "Согласие записано", kk: "Келісім жазылды", en: "The consent is on record")
    package static let noMinor = Phrase(
        ru: "Под этим номером никто от 14 до 17 лет не ждёт согласия. Проверьте номер.",
        kk: "Бұл нөмірмен 14–17 жастағы ешкім келісім күтіп тұрған жоқ. Нөмірді тексеріңіз.",
        en: "Nobody of 14 to 17 waits for a consent under this number. Check the number.")
    package static let agreeByCode = Phrase(
        ru: "Этим кодом вы подтверждаете согласие на регистрацию подростка.",
        kk: "Осы кодпен жасөспірімнің тіркелуіне келісіміңізді растайсыз.",
        en: "By this code you confirm the consent to the young person’s registration.")
    package static let consentNeeded = Phrase(
        ru: "Нужно согласие законного представителя", kk: "Заңды өкілдің келісімі керек",
        en: "The consent of your legal representative is needed")
    package static func consentNeededLead(_ number: String) -> Phrase {
        Phrase(
            ru: "Родитель или попечитель сначала отправляет собственную регистрацию, потом открывает страницу "
                + "«За кого я действую» и вводит там номер вашей регистрации: \(number).",
            kk:
                "Ата-анаңыздың бірі не қамқоршыңыз алдымен өз тіркелуін жібереді, содан кейін «Кім үшін әрекет етемін» бетін "
                + "ашып, сонда тіркелуіңіздің нөмірін енгізеді: \(number).",
            en:
                "A parent or guardian first sends a registration of their own, then opens the page “For whom I act” and "
                + "enters the number of your registration there: \(number).")
    }

    package static let historyByRepresentative = Phrase(
        ru: "через представителя", kk: "өкіл арқылы", en: "by a representative")
    package static let didRepresent = Phrase(
        ru: "Представитель начал действовать или дал согласие", kk: "Өкіл әрекет ете бастады не келісім берді",
        en: "A representative began to act or agreed")
    package static let didEndRepresentation = Phrase(
        ru: "Представительство или согласие представителя прекращено", kk: "Өкілдік не өкілдің келісімі тоқтатылды",
        en: "The representation, or the representative’s consent, ended")
}

/// What follows where the consent of a legal representative has ended, and what was agreed to.
extension Phrase {
    package static let needsConsentExplanation = Phrase(
        ru:
            "Согласие законного представителя прекращено. Пока он не согласится снова, нельзя заказывать услуги, давать "
            + "согласия и соглашаться с новой редакцией. Смотреть данные, отзывать согласия, блокировать данные и писать "
            + "нам по-прежнему можно. Номер регистрации, который ему нужен, указан на странице «Кто за меня действует».",
        kk: "Заңды өкіліңіздің келісімі тоқтатылды. Ол қайта келіскенше қызметке тапсырыс беруге, келісім беруге және "
            + "жаңа редакциямен келісуге болмайды. Деректерді көруге, келісімді кері қайтарып алуға, деректерді "
            + "бұғаттауға және бізге жазуға бұрынғыдай болады. Оған қажет тіркелу нөмірі «Мен үшін кім әрекет етеді» бетінде.",
        en:
            "The consent of your legal representative has ended. Until they agree again you cannot order services, give "
            + "consents or agree to a new edition. You can still see your data, withdraw consents, block your data and "
            + "write to us. The registration number that they need is on the page “Who acts for me”.")
    package static let needsConsentForStaff = Phrase(
        ru:
            "Согласие законного представителя этого подростка прекращено. Пока его не дадут снова, передавать эти данные нельзя.",
        kk:
            "Бұл жасөспірімнің заңды өкілінің келісімі тоқтатылған. Ол қайта берілмейінше, бұл деректерді беруге болмайды.",
        en:
            "The consent of this young person’s legal representative has ended. Until it is given again, these data are not handed on."
    )
    package static func agreedTo(edition: Int, language: String) -> Phrase {
        Phrase(
            ru: "Согласие дано по редакции \(edition), язык текста: \(language)",
            kk: "Келісім \(edition)-редакция бойынша берілді, мәтін тілі: \(language)",
            en: "The consent was given under edition \(edition); language of the text: \(language)")
    }
}

/// The same in the office.
extension Phrase {
    package static let officeRegistrant = Phrase(ru: "Кто регистрируется", kk: "Кім тіркеледі", en: "Who registers")
    package static let officeRepresentative = Phrase(ru: "Представитель", kk: "Өкіл", en: "Representative")
    package static let officeOwnRegistration = Phrase(
        ru: "Его собственная регистрация", kk: "Оның өз тіркелуі", en: "Their own registration")
    package static let officeAuthority = Phrase(ru: "Основание", kk: "Негізі", en: "Ground")
    package static let officeAuthorityState = Phrase(ru: "Полномочия", kk: "Өкілеттік", en: "Authority")
    package static let officeNoRepresentative = Phrase(
        ru: "Представителя в деле нет.", kk: "Істе өкіл жоқ.", en: "There is no representative in the case.")
    package static let officeAcceptAuthority = Phrase(
        ru: "Принять полномочия", kk: "Өкілеттікті қабылдау", en: "Accept the authority")
    package static let officeRefuseAuthority = Phrase(
        ru: "Не принимать полномочия", kk: "Өкілеттікті қабылдамау", en: "Refuse the authority")
    package static let officeCheckAge = Phrase(
        ru: "Возраст подтверждает документ: сверьте дату рождения.",
        kk: "Жасын құжат растайды: туған күнін салыстырыңыз.",
        en: "The document proves the age: compare the birth date.")
    package static let officeAuthorityOpen = Phrase(
        ru: "Сначала примите полномочия представителя.", kk: "Алдымен өкілдің өкілеттігін қабылдаңыз.",
        en: "Accept the representative’s authority first.")
    package static let officeRepresentativeOpen = Phrase(
        ru: "Сначала одобрите собственную регистрацию представителя.", kk: "Алдымен өкілдің өз тіркелуін мақұлдаңыз.",
        en: "Approve the representative’s own registration first.")
}
