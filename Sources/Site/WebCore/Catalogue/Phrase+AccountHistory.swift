import Primitives

/// Words of the list of who looked.
extension Phrase {
    package static let historyTitle = Phrase(
        ru: "Кто смотрел мои данные", kk: "Деректерімді кім қарады", en: "Who looked at my data")
    package static let historyLead = Phrase(
        ru: "Здесь все действия с вашими данными. Запись делается раньше, чем данные открываются. "
            + "Ваши собственные действия одного вида, сделанные подряд, стоят одной строкой.",
        kk: "Мұнда деректеріңізбен жасалған әр әрекет бар. Жазба деректер ашылмай тұрып жасалады. "
            + "Өзіңіз қатарынан жасаған бір түрдегі әрекеттер бір жолда тұр.",
        en: "Every act on your data is here. The entry is made before anything is opened. "
            + "Acts of your own of one kind, done in one sitting, stand in one line.")
    package static let historyCaption = Phrase(
        ru: "Действия, новые сверху", kk: "Әрекеттер, жаңасы жоғарыда", en: "Acts, the newest first")
    package static let historyWhat = Phrase(ru: "Что сделано", kk: "Не істелді", en: "What was done")
    package static let historyWhen = Phrase(ru: "Когда", kk: "Қашан", en: "When")
    package static let historyWhy = Phrase(ru: "Зачем", kk: "Не үшін", en: "What for")
    package static let historyRefused = Phrase(
        ru: "отказано, ничего не показано", kk: "рұқсат берілмеді, ештеңе көрсетілмеді",
        en: "refused, nothing was shown")
    package static func historyData(_ count: Int) -> Phrase {
        Phrase(ru: "Какие данные (\(count))", kk: "Қандай деректер (\(count))", en: "Which data (\(count))")
    }
    package static func historyOpenings(_ number: Int) -> Phrase {
        count(number, ru: ("открытие", "открытия", "открытий"), kk: "рет ашылды", en: ("opening", "openings"))
    }

    package static func historySingle(_ number: Int) -> Phrase {
        count(number, ru: ("раз", "раза", "раз"), kk: "рет", en: ("time", "times"))
            .followed(by: ", ", Phrase(ru: "показать каждый", kk: "әрқайсысын көрсету", en: "show each"))
    }
    package static func historySince(_ clock: Phrase) -> Phrase {
        Phrase(ru: "первый раз в \(clock.ru)", kk: "алғашқысы: \(clock.kk)", en: "first at \(clock.en)")
    }

    package static let didRegister = Phrase(
        ru: "Вы начали регистрацию", kk: "Сіз тіркелуді бастадыңыз", en: "You began the registration")
    package static let didConsent = Phrase(ru: "Вы дали согласие", kk: "Сіз келісім бердіңіз", en: "You gave a consent")
    package static let didWithdrawConsent = Phrase(
        ru: "Вы отозвали согласие", kk: "Сіз келісімді кері қайтарып алдыңыз", en: "You withdrew a consent")
    package static let didDecline = Phrase(
        ru: "Вы отказались, всё уничтожено", kk: "Сіз бас тарттыңыз, бәрі жойылды",
        en: "You declined, and all was destroyed")
    package static let didAddContact = Phrase(
        ru: "Вы указали адрес", kk: "Сіз мекенжай көрсеттіңіз", en: "You gave an address")
    package static let didConfirmContact = Phrase(
        ru: "Вы подтвердили адрес кодом", kk: "Сіз мекенжайды кодпен растадыңыз",
        en: "You confirmed an address by a code")
    package static let didCorrect = Phrase(
        ru: "Вы исправили свои данные", kk: "Сіз деректеріңізді түзеттіңіз", en: "You corrected your data")
    package static let didUpload = Phrase(
        ru: "Вы прислали документ", kk: "Сіз құжат жібердіңіз", en: "You sent a document")
    package static let didRemove = Phrase(
        ru: "Вы удалили документ", kk: "Сіз құжатты жойдыңыз", en: "You deleted a document")
    package static let didSend = Phrase(
        ru: "Вы отправили регистрацию на проверку", kk: "Сіз тіркелуді тексеруге жібердіңіз",
        en: "You sent the registration to be reviewed")
    package static let didWithdraw = Phrase(
        ru: "Вы отозвали регистрацию", kk: "Сіз тіркелуді кері қайтарып алдыңыз", en: "You withdrew the registration")
    package static let didReadOwn = Phrase(
        ru: "Вы посмотрели свои данные", kk: "Сіз деректеріңізді қарадыңыз", en: "You looked at your own data")
    package static let didReadDocument = Phrase(
        ru: "Вы посмотрели свои документы", kk: "Сіз құжаттарыңызды қарадыңыз", en: "You looked at your own documents")
    package static let didReadHistory = Phrase(
        ru: "Вы открыли этот список", kk: "Сіз осы тізімді аштыңыз", en: "You opened this list")
    package static let didTakeReceipt = Phrase(
        ru: "Вы получили расписку", kk: "Сіз қолхат алдыңыз", en: "You took a receipt")
    package static let didAccept = Phrase(
        ru: "Вы приняли исправление", kk: "Сіз түзетуді қабылдадыңыз", en: "You accepted a correction")
    package static let didReject = Phrase(
        ru: "Вы отклонили исправление", kk: "Сіз түзетуді қабылдамадыңыз", en: "You turned a correction down")
    package static let didObject = Phrase(
        ru: "Вы возразили против отказа", kk: "Сіз бас тартуға қарсылық білдірдіңіз", en: "You objected to the refusal")
    package static let editionMailOn = Phrase(
        ru: "Включены письма о новых редакциях политики", kk: "Саясаттың жаңа редакциялары туралы хаттар қосылды",
        en: "E-mails about new editions of the policy were switched on")
    package static let editionMailOff = Phrase(
        ru: "Отключены письма о новых редакциях политики", kk: "Саясаттың жаңа редакциялары туралы хаттар өшірілді",
        en: "E-mails about new editions of the policy were switched off")
    package static let didApplyAgain = Phrase(
        ru: "Вы начали регистрацию заново", kk: "Сіз тіркелуді қайта бастадыңыз", en: "You began the registration again"
    )
    package static let didSignIn = Phrase(ru: "Вы вошли", kk: "Сіз кірдіңіз", en: "You signed in")
    package static let didSetPassword = Phrase(
        ru: "Вы задали пароль", kk: "Сіз құпиясөз орнаттыңыз", en: "You set a password")

    package static let machineRendered = Phrase(
        ru: "Программа сделала изображения страниц документа", kk: "Бағдарлама құжат беттерінің суретін жасады",
        en: "The machine made pictures of a document’s pages")
    package static let machineRead = Phrase(
        ru: "Программа прочитала документ", kk: "Бағдарлама құжатты оқыды", en: "The machine read a document")
    package static let machineHinted = Phrase(
        ru: "Программа сравнила форму с документом и оставила подсказку",
        kk: "Бағдарлама нысанды құжатпен салыстырып, кеңес қалдырды",
        en: "The machine compared the form with the document and left a hint")
    package static let machineLookedUp = Phrase(
        ru: "Программа проверила, нет ли того же документа или телефона в других регистрациях",
        kk: "Бағдарлама сол құжаттың не телефонның басқа тіркелулерде бар-жоғын тексерді",
        en: "The machine checked whether the same document or telephone stands in other registrations")
    package static let machineNotified = Phrase(
        ru: "Вам отправлено сообщение без ваших данных", kk: "Сізге деректеріңіз жазылмаған хабарлама жіберілді",
        en: "A message without your data was sent to you")
    package static let machineReminded = Phrase(
        ru: "Вам отправлено напоминание", kk: "Сізге еске салу хабарламасы жіберілді", en: "A reminder was sent to you")
    package static let machineLapsed = Phrase(
        ru: "Регистрация прекращена по сроку", kk: "Мерзімі өткендіктен тіркелу тоқтатылды",
        en: "The registration lapsed at the end of its term")
    package static let machineRecounted = Phrase(
        ru: "Срок пересчитан: изменился календарь рабочих дней",
        kk: "Мерзім қайта есептелді: жұмыс күндерінің күнтізбесі өзгерді",
        en: "A deadline was counted again: the calendar of working days has changed")
    package static let machineExpired = Phrase(
        ru: "Данные уничтожены по сроку", kk: "Мерзімі өткендіктен деректер жойылды",
        en: "Data were destroyed at the end of their term")
    package static let machineDestroyed = Phrase(
        ru: "Сканы уничтожены по сроку", kk: "Мерзімі өткендіктен сканерленген көшірмелер жойылды",
        en: "Scans were destroyed at the end of their term")
    package static let machineRenewedIndex = Phrase(
        ru: "Программа сменила ключ, по которому вас находят при входе",
        kk: "Бағдарлама сізді кірген кезде табатын кілтті ауыстырды",
        en: "The machine changed the key by which you are found when you sign in")
    package static let machineArchived = Phrase(
        ru: "Цели достигнуты: то, что обязывает хранить закон, передано в архив, остальное уничтожено",
        kk: "Мақсаттарға жетілді: заң сақтауға міндеттейтіні архивке берілді, қалғаны жойылды",
        en: "The purposes have ended: what a law has kept went to the archive, the rest was destroyed")
    package static let machineErased = Phrase(
        ru: "Все данные уничтожены", kk: "Барлық деректер жойылды", en: "All data were destroyed")

    package static func staffLookedUp(_ who: Phrase) -> Phrase {
        who.acted(ru: "искал вас", kk: "сізді іздеді", en: "looked you up")
    }
    package static func staffOpened(_ who: Phrase) -> Phrase {
        who.acted(ru: "открыл вашу регистрацию", kk: "тіркелуіңізді ашты", en: "opened your registration")
    }
    package static func staffRevealed(_ who: Phrase) -> Phrase {
        who.acted(ru: "открыл скрытое поле", kk: "жасырын өрісті ашты", en: "opened a masked field")
    }
    package static func staffViewed(_ who: Phrase) -> Phrase {
        who.acted(ru: "открыл ваш документ", kk: "құжатыңызды ашты", en: "opened your document")
    }
    package static func staffDecided(_ who: Phrase) -> Phrase {
        who.acted(ru: "принял решение", kk: "шешім қабылдады", en: "decided")
    }
    package static func staffUndid(_ who: Phrase) -> Phrase {
        who.acted(ru: "отменил своё решение", kk: "өз шешімінен қайтты", en: "undid the decision")
    }
    package static func staffAsked(_ who: Phrase) -> Phrase {
        who.acted(ru: "попросил прислать ещё", kk: "тағы да жіберуді сұрады", en: "asked for more")
    }
    package static func staffProposed(_ who: Phrase) -> Phrase {
        who.acted(ru: "предложил исправление", kk: "түзету ұсынды", en: "proposed a correction")
    }
    package static func staffPutAside(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "отложил дело с заметкой", kk: "істі жазбамен кейінге қалдырды", en: "put the case aside with a note")
    }
    package static func staffAssisted(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "занимался вашей регистрацией у стойки", kk: "қабылдау орнында тіркелуіңізбен айналысты",
            en: "worked on your registration at the counter")
    }
    package static func staffSawOriginal(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "видел оригинал вашего документа", kk: "құжатыңыздың түпнұсқасын көрді",
            en: "saw the original of your document")
    }
    package static func staffActedForYou(_ who: Phrase, _ act: Phrase) -> Phrase {
        who.acted(
            ru: "внёс за вас у стойки: \(act.ru)", kk: "қабылдау орнында сіз үшін енгізді: \(act.kk)",
            en: "entered for you at the counter: \(act.en)")
    }
    package static func staffDisclosed(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "передал ваши данные получателю", kk: "деректеріңізді алушыға берді",
            en: "handed data of yours to a recipient")
    }
    package static func staffPassedOn(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "сообщил об отзыве, исправлении или передаче", kk: "кері қайтару, түзету не беру туралы хабарлады",
            en: "told of a withdrawal, correction or transfer")
    }
    package static func staffWithdrewConsent(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "отозвал ваше согласие по вашему обращению", kk: "өтінішіңіз бойынша келісіміңізді кері қайтарып алды",
            en: "withdrew your consent as you asked")
    }
    package static func staffAnsweredWithdrawal(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "ответил на ваш отзыв согласия", kk: "келісімді кері қайтарып алуыңызға жауап берді",
            en: "answered your withdrawal of consent")
    }
    package static func staffMailed(_ who: Phrase) -> Phrase {
        who.acted(ru: "отправил вам рекламу", kk: "сізге жарнама жіберді", en: "sent you advertising")
    }
    package static func staffReadHistory(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "смотрел список действий с вашими данными", kk: "деректеріңізбен жасалған әрекеттер тізімін қарады",
            en: "read the list of acts on your data")
    }
    package static func staffCounted(_ who: Phrase) -> Phrase {
        who.acted(
            ru: "выпустил обезличенные показатели", kk: "иесіздендірілген көрсеткіштер шығарды",
            en: "released depersonalised figures")
    }
    /// An act for which the list has no words yet, by its code.
    package static func staffActed(_ who: Phrase, _ act: String) -> Phrase { who.acted(ru: act, kk: act, en: act) }

    private func acted(ru: String, kk: String, en: String) -> Phrase {
        followed(by: " ", Phrase(ru: ru, kk: kk, en: en))
    }
}
