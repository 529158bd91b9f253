import Policy
import Primitives

/// Words of the day until which somebody acts for another.
extension Phrase {
    package static func authorityUntil(_ registrant: Registrant) -> Phrase {
        guard registrant == .child else {
            return Phrase(
                ru: "Последний день полномочий", kk: "Өкілеттіктің соңғы күні", en: "Last day of the authority")
        }
        return Phrase(
            ru: "День перед 14-летием ребёнка", kk: "Бала 14 жасқа толатын күннің алдындағы күн",
            en: "The day before the child’s 14th birthday")
    }
    package static func authorityUntilHint(_ registrant: Registrant) -> Phrase {
        switch registrant {
        case .child:
            Phrase(
                ru: "До конца этого дня вы действуете за ребёнка. С 14 лет он регистрируется сам, с вашего согласия.",
                kk: "Осы күннің соңына дейін бала үшін әрекет етесіз. 14 жастан бастап ол сіздің келісіміңізбен өзі "
                    + "тіркеледі.",
                en: "Until the end of this day you act for the child. From 14 they register themselves, with your "
                    + "consent.")
        case .represented:
            Phrase(
                ru: "Как в доверенности, но не больше трёх лет от сегодняшнего дня. После этого дня вход представителя "
                    + "закроется сам.",
                kk: "Сенімхаттағыдай, бірақ бүгіннен бастап үш жылдан аспауы керек. Бұл күннен кейін өкілдің кіруі өзі "
                    + "жабылады.",
                en: "As in the power of attorney, but at most three years from today. After this day the "
                    + "representative’s access closes by itself.")
        case .person, .soleProprietor, .organisation, .minor:
            Phrase(
                ru: "Как в документе о полномочиях. После этого дня вход представителя закроется сам.",
                kk: "Өкілеттік туралы құжаттағыдай. Бұл күннен кейін өкілдің кіруі өзі жабылады.",
                en: "As in the document of authority. After this day the representative’s access closes by itself.")
        }
    }
    package static func authorityUntilMissing(_ registrant: Registrant) -> Phrase {
        guard registrant == .child else {
            return Phrase(
                ru: "Укажите последний день полномочий, как в документе о них.",
                kk: "Өкілеттіктің соңғы күнін ол туралы құжаттағыдай көрсетіңіз.",
                en: "Give the last day of the authority, as in its document.")
        }
        return Phrase(
            ru: "Укажите день перед 14-летием ребёнка.", kk: "Бала 14 жасқа толатын күннің алдындағы күнді көрсетіңіз.",
            en: "Give the day before the child’s 14th birthday.")
    }
    package static let authorityUntilWrong = Phrase(
        ru: "Укажите день, который ещё не прошёл.", kk: "Әлі өтпеген күнді көрсетіңіз.",
        en: "Give a day that is not over.")
    package static func authorityUntilTooFar(_ registrant: Registrant) -> Phrase {
        guard registrant == .child else {
            return Phrase(
                ru:
                    "Доверенность действует не дольше трёх лет (ГК РК, статья 168). Укажите день не позже чем через три года от сегодняшнего.",
                kk:
                    "Сенімхаттың мерзімі үш жылдан аспайды (ҚР АК, 168-бап). Бүгіннен бастап үш жылдан кешіктірмей күн көрсетіңіз.",
                en:
                    "A power of attorney lasts at most three years (Civil Code, article 168). Give a day within three years from today."
            )
        }
        return Phrase(
            ru: "Ребёнку исполнится 14 не позже чем через 14 лет. Проверьте год.",
            kk: "Бала 14 жасқа ең кеші 14 жылдан кейін толады. Жылын тексеріңіз.",
            en: "The child turns 14 within 14 years at the latest. Check the year.")
    }
    package static let guardianUntil = Phrase(
        ru: "После этого дня за ребёнка никто не действует как законный представитель: с 14 лет подросток "
            + "регистрируется сам, с вашего согласия.",
        kk: "Бұл күннен кейін бала үшін ешкім заңды өкіл ретінде әрекет етпейді: 14 жастан бастап жасөспірім сіздің "
            + "келісіміңізбен өзі тіркеледі.",
        en:
            "After this day nobody acts for the child as their legal representative: from 14 the young person registers "
            + "themselves, with your consent.")
}
