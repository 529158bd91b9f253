import Permits
import Primitives

/// Words of the page of jobs that are stuck.
extension Phrase {
    package static let officeJobsTitle = Phrase(
        ru: "Застрявшие задания", kk: "Тұрып қалған тапсырмалар", en: "Stuck jobs")
    package static let officeJobsLead = Phrase(
        ru:
            "Что сервер не смог сделать после всех попыток. Имён и адресов здесь нет. О каждом вашем решении в журнале остаётся запись.",
        kk:
            "Барлық әрекеттен кейін сервер орындай алмаған істер. Мұнда аты-жөн мен мекенжай жоқ. Әр шешіміңіз туралы журналда жазба қалады.",
        en:
            "What the server could not do after all its tries. There are no names and addresses here. Each decision of yours leaves an entry in the ledger."
    )
    package static let officeJobsEmpty = Phrase(
        ru: "Ничего не застряло", kk: "Тұрып қалған ештеңе жоқ", en: "Nothing is stuck")
    package static let officeJobsEmptyWhy = Phrase(
        ru:
            "Здесь появятся сообщения, которые никто не принял, документы, которые не удаётся прочитать, и файлы, которые не удаётся удалить.",
        kk: "Мұнда ешкім қабылдамаған хабарламалар, оқылмай тұрған құжаттар және жойылмай тұрған файлдар шығады.",
        en:
            "Messages that nobody took, documents that cannot be read and files that cannot be deleted will appear here."
    )
    package static let officeJob = Phrase(ru: "Задание", kk: "Тапсырма", en: "Job")
    package static let officeJobSince = Phrase(ru: "С какого времени", kk: "Қай уақыттан", en: "Since")
    package static let officeJobFault = Phrase(ru: "Что мешает", kk: "Не кедергі", en: "What is wrong")
    package static let officeTryAgain = Phrase(ru: "Попробовать снова", kk: "Қайта көру", en: "Try again")
    package static let officeGiveUp = Phrase(ru: "Отказаться", kk: "Бас тарту", en: "Give up")
    package static let officeGiveUpQuestion = Phrase(
        ru: "Отказаться от задания?", kk: "Тапсырмадан бас тартылсын ба?", en: "Give this job up?")
    package static let officeGiveUpReason = Phrase(ru: "Почему", kk: "Неліктен", en: "Why")
    package static let officeJobAgainDone = Phrase(
        ru: "Сервер пробует снова. Если не получится, задание вернётся сюда.",
        kk: "Сервер қайта көріп жатыр. Шықпаса, тапсырма осында қайтады.",
        en: "The server is trying again. If it fails, the job comes back here.")
    package static let officeJobGivenUpDone = Phrase(
        ru: "Задание снято. Причина записана в журнал.", kk: "Тапсырма алынды. Себебі журналға жазылды.",
        en: "The job was given up. The reason is in the ledger.")
    package static let officeJobGone = Phrase(
        ru: "Этого задания среди застрявших уже нет.", kk: "Бұл тапсырма тұрып қалғандардың арасында енді жоқ.",
        en: "This job is not among the stuck ones any more.")
    package static let officeJobMustBeDone = Phrase(
        ru: "От этого задания отказаться нельзя: файл должен быть удалён.",
        kk: "Бұл тапсырмадан бас тартуға болмайды: файл жойылуы тиіс.",
        en: "This job cannot be given up: the file must be deleted.")
    package static let officeJobNextNow = Phrase(
        ru: "Пробуется сейчас.", kk: "Қазір көріліп жатыр.", en: "Being tried now.")

    package static func officeJobNext(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Следующая попытка: \(moment.ru)", kk: "Келесі әрекет: \(moment.kk)", en: "Next try: \(moment.en)")
    }

    package static func officeJobKind(_ kind: StuckJob.Kind) -> Phrase {
        switch kind {
        case .message: Phrase(ru: "Сообщение", kk: "Хабарлама", en: "Message")
        case .reading: Phrase(ru: "Чтение документа", kk: "Құжатты оқу", en: "Reading of a document")
        case .deletion: Phrase(ru: "Удаление файла", kk: "Файлды жою", en: "Deleting a file")
        }
    }

    package static func officeGiveUpMeans(_ kind: StuckJob.Kind) -> Phrase {
        switch kind {
        case .message:
            Phrase(
                ru: "Сообщение не будет отправлено. Всё, о чём оно, человек видит в своей учётной записи.",
                kk: "Хабарлама жіберілмейді. Ондағының бәрін адам өз есептік жазбасынан көреді.",
                en: "The message will not be sent. The person sees all that it is about in their account.")
        case .reading, .deletion:
            Phrase(
                ru: "Файл будет отклонён как нечитаемый, и человек увидит, что нужен другой.",
                kk: "Файл оқылмайды деп қабылданбайды, адам басқасы керек екенін көреді.",
                en: "The file will be refused as unreadable, and the person will see that another is needed.")
        }
    }

    package static func officeGivingUp(_ reason: StuckJob.GivingUp) -> Phrase {
        switch reason {
        case .noSuchAddress:
            Phrase(ru: "Такого адреса нет", kk: "Мұндай мекенжай жоқ", en: "There is no such address")
        case .toldOtherwise:
            Phrase(
                ru: "Человеку сообщили иначе", kk: "Адамға басқа жолмен айтылды",
                en: "The person was told in another way")
        case .cannotBeRead:
            Phrase(ru: "Файл прочитать нельзя", kk: "Файлды оқу мүмкін емес", en: "The file cannot be read")
        case .outdated: Phrase(ru: "Больше не нужно", kk: "Енді қажет емес", en: "It is no longer needed")
        }
    }

    /// What a closed word of a queue says; the word itself where there is no better one.
    package static func officeFault(_ word: String) -> Phrase {
        switch word {
        case "unreachable":
            Phrase(ru: "сервер не отвечает", kk: "сервер жауап бермейді", en: "the server does not answer")
        case "timedOut":
            Phrase(
                ru: "сервер отвечает слишком долго", kk: "сервер тым ұзақ жауап береді", en: "the server is too slow")
        case "notSecure":
            Phrase(ru: "соединение не защищено", kk: "қосылым қорғалмаған", en: "the connection is not secure")
        case "loginRefused":
            Phrase(
                ru: "сервер не принял вход", kk: "сервер кіруді қабылдамады",
                en: "the server did not accept the sign-in")
        case "bad_address": Phrase(ru: "адрес не годится", kk: "мекенжай жарамсыз", en: "the address is no good")
        case "store_unavailable":
            Phrase(ru: "хранилище недоступно", kk: "қойма қолжетімсіз", en: "the store cannot be reached")
        case "store_full": Phrase(ru: "в хранилище нет места", kk: "қоймада орын жоқ", en: "the store is full")
        case "object_damaged": Phrase(ru: "файл повреждён", kk: "файл зақымданған", en: "the file is damaged")
        case "blocked":
            Phrase(
                ru: "данные человека заблокированы", kk: "адамның деректері бұғатталған",
                en: "the person’s data are blocked")
        case "no_consent": Phrase(ru: "нет согласия", kk: "келісім жоқ", en: "there is no consent")
        default:
            word.hasPrefix("refused(status: ")
                ? officeFaultRefused(word.filter(\.isNumber)) : .invariable(word)
        }
    }

    private static func officeFaultRefused(_ status: String) -> Phrase {
        Phrase(
            ru: "сервер отказал, ответ \(status)", kk: "сервер бас тартты, жауабы \(status)",
            en: "the server refused, answer \(status)")
    }
}
