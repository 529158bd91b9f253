import Policy
import Primitives

/// What is said of the things of a policy, in words.
extension Phrase {
    package static func aspect(_ aspect: Aspect) -> Phrase {
        switch aspect {
        case .wait(let act): wait(act)
        case .grant(let acts, for: let purpose):
            grant(acts, for: purpose.title ?? .invariable(purpose.code))
        default: saying(aspect) ?? rule(aspect) ?? term(of: aspect) ?? .invariable("\(aspect)")
        }
    }

    /// What a role may do, and what for.
    private static func grant(_ acts: [Act], for purpose: Phrase) -> Phrase {
        func list(_ language: Language) -> String { acts.map { actName($0)[language] }.joined(separator: ", ") }
        return Phrase(
            ru: "\(list(.ru)) — для цели «\(purpose.ru)»", kk: "\(list(.kk)) – мақсаты: «\(purpose.kk)»",
            en: "\(list(.en)), for “\(purpose.en)”")
    }

    private static func wait(_ act: ActOfTwo) -> Phrase {
        switch act {
        case .objection:
            Phrase(
                ru: "Один человек ждёт перед решением о возражении",
                kk: "Жалғыз адамның қарсылықты шешер алдындағы күтуі",
                en: "One person waits before deciding an objection")
        case .publication:
            Phrase(
                ru: "Один человек ждёт перед публикацией", kk: "Жалғыз адамның жариялау алдындағы күтуі",
                en: "One person waits before publishing")
        case .destruction:
            Phrase(
                ru: "Один человек ждёт перед уничтожением данных", kk: "Жалғыз адамның деректерді жою алдындағы күтуі",
                en: "One person waits before destroying data")
        case .assistance:
            Phrase(
                ru: "Один человек ждёт перед решением о регистрации, которую внёс сам",
                kk: "Жалғыз адамның өзі енгізген тіркелуді шешер алдындағы күтуі",
                en: "One person waits before deciding a registration they entered")
        case .opening:
            Phrase(
                ru: "Один человек ждёт перед открытием архива", kk: "Жалғыз адамның архивті ашар алдындағы күтуі",
                en: "One person waits before opening the archive")
        }
    }

    private static func saying(_ aspect: Aspect) -> Phrase? {
        switch aspect {
        case .title: Phrase(ru: "Название", kk: "Атауы", en: "Title")
        case .description: Phrase(ru: "Описание", kk: "Сипаттамасы", en: "Description")
        case .reason: Phrase(ru: "Почему нужно", kk: "Не үшін қажет", en: "Why needed")
        case .statement: Phrase(ru: "Слова согласия", kk: "Келісім сөздері", en: "Words of the consent")
        case .text: Phrase(ru: "Срок словами", kk: "Мерзімі сөзбен", en: "Term in words")
        case .clause: Phrase(ru: "Пункт", kk: "Тармақ", en: "Clause")
        case .controls: Phrase(ru: "Меры контроля", kk: "Бақылау шаралары", en: "Controls")
        case .purposes: Phrase(ru: "Цели", kk: "Мақсаттары", en: "Purposes")
        case .fields: Phrase(ru: "Поля", kk: "Өрістер", en: "Fields")
        case .documents: Phrase(ru: "Документы", kk: "Құжаттар", en: "Documents")
        case .readableFields:
            Phrase(
                ru: "Что читает программа", kk: "Бағдарлама не оқиды", en: "What the machine reads")
        case .recipient: Phrase(ru: "Получатель", kk: "Алушы", en: "Recipient")
        case .channels: Phrase(ru: "По каждому каналу", kk: "Әр арна бойынша", en: "For each channel")
        case .notifyOnTransfer:
            Phrase(ru: "Сообщают о каждой передаче", kk: "Әр беру туралы хабарланады", en: "Each transfer is told")
        case .noticeException:
            Phrase(ru: "Почему не сообщают", kk: "Неге хабарланбайды", en: "Why it is not told")
        case .retiredFields:
            Phrase(
                ru: "Номера, которые больше не используются", kk: "Енді қолданылмайтын нөмірлер",
                en: "Numbers no longer used")
        case .kind: Phrase(ru: "Вид", kk: "Түрі", en: "Kind")
        case .use: Phrase(ru: "Для чего", kk: "Неге арналған", en: "Used to")
        case .code: Phrase(ru: "Имя в программе", kk: "Бағдарламадағы аты", en: "Name in the code")
        case .dataClass: Phrase(ru: "Класс", kk: "Санаты", en: "Class")
        case .source: Phrase(ru: "Откуда", kk: "Қайдан алынады", en: "Comes from")
        case .ground: Phrase(ru: "Основание", kk: "Негізі", en: "Basis")
        case .article: Phrase(ru: "Статья закона", kk: "Заң бабы", en: "Article of law")
        default: nil
        }
    }
}
