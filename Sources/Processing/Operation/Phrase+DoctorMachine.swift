import Primitives

/// What an examination says of the machine and the evidence.
extension Phrase {
    static let doctorClock = Phrase(
        ru: "Часы сервера сверяются по сети.", kk: "Сервердің сағаты желі арқылы салыстырылады.",
        en: "The machine’s clock is kept right over the network.")
    static let doctorClockFree = Phrase(
        ru: "Часы сервера никто не сверяет: сроки и записи журнала могут уйти.",
        kk: "Сервердің сағатын ешкім салыстырмайды: мерзімдер мен журнал жазбалары ауытқуы мүмкін.",
        en: "Nobody keeps the machine’s clock right: deadlines and entries may drift.")
    static let doctorClockUnknown = Phrase(
        ru: "Не видно, сверяются ли часы сервера.", kk: "Сервердің сағаты салыстырылатыны белгісіз.",
        en: "It cannot be seen whether the machine’s clock is kept right.")

    static func doctorDisk(_ path: String, _ gigabytes: Int, _ percent: Int) -> Phrase {
        Phrase(
            ru: "\(path): свободно \(gigabytes)\u{A0}ГБ (\(percent)\u{A0}%).",
            kk: "\(path): \(gigabytes)\u{A0}ГБ (\(percent)\u{A0}%) бос.",
            en: "\(path): \(gigabytes)\u{A0}GB (\(percent)\u{A0}%) free.")
    }

    static let doctorMakeRoom = Phrase(
        ru: "Освободите место или поставьте диск больше.", kk: "Орын босатыңыз немесе үлкенірек диск қойыңыз.",
        en: "Make room, or put in a larger disk.")
    static let doctorImaging = Phrase(
        ru: "Документы читает отдельный запертый процесс.", kk: "Құжаттарды бөлек, оқшауланған процесс оқиды.",
        en: "A jailed process of its own reads documents.")
    static let doctorImagingFails = Phrase(
        ru: "Процесс, который читает документы, не заперт на этом сервере.",
        kk: "Құжаттарды оқитын процесс бұл серверде оқшауланбайды.",
        en: "The process that reads documents cannot be jailed on this machine.")
    static let doctorNoImaging = Phrase(
        ru: "Программа saqta-imaging не запускается: документы не будут прочитаны.",
        kk: "saqta-imaging бағдарламасы іске қосылмайды: құжаттар оқылмайды.",
        en: "The programme saqta-imaging does not start: no document will be read.")
    static let doctorMendImaging = Phrase(
        ru: "Проверьте SAQTA_IMAGING; ядру нужен seccomp.",
        kk: "SAQTA_IMAGING мәнін тексеріңіз; ядроға seccomp керек.",
        en: "Check SAQTA_IMAGING; the kernel needs seccomp.")
    static let doctorEvidence = Phrase(
        ru: "Записи о действиях попадают в журнал вовремя.", kk: "Әрекеттер туралы жазбалар журналға уақытында түседі.",
        en: "Entries reach the ledger in time.")

    static func doctorEvidenceWaits(_ seconds: Int) -> Phrase {
        Phrase(
            ru: "Старейшая запись ждёт места в журнале секунд: \(seconds). Чтение данных остановлено.",
            kk: "Ең ескі жазба журналдағы орнын \(seconds) секунд күтуде. Деректерді оқу тоқтатылған.",
            en: "Seconds that the oldest entry has waited for the ledger: \(seconds). Reading is stopped.")
    }

    static let doctorNoWitness = Phrase(
        ru: "Свидетелей журнала нет: до первой выданной расписки его могут переписать целиком.",
        kk: "Журналдың куәгерлері жоқ: алғашқы қолхат берілгенше оны толық қайта жазуға болады.",
        en: "The ledger has no witness: until a receipt leaves the house, all of it could be rewritten.")
    static let doctorKeepCheckpoints = Phrase(
        ru: "Сохраняйте /ledger/checkpoint у другого человека, хотя бы раз в день.",
        kk: "/ledger/checkpoint көшірмесін кемінде күніне бір рет басқа адамда сақтаңыз.",
        en: "Keep a copy of /ledger/checkpoint with somebody else, once a day at least.")

    static func doctorWitness(_ names: String) -> Phrase {
        Phrase(
            ru: "Свидетели журнала: \(names).", kk: "Журналдың куәгерлері: \(names).",
            en: "Witnesses of the ledger: \(names).")
    }

    static func doctorWitnessSilent(_ names: String) -> Phrase {
        Phrase(
            ru: "Свидетели не подписывали журнал дольше 30 минут: \(names).",
            kk: "Куәгерлер журналға 30 минуттан астам қол қойған жоқ: \(names).",
            en: "These witnesses have not signed the ledger for more than 30 minutes: \(names).")
    }

    static let doctorAskWitness = Phrase(
        ru: "Проверьте адреса и ключи в файле SAQTA_WITNESSES и спросите свидетелей, знают ли они ключ этого журнала.",
        kk:
            "SAQTA_WITNESSES файлындағы мекенжайлар мен кілттерді тексеріп, куәгерлерден осы журналдың кілтін білетінін сұраңыз.",
        en:
            "Check addresses and keys in the file of SAQTA_WITNESSES, and ask the witnesses whether they know the key of this ledger."
    )

    static func doctorWitnessAhead(_ names: String) -> Phrase {
        Phrase(
            ru: "Свидетели подписали более длинный журнал, чем есть здесь: \(names). Данные старее подписанного.",
            kk: "Куәгерлер мұндағыдан ұзынырақ журналға қол қойған: \(names). Деректер қол қойылғаннан ескі.",
            en:
                "Witnesses have signed a longer ledger than there is here: \(names). The data are older than what was signed."
        )
    }

    static let doctorLedgerBroken = Phrase(
        ru: "Журнал не продолжает подписанного: новые контрольные точки не подписываются.",
        kk: "Журнал қол қойылғанды жалғастырмайды: жаңа бақылау нүктелеріне қол қойылмайды.",
        en: "The ledger does not continue what was signed: no new checkpoint is signed.")

    static func doctorVersions(_ versions: String) -> Phrase {
        Phrase(ru: "Работают: \(versions).", kk: "Жұмыс істеп тұр: \(versions).", en: "Running: \(versions).")
    }

    /// What each subject of an examination is called.
    package static func doctorSubject(_ subject: Finding.Subject) -> Phrase {
        switch subject {
        case .region: Phrase(ru: "Страна хранения", kk: "Сақтау елі", en: "Region")
        case .address: Phrase(ru: "Адрес оператора", kk: "Оператор мекенжайы", en: "Operator’s address")
        case .identity: Phrase(ru: "Реквизиты", kk: "Деректемелер", en: "Operator’s details")
        case .site: Phrase(ru: "Адрес сайта", kk: "Сайт мекенжайы", en: "Site")
        case .transport: Phrase(ru: "Шифрование в пути", kk: "Жолда шифрлау", en: "Encryption on the way")
        case .mail: Phrase(ru: "Почта", kk: "Пошта", en: "Mail")
        case .sms: Phrase(ru: "SMS", kk: "SMS", en: "SMS")
        case .administrators: Phrase(ru: "Администраторы", kk: "Әкімшілер", en: "Administrators")
        case .programmes: Phrase(ru: "Программы", kk: "Бағдарламалар", en: "Programmes")
        case .reviewers: Phrase(ru: "Проверяющие", kk: "Тексерушілер", en: "Reviewers")
        case .database: Phrase(ru: "База данных", kk: "Дерекқор", en: "Database")
        case .documents: Phrase(ru: "Хранилище документов", kk: "Құжаттар қоймасы", en: "Document store")
        case .deletions: Phrase(ru: "Удаление документов", kk: "Құжаттарды жою", en: "Deleting documents")
        case .keys: Phrase(ru: "Ключи", kk: "Кілттер", en: "Keys")
        case .keyService: Phrase(ru: "Служба ключей", kk: "Кілт қызметі", en: "Key service")
        case .keyCopy: Phrase(ru: "Копия ключей", kk: "Кілттер көшірмесі", en: "Copy of the keys")
        case .backup: Phrase(ru: "Резервная копия", kk: "Резервтік көшірме", en: "Backup")
        case .permissions: Phrase(ru: "Права на файлы", kk: "Файл құқықтары", en: "Permissions of files")
        case .user: Phrase(ru: "Пользователь", kk: "Пайдаланушы", en: "User")
        case .clock: Phrase(ru: "Часы", kk: "Сағат", en: "Clock")
        case .disk: Phrase(ru: "Место на диске", kk: "Дискідегі орын", en: "Disk space")
        case .imaging: Phrase(ru: "Чтение документов", kk: "Құжаттарды оқу", en: "Reading of documents")
        case .evidence: Phrase(ru: "Записи в журнале", kk: "Журналдағы жазбалар", en: "Ledger")
        case .messages: Phrase(ru: "Сообщения", kk: "Хабарламалар", en: "Messages")
        case .hold: Phrase(ru: "Остановленная работа", kk: "Тоқтатылған жұмыс", en: "Held work")
        case .jobs: Phrase(ru: "Задания", kk: "Тапсырмалар", en: "Jobs")
        case .witness: Phrase(ru: "Свидетели", kk: "Куәгерлер", en: "Witnesses")
        case .ledgerCopy:
            Phrase(ru: "Копия журнала", kk: "Журнал көшірмесі", en: "Copy of the ledger")
        case .version: Phrase(ru: "Версии", kk: "Нұсқалар", en: "Versions")
        }
    }

    package static func doctorGravity(_ gravity: Finding.Gravity) -> Phrase {
        switch gravity {
        case .fine: Phrase(ru: "в порядке", kk: "жақсы", en: "fine")
        case .notice: Phrase(ru: "внимание", kk: "назар аударыңыз", en: "notice")
        case .danger: Phrase(ru: "опасно", kk: "қауіпті", en: "danger")
        }
    }
}
