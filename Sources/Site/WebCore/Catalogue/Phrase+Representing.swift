import Permits
import Policy
import Primitives

/// Words of those who register otherwise than for themselves and of age.
extension Phrase {
    package static let otherCases = Phrase(ru: "Другие случаи", kk: "Басқа жағдайлар", en: "Other cases")
    package static let forYourself = Phrase(
        ru: "Если вам есть 18 лет и вы регистрируете себя, нажмите «Начать».",
        kk: "Жасыңыз 18\u{2011}ге толса және өзіңізді тіркесеңіз, «Бастау» түймесін басыңыз.",
        en: "If you are 18 or older and register yourself, press “Begin”.")

    /// As somebody says it of themselves.
    package static func registering(_ registrant: Registrant) -> Phrase {
        switch registrant {
        case .person: beginRegistration
        case .soleProprietor:
            Phrase(ru: "Я индивидуальный предприниматель", kk: "Мен жеке кәсіпкермін", en: "I am a sole proprietor")
        case .minor:
            Phrase(ru: "Мне от 14 до 17 лет", kk: "Жасым 14 пен 17 аралығында", en: "I am 14 to 17 years old")
        case .child:
            Phrase(
                ru: "Регистрирую ребёнка, которому нет 14 лет", kk: "14 жасқа толмаған баланы тіркеймін",
                en: "I register a child under 14")
        case .represented:
            Phrase(
                ru: "Действую за взрослого по доверенности", kk: "Ересек адам үшін сенімхатпен әрекет етемін",
                en: "I act for an adult by a power of attorney")
        case .organisation:
            Phrase(ru: "Регистрирую организацию", kk: "Ұйымды тіркеймін", en: "I register an organisation")
        }
    }

    /// The question of the first form.
    package static func namesQuestion(_ registrant: Registrant) -> Phrase {
        switch registrant {
        case .person, .soleProprietor, .minor: namesTitle
        case .child: Phrase(ru: "Как зовут ребёнка?", kk: "Баланың аты-жөні кім?", en: "What is the child’s name?")
        case .represented:
            Phrase(ru: "За кого вы действуете?", kk: "Кім үшін әрекет етесіз?", en: "For whom do you act?")
        case .organisation:
            Phrase(ru: "Какая это организация?", kk: "Бұл қандай ұйым?", en: "Which organisation is it?")
        }
    }
    package static let namesForLead = Phrase(
        ru: "Согласие будет составлено на это имя. Пока оно не дано, ничего не хранится.",
        kk: "Келісім осы аты-жөнге не атауға жазылады. Ол берілгенше ештеңе сақталмайды.",
        en: "The consent will be made out in this name. Until it is given, nothing is kept.")

    /// On whose behalf the data are given, and of what age the person is.
    package static func declaration(_ registrant: Registrant) -> Phrase {
        switch registrant {
        case .person, .soleProprietor: declarationLabel
        case .minor:
            Phrase(
                ru: "Это мои собственные данные, и мне от 14 до 17 лет.",
                kk: "Бұл өзімнің деректерім, жасым 14 пен 17 аралығында.",
                en: "These are my own data, and I am 14 to 17 years old.")
        case .child:
            Phrase(
                ru: "Я законный представитель этого ребёнка, ему нет 14 лет, и у меня есть документы об этом.",
                kk: "Мен осы баланың заңды өкілімін, ол 14 жасқа толмаған, бұл туралы құжаттарым бар.",
                en: "I am the legal representative of this child, who is under 14, and have documents to prove it.")
        case .represented:
            Phrase(
                ru: "Я действую за этого человека, ему есть 18 лет, и у меня есть документ о полномочиях.",
                kk: "Мен осы адам үшін әрекет етемін, оның жасы 18\u{2011}ге толған, өкілеттік туралы құжатым бар.",
                en: "I act for this person, who is 18 or older, and have a document of authority.")
        case .organisation:
            Phrase(
                ru: "Я вправе действовать за эту организацию, и у меня есть документ о полномочиях.",
                kk: "Осы ұйым үшін әрекет етуге құқылымын, өкілеттік туралы құжатым бар.",
                en: "I may act for this organisation and have a document of authority.")
        }
    }
    package static let mustDeclareThis = Phrase(
        ru: "Отметьте это заявление: без него продолжить нельзя.",
        kk: "Осы мәлімдемені белгілеңіз: онсыз жалғастыру мүмкін емес.",
        en: "Tick this declaration: without it you cannot go on.")

    package static let organisationName = Phrase(
        ru: "Полное наименование организации", kk: "Ұйымның толық атауы", en: "Full name of the organisation")
    package static let organisationHint = Phrase(
        ru: "Как в справке о регистрации.", kk: "Тіркеу туралы анықтамадағыдай.",
        en: "As in the certificate of registration.")
    package static let bin = Phrase(ru: "БИН", kk: "БСН", en: "BIN")
    package static let binHint = Phrase(
        ru: "12 цифр из справки о регистрации.", kk: "Тіркеу анықтамасындағы 12 цифр.",
        en: "The 12 digits of the certificate of registration.")
    package static let notABIN = Phrase(
        ru: "Это не БИН: нужны 12 цифр из справки о регистрации. Проверьте каждую.",
        kk: "Бұл БСН емес: тіркеу анықтамасындағы 12 цифр керек. Әрқайсысын тексеріңіз.",
        en: "This is no BIN: it has 12 digits, as in the certificate of registration. Check each of them.")
    package static let representativeRegistration = Phrase(
        ru: "Представитель с регистрацией", kk: "Мына тіркелудегі өкіл:", en: "The representative with the registration"
    )
    package static func actsSince(_ moment: Phrase) -> Phrase {
        Phrase(ru: "Начало: \(moment.ru)", kk: "Басталған уақыты: \(moment.kk)", en: "Since \(moment.en)")
    }
    package static let actingEnded = Phrase(
        ru: "Вы больше не действуете за другого и вернулись в свой кабинет",
        kk: "Сіз енді басқа үшін әрекет етпейсіз және өз кабинетіңізге оралдыңыз",
        en: "You no longer act for another and are back in your own account")

    package static let registerFirstTitle = Phrase(
        ru: "Сначала зарегистрируйтесь сами", kk: "Алдымен өзіңіз тіркеліңіз", en: "Register yourself first")
    package static let registerFirstLead = Phrase(
        ru:
            "За другого может действовать только совершеннолетний, которого мы знаем. Отправьте собственную регистрацию и вернитесь на эту страницу: "
            + "данные второго лица хранятся отдельно от ваших.",
        kk:
            "Басқа үшін бізге белгілі, кәмелетке толған адам ғана әрекет етеді. Өз тіркелуіңізді жіберіп, осы бетке оралыңыз: "
            + "екінші тұлғаның деректері сіздікінен бөлек сақталады.",
        en:
            "Only somebody of age whom we know acts for another. Send your own registration and come back to this page: "
            + "the other’s data are kept apart from yours.")
    package static let beginOwnRegistration = Phrase(
        ru: "Начать свою регистрацию", kk: "Өз тіркелуімді бастау", en: "Begin my own registration")
}
