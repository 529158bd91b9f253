import Primitives

/// Words of an answer that the house draws up for staff to send, in the person's language.
extension Phrase {
    package static let officeAnswerDraft = Phrase(
        ru: "Составить черновик ответа", kk: "Жауаптың жобасын жасау", en: "Draw up a draft of the answer")
    package static func draftHeld(_ edition: Int) -> Phrase {
        Phrase(
            ru: "Да, мы храним и обрабатываем ваши данные. Делаем это по политике, редакция \(edition).",
            kk: "Иә, деректеріңізді сақтаймыз және өңдейміз. Оны саясаттың \(edition)-редакциясы бойынша жасаймыз.",
            en: "Yes, we keep and process data about you. We do so under edition \(edition) of the policy.")
    }
    package static let draftData = Phrase(
        ru: "Какие данные и сколько они хранятся:", kk: "Қандай деректер және олар қанша уақыт сақталады:",
        en: "Which data, and how long they are kept:")
    package static let draftPurposes = Phrase(ru: "Для чего", kk: "Не үшін", en: "What for")
    package static let draftSources = Phrase(ru: "Откуда", kk: "Қайдан алынды", en: "Where from")
    package static let draftDocuments = Phrase(
        ru: "документы, которые вы прислали", kk: "өзіңіз жіберген құжаттар", en: "documents that you sent")
    package static let draftWays = Phrase(
        ru:
            "Как: данные собираются, хранятся в зашифрованном виде, изменяются, используются, передаются получателям ниже и уничтожаются; это делается с помощью программ. Решения о вас принимает человек.",
        kk:
            "Қалай: деректер жиналады, шифрланып сақталады, өзгертіледі, пайдаланылады, төмендегі алушыларға беріледі және жойылады, бұл бағдарламалар арқылы жасалады; сіз туралы шешімді адам қабылдайды.",
        en:
            "How: data are collected, kept sealed, changed, used, passed to the recipients below and destroyed, by means of programmes; a person decides about you."
    )
    package static func draftTerm(_ term: Phrase) -> Phrase {
        Phrase(
            ru:
                "Срок обработки: пока не достигнуты цели или не отозвано согласие, но не дольше срока согласия (\(term.ru) со дня, когда оно дано).",
            kk:
                "Өңдеу мерзімі: мақсаттарға жеткенше не келісім кері қайтарып алынғанша, бірақ келісім мерзімінен (берілген күннен бастап \(term.kk)) асырмай.",
            en:
                "Term of processing: until the purposes are reached or the consent is withdrawn, but no longer than it lasts (\(term.en) from the day it was given)."
        )
    }
    package static let draftRecipients = Phrase(
        ru: "Кому могут передаваться", kk: "Кімге берілуі мүмкін", en: "Who may receive them")
    package static let draftAccount = Phrase(
        ru: "В вашем кабинете видны сами данные, а также кому и когда их передавали и кто их смотрел.",
        kk: "Деректердің өзі, олар кімге және қашан берілгені, оларды кім қарағаны кабинетіңізде көрінеді.",
        en: "The data themselves, to whom and when they were passed and who looked at them stand in your account.")
    package static func draftCorrected(_ fields: Phrase) -> Phrase {
        Phrase(
            ru: "По вашему обращению исправлено: \(fields.ru). Об этом узнают и те, кому эти данные передавали.",
            kk: "Өтінішіңіз бойынша түзетілді: \(fields.kk). Бұл туралы осы деректер берілгендерге де хабарланады.",
            en: "At your request this was corrected: \(fields.en). Those to whom these data were passed are told of it."
        )
    }
}
