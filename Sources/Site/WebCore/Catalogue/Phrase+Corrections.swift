import Primitives

/// Words about correcting data on a request: what proves it, what is proposed, and what the person says to that.
extension Phrase {
    package static let proofNext = Phrase(
        ru: "Фото документа можно приложить сразу после отправки обращения.",
        kk: "Өтінішті жібергеннен кейін бірден құжаттың суретін тіркеуге болады.",
        en: "You can attach a photograph of the document right after sending the request.")
    package static let requestProofTitle = Phrase(
        ru: "Приложить подтверждение", kk: "Растайтын құжатты тіркеу", en: "Attach proof")
    package static let requestProofLead = Phrase(
        ru:
            "Фото или PDF документа, по которому видно, как должно быть. Файл шифруется; его увидит только тот, кто отвечает на обращения.",
        kk:
            "Қалай болуы керегі көрінетін құжаттың суреті не PDF файлы. Файл шифрланады; оны өтініштерге жауап беретін адам ғана көреді.",
        en:
            "A photograph or PDF of a document that shows how it should read. It is sealed; only those who answer requests see it."
    )
    package static func proofKept(_ term: Phrase) -> Phrase {
        Phrase(
            ru: "Файл уничтожается после закрытия обращения. Срок хранения с этого дня: \(term.ru).",
            kk: "Файл өтініш жабылғаннан кейін жойылады. Сол күннен бергі сақтау мерзімі: \(term.kk).",
            en: "The file is destroyed after the request is closed. Kept from that day for: \(term.en).")
    }
    package static let proofSent = Phrase(
        ru: "Подтверждение, которое вы прислали", kk: "Сіз жіберген растайтын құжат", en: "The proof that you sent")
    package static let requestTakesNoFiles = Phrase(
        ru: "К этому обращению файлы больше не принимаются. Подайте новое и приложите файл к нему.",
        kk: "Бұл өтінішке енді файл қабылданбайды. Жаңа өтініш беріп, файлды соған тіркеңіз.",
        en: "This request takes no files any more. Make a new one and attach the file to it.")
    package static let didSendProof = Phrase(
        ru: "Вы приложили файл к обращению", kk: "Сіз өтінішке файл тіркедіңіз", en: "You attached a file to a request")

    package static let correctionWaits = Phrase(
        ru: "Предложено исправить ваши данные", kk: "Деректеріңізді түзету ұсынылды",
        en: "A correction of your data is proposed")
    package static let correctionLook = Phrase(
        ru: "Проверить и ответить", kk: "Тексеріп, жауап беру", en: "Look at it and answer")
    package static func correctionProposed(_ field: Phrase) -> Phrase {
        Phrase(
            ru: "Предложено исправить: \(field.ru)", kk: "Түзету ұсынылды: \(field.kk)",
            en: "A correction is proposed: \(field.en)")
    }
    package static let correctionLead = Phrase(
        ru: "Без вашего согласия ничего не изменится. Об исправлении узнают и те, кому эти данные передавали.",
        kk: "Сіз келіспесеңіз, ештеңе өзгермейді. Түзету туралы осы деректер берілгендерге де хабарланады.",
        en: "Nothing changes unless you agree. Those to whom these data were handed are told of the correction.")
    package static let correctionNow = Phrase(ru: "Сейчас", kk: "Қазір", en: "Now")
    package static let correctionThen = Phrase(ru: "Станет", kk: "Болады", en: "Will be")
    package static let correctionDone = Phrase(
        ru: "Данные исправлены", kk: "Деректер түзетілді", en: "Your data are corrected")
    package static let correctionTurnedDown = Phrase(
        ru: "Данные остались как есть. Обращение открыто, ответ придёт.",
        kk: "Деректер өзгерген жоқ. Өтініш ашық, жауап келеді.",
        en: "Your data stay as they are. The request is open and will be answered.")
    package static func correctionState(isAccepted: Bool) -> Phrase {
        isAccepted
            ? Phrase(ru: "исправлено", kk: "түзетілді", en: "corrected")
            : Phrase(ru: "оставлено как есть", kk: "өзгеріссіз қалды", en: "left as it is")
    }

    package static let officeCorrection = Phrase(ru: "Исправить имя", kk: "Аты-жөнін түзету", en: "Correct the name")
    package static let officeCorrectionLead = Phrase(
        ru:
            "Напишите, как должно быть по документу. Человек увидит старое и новое и решит сам; запись изменится, только если он согласится.",
        kk:
            "Құжат бойынша қалай болуы керегін жазыңыз. Адам ескісі мен жаңасын көріп, өзі шешеді; жазба тек оның келісуімен өзгереді.",
        en:
            "Write it as the document has it. The person sees old and new and decides; only their yes changes the record."
    )
    package static let officeCorrectionVerb = Phrase(
        ru: "Предложить человеку", kk: "Адамға ұсыну", en: "Propose to the person")
    package static let officeCorrectionSame = Phrase(
        ru: "Имя не отличается от записанного", kk: "Аты-жөні жазбадағыдан өзгеше емес",
        en: "The name is the same as in the record")
    package static let officeCorrectionDone = Phrase(
        ru: "Предложение отправлено человеку", kk: "Ұсыныс адамға жіберілді", en: "The proposal is sent to the person")
    package static let officeCorrectionWaits = Phrase(
        ru: "ждёт ответа человека", kk: "адамның жауабын күтуде", en: "waits for the person")
    package static let officeCorrections = Phrase(
        ru: "Предложенные исправления", kk: "Ұсынылған түзетулер", en: "Proposed corrections")
    package static let officeCorrectionRemoves = Phrase(ru: "убрать", kk: "алып тастау", en: "to be removed")
    package static let officeCorrectionDraft = Phrase(
        ru: "Регистрация ещё черновик: человек исправит имя сам.",
        kk: "Тіркелу әлі жоба: адам аты-жөнін өзі түзетеді.",
        en: "The registration is still a draft: the person corrects the name themselves.")
    package static let officeProof = Phrase(
        ru: "Подтверждение от человека", kk: "Адам жіберген растайтын құжат", en: "Proof from the person")
    package static let officeProofNone = Phrase(
        ru: "Файлов к обращению нет.", kk: "Өтінішке файл тіркелмеген.", en: "No file came with the request.")
    package static let officeProofBeingRead = Phrase(
        ru: "Страницы ещё готовятся. Откройте обращение снова через минуту.",
        kk: "Беттер әлі дайындалып жатыр. Өтінішті бір минуттан кейін қайта ашыңыз.",
        en: "The pages are still being made. Open the request again in a minute.")
}
