import Primitives

/// Words of an open case.
extension Phrase {
    package static func officeCaseTitle(_ number: String) -> Phrase {
        Phrase(ru: "Дело \(number)", kk: "\(number) ісі", en: "Case \(number)")
    }
    package static let officeToQueue = Phrase(ru: "Вернуться к очереди", kk: "Кезекке оралу", en: "Back to the queue")
    package static func officeLeaseUntil(_ until: Phrase) -> Phrase {
        Phrase(ru: "Дело у вас до \(until.ru)", kk: "Іс сізде, мерзімі: \(until.kk)", en: "Yours until \(until.en)")
    }
    package static let officeViewedEntry = Phrase(
        ru: "Открытие дела записано в журнал; человек видит эту запись.",
        kk: "Істің ашылғаны журналға жазылды; адам бұл жазбаны көреді.",
        en: "Opening the case is in the ledger, and the person sees that entry.")
    package static let officeForm = Phrase(ru: "Форма", kk: "Нысан", en: "Form")
    package static let officeDocuments = Phrase(ru: "Документы", kk: "Құжаттар", en: "Documents")
    package static let officePaneChoice = Phrase(ru: "Что показать", kk: "Нені көрсету", en: "What to show")
    package static let officeFieldColumn = Phrase(ru: "Поле", kk: "Өріс", en: "Field")
    package static let officeFormColumn = Phrase(ru: "В форме", kk: "Нысанда", en: "In the form")
    package static let officeReadColumn = Phrase(ru: "Считано", kk: "Оқылғаны", en: "As read")
    package static let officeDeclaration = Phrase(
        ru: "Заявление: чьи данные, возраст или полномочия",
        kk: "Мәлімдеме: деректер кімдікі, жасы не өкілеттігі",
        en: "Declaration: whose data, age or authority")
    package static let officeNotGiven = Phrase(ru: "не указано", kk: "көрсетілмеген", en: "not given")
    package static let officeNotRead = Phrase(ru: "не считано", kk: "оқылмады", en: "not read")
    package static let officeDeclared = Phrase(ru: "заявлено", kk: "мәлімделді", en: "declared")
    package static let officeProposed = Phrase(
        ru: "исправление предложено, ждём ответа", kk: "түзету ұсынылды, жауап күтіп тұрмыз",
        en: "correction proposed, answer awaited")
    package static let officePropose = Phrase(
        ru: "Предложить как в документе", kk: "Құжаттағыдай етіп ұсыну", en: "Propose as in the document")
    package static let officeProposeValue = Phrase(
        ru: "Значение, как в документе", kk: "Құжаттағы мәні", en: "The value as in the document")
    package static let officeProposeEmpty = Phrase(
        ru: "Напишите значение", kk: "Мәнін жазыңыз", en: "Write the value")
    package static let officeContacts = Phrase(ru: "Контакты", kk: "Байланыс", en: "Contacts")
    package static let officeContactsWhy = Phrase(
        ru: "Для проверки они не нужны, поэтому скрыты. Показ записывается отдельно.",
        kk: "Тексеруге қажет емес, сондықтан жасырын. Көрсету бөлек жазылады.",
        en: "The review does not need them, so they are hidden. Showing one is an entry of its own.")
    package static let officeRemarks = Phrase(
        ru: "Подсказки программы", kk: "Бағдарламаның кеңестері", en: "The machine’s hints")
    package static let officeRemarksWhy = Phrase(
        ru: "Только подсказки: решаете вы.", kk: "Бұл тек кеңес: шешімді сіз қабылдайсыз.",
        en: "Hints only: you decide.")
    package static func officeRemarkSource(_ confidence: Int) -> Phrase {
        let percent = percent(confidence)
        return Phrase(
            ru: "машиночитаемая зона, \(percent.ru)", kk: "машинамен оқылатын аймақ, \(percent.kk)",
            en: "machine-readable zone, \(percent.en)")
    }
    package static func percent(_ number: Int) -> Phrase {
        Phrase(ru: "\(number)\u{A0}%", kk: "\(number)\u{A0}%", en: "\(number)%")
    }
    package static let officeNote = Phrase(
        ru: "Заметка прошлого проверяющего", kk: "Алдыңғы тексерушінің жазбасы", en: "Note of the reviewer before")
    package static let officeObjectionTitle = Phrase(
        ru: "Возражение на отказ", kk: "Бас тартуға қарсылық", en: "Objection to a refusal")
    package static let officeFirstDecision = Phrase(ru: "Первое решение", kk: "Алғашқы шешім", en: "First decision")
    package static let officePersonsWords = Phrase(ru: "Слова человека", kk: "Адамның сөзі", en: "The person’s words")
    package static let officeNoWords = Phrase(ru: "без слов", kk: "сөзсіз", en: "no words")

    package static let officeNoDocuments = Phrase(
        ru: "Снимков нет", kk: "Сурет жоқ", en: "There are no scans")
    package static let officeNoDocumentsWhy = Phrase(
        ru: "Человек ничего не прислал, или снимки уже уничтожены по сроку.",
        kk: "Адам ештеңе жібермеді немесе суреттер мерзімі өткендіктен жойылды.",
        en: "The person sent none, or the scans have been destroyed at the end of their term.")
    package static func officePage(_ number: Int, of count: Int) -> Phrase {
        Phrase(
            ru: "Страница \(number) из \(count)", kk: "\(count) беттің \(number)-беті", en: "Page \(number) of \(count)"
        )
    }
    package static let officeZoomIn = Phrase(ru: "Увеличить", kk: "Үлкейту", en: "Enlarge")
    package static let officeZoomOut = Phrase(ru: "Уменьшить", kk: "Кішірейту", en: "Reduce")
    package static let officeRotate = Phrase(ru: "Повернуть", kk: "Бұру", en: "Rotate")
    package static let officeFit = Phrase(ru: "Уместить", kk: "Сыйғызу", en: "Fit")
    package static let officeCompare = Phrase(
        ru: "Показать две рядом", kk: "Екеуін қатар қою", en: "Show two side by side")
    package static let officeNoPrint = Phrase(
        ru: "Снимки документов не печатаются.", kk: "Құжат суреттері басып шығарылмайды.",
        en: "Scans of documents are not printed.")
    package static let officeApproveDocument = Phrase(
        ru: "Одобрить документ", kk: "Құжатты мақұлдау", en: "Approve the document")
    package static let officeUnapproveDocument = Phrase(
        ru: "Снять одобрение", kk: "Мақұлдауды алып тастау", en: "Take the approval back")
    package static let officeAskAgain = Phrase(
        ru: "Запросить снимок лучше", kk: "Жақсырақ сурет сұрау", en: "Ask for a better scan")
    package static let officeReason = Phrase(ru: "Причина", kk: "Себебі", en: "Reason")
    package static let officeAskSend = Phrase(ru: "Запросить", kk: "Сұрау", en: "Ask")
    package static let officeChooseReason = Phrase(
        ru: "Выберите причину", kk: "Себебін таңдаңыз", en: "Choose a reason")
    package static let officeDocumentReady = Phrase(ru: "не проверен", kk: "тексерілмеген", en: "not checked")
    package static let officeDocumentApproved = Phrase(ru: "одобрен", kk: "мақұлданды", en: "approved")
    package static let officeDocumentAsked = Phrase(ru: "запрошен снова", kk: "қайта сұралды", en: "asked again")
    package static let officeDocumentReplaced = Phrase(ru: "заменён новым", kk: "жаңасымен ауыстырылды", en: "replaced")

    package static let officeDecision = Phrase(ru: "Решение", kk: "Шешім", en: "Decision")
    package static let officeApprove = Phrase(ru: "Одобрить", kk: "Мақұлдау", en: "Approve")
    package static let officeRefuse = Phrase(ru: "Отказать", kk: "Бас тарту", en: "Refuse")
    package static let officeRefuseWords = Phrase(
        ru: "Пояснение для человека", kk: "Адамға арналған түсіндірме", en: "Explanation for the person")
    package static let officePutAside = Phrase(ru: "Отложить", kk: "Кейінге қалдыру", en: "Put aside")
    package static let officeAsideNote = Phrase(
        ru: "Заметка следующему проверяющему", kk: "Келесі тексерушіге жазба", en: "Note for the next reviewer")
    package static let officeWordsMissing = Phrase(
        ru: "Напишите несколько слов, до 1000 знаков", kk: "Бірнеше сөз жазыңыз, 1000 таңбаға дейін",
        en: "Write a few words, up to 1,000 characters")
    package static let officeGiveBack = Phrase(ru: "Вернуть в очередь", kk: "Кезекке қайтару", en: "Give back")

    package static let officeApproved = Phrase(ru: "Одобрено", kk: "Мақұлданды", en: "Approved")
    package static let officeRefused = Phrase(ru: "Отказано", kk: "Бас тартылды", en: "Refused")
    package static func officeTakesEffect(_ clock: String) -> Phrase {
        Phrase(
            ru: "Решение вступит в силу в \(clock). До этого его можно отменить.",
            kk: "Шешімнің күшіне енетін уақыты: \(clock). Оған дейін оны болдырмауға болады.",
            en: "The decision takes effect at \(clock). Until then it can be undone.")
    }
    package static let officeSecondsLeft = Phrase(ru: "Осталось секунд", kk: "Қалған секунд", en: "Seconds left")
    package static let officeUndo = Phrase(ru: "Отменить решение", kk: "Шешімді болдырмау", en: "Undo the decision")
    package static let officeDecided = Phrase(
        ru: "Решение вступило в силу", kk: "Шешім күшіне енді", en: "The decision has taken effect")
    package static let officePersonTold = Phrase(
        ru: "Человеку отправлено извещение без персональных данных.",
        kk: "Адамға дербес деректерсіз хабарлама жіберілді.",
        en: "The person has been sent a notice without personal data.")
    package static let officeWaitsForPerson = Phrase(
        ru: "Ждём ответа человека", kk: "Адамның жауабын күтіп тұрмыз", en: "Waiting for the person")
    package static func officeWaitsUntil(_ day: Phrase) -> Phrase {
        Phrase(
            ru: "Когда придёт ответ, дело вернётся в очередь первым. Срок ответа: \(day.ru)",
            kk: "Жауап келгенде іс кезекке бірінші болып оралады. Жауап мерзімі: \(day.kk)",
            en: "When the answer arrives, the case comes back first in the queue. Answer due: \(day.en)")
    }
    package static let officeNotYours = Phrase(
        ru: "Дело не у вас", kk: "Іс сізде емес", en: "You do not hold this case")
    package static func officeHeldBy(_ who: String, _ until: Phrase) -> Phrase {
        Phrase(
            ru: "Его держит \(who) до \(until.ru).", kk: "Оны \(who) ұстап отыр, мерзімі: \(until.kk).",
            en: "\(who) holds it until \(until.en).")
    }
    package static let officeTakenAgain = Phrase(
        ru: "Пока вы писали, срок дела у вас истёк", kk: "Жазып жатқаныңызда істің сізде тұру мерзімі өтті",
        en: "Your time with the case ended while you wrote")
    package static let officeTakenAgainLead = Phrase(
        ru: "Ничего не отправлено. Дело никто не взял, оно снова у вас. Написанное на месте: отправьте его ещё раз.",
        kk: "Ештеңе жіберілген жоқ. Істі ешкім алған жоқ, ол қайтадан сізде. Жазғаныңыз орнында: қайта жіберіңіз.",
        en:
            "Nothing was sent. Nobody took the case, and it is yours again. What you wrote is in place: send it once more."
    )
    package static let officeWordsKept = Phrase(
        ru: "Написанное вами не отправлено", kk: "Жазғаныңыз жіберілген жоқ", en: "What you wrote was not sent")
    package static let officeWordsKeptLead = Phrase(
        ru: "Скопируйте, если оно ещё нужно: после этой страницы оно не хранится.",
        kk: "Әлі керек болса, көшіріп алыңыз: осы беттен кейін ол сақталмайды.",
        en: "Copy it if it is still needed: it is kept nowhere after this page.")
    package static let officeMayTake = Phrase(
        ru: "Оно свободно. Возьмите его, чтобы открыть; другие увидят, что оно у вас.",
        kk: "Ол бос. Ашу үшін алыңыз; басқалар оның сізде екенін көреді.",
        en: "It is free. Take it to open it; others will see that you hold it.")
    package static let officeTake = Phrase(ru: "Взять дело", kk: "Істі алу", en: "Take the case")
    package static let officeCannotTake = Phrase(
        ru:
            "Взять дело нельзя: его держит другой проверяющий, возражение касается вашего решения, или это ваша регистрация.",
        kk:
            "Істі алуға болмайды: оны басқа тексеруші ұстап отыр, қарсылық сіздің шешіміңізге қатысты немесе бұл өз тіркелуіңіз.",
        en:
            "The case cannot be taken: another reviewer holds it, the objection is to your own decision, or it is your own registration."
    )
    package static let officeOwnTitle = Phrase(
        ru: "Это ваша собственная регистрация", kk: "Бұл – сіздің өз тіркелуіңіз", en: "This is your own registration")
    package static let officeOwnLead = Phrase(
        ru: "Почта в ней та же, с которой вы входите. Её проверит другой проверяющий.",
        kk: "Ондағы пошта сіз кіретін поштамен бірдей. Оны басқа тексеруші тексереді.",
        en: "Its e-mail is the one with which you sign in. Another reviewer reviews it.")
    package static let officeCaseClosed = Phrase(
        ru: "Сейчас по этому делу проверять нечего.", kk: "Қазір бұл іс бойынша тексеретін ештеңе жоқ.",
        en: "There is nothing to review in this case now.")
}
