import Policy
import Primitives

/// Words of the certificate of an erasure.
extension Phrase {
    package static let erasureTitle = Phrase(
        ru: "Свидетельство об уничтожении данных", kk: "Деректердің жойылғаны туралы куәлік",
        en: "Certificate of destruction of data")
    package static let erasureFinal = Phrase(ru: "окончательно", kk: "түпкілікті", en: "final")
    package static let erasureNotFinal = Phrase(
        ru: "ещё не окончательно", kk: "әлі түпкілікті емес", en: "not final yet")
    package static let erasureDeleted = Phrase(
        ru: "Данные и файлы удалены", kk: "Деректер мен файлдар өшірілді", en: "Data and files deleted")
    package static let erasureKeyDestroyed = Phrase(ru: "Ключ уничтожен", kk: "Кілт жойылды", en: "Key destroyed")
    package static let erasureFinalSince = Phrase(
        ru: "Последняя копия ключа исчезла", kk: "Кілттің соңғы көшірмесі жойылды", en: "Last copy of the key gone")
    package static let notYet = Phrase(ru: "ещё нет", kk: "әлі жоқ", en: "not yet")
    package static func expected(_ day: Phrase) -> Phrase {
        Phrase(ru: "ожидается \(day.ru)", kk: "күтілетін күні: \(day.kk)", en: "expected \(day.en)")
    }
    package static let erasureMeans = Phrase(
        ru:
            "Данные были зашифрованы отдельным ключом этой регистрации. Без него их нельзя прочитать ни на сервере, ни в резервных копиях, ни в архивах.",
        kk:
            "Деректер осы тіркеудің жеке кілтімен шифрланған еді. Онсыз оларды серверден де, сақтық көшірмелерден де, архивтерден де оқу мүмкін емес.",
        en:
            "The data were sealed under a key of this registration alone. Without it they cannot be read on the server, in backups, or in archives."
    )
    package static let erasureComeBack = Phrase(
        ru: "Сохраните адрес этой страницы: здесь появится время, с которого уничтожение окончательно.",
        kk: "Осы беттің мекенжайын сақтап қойыңыз: жою қай уақыттан бері түпкілікті екені осында көрсетіледі.",
        en: "Keep the address of this page: it will show since when the destruction is final.")
    package static let erasureDetails = Phrase(ru: "Подробности", kk: "Толығырақ", en: "Details")
    package static let erasureGround = Phrase(ru: "Почему", kk: "Себебі", en: "Why")
    package static let erasureMark = Phrase(ru: "Метка", kk: "Белгі", en: "Mark")
    package static let erasureProofLead = Phrase(
        ru:
            "Запись об уничтожении есть в журнале, который нельзя незаметно изменить. Имени в ней нет. Файл свидетельства можно проверить без нас.",
        kk:
            "Жою туралы жазба білдірмей өзгертуге болмайтын журналда тұр. Онда аты-жөн жоқ. Куәлік файлын бізсіз де тексеруге болады.",
        en:
            "The entry of the destruction stands in a ledger that cannot be changed unseen. It holds no name. The certificate’s file can be checked without us."
    )

    /// Why somebody was erased, by the act of the entry.
    package static func groundOfErasure(_ act: String) -> Phrase {
        switch act {
        case Act.decline.rawValue:
            Phrase(ru: "вы не дали согласия", kk: "сіз келісім бермедіңіз", en: "you did not agree")
        case Act.withdrawRegistration.rawValue:
            Phrase(
                ru: "вы отозвали регистрацию", kk: "сіз тіркеуді кері қайтарып алдыңыз",
                en: "you withdrew the registration")
        case Act.expire.rawValue:
            Phrase(
                ru: "срок незаконченной регистрации истёк", kk: "аяқталмаған тіркеудің мерзімі өтті",
                en: "the term of an unfinished registration ended")
        default:
            Phrase(
                ru: "данные уничтожены на основании закона или политики",
                kk: "деректер заң немесе саясат негізінде жойылды",
                en: "the data were destroyed as the law or the policy asks")
        }
    }

    /// What a genuine certificate of an erasure says above all.
    package static func erasureIs(final: Bool) -> Phrase {
        final
            ? Phrase(
                ru: "Данные уничтожены окончательно.", kk: "Деректер түпкілікті жойылды.",
                en: "The data are destroyed for good.")
            : Phrase(
                ru: "Данные уничтожены, но прежние копии ключей ещё могут храниться.",
                kk: "Деректер жойылды, бірақ кілттердің бұрынғы көшірмелері әлі сақталуы мүмкін.",
                en: "The data are destroyed, but earlier copies of keys may still be kept.")
    }
}
