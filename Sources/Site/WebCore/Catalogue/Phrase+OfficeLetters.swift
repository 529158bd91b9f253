import Primitives

/// Words of the page on which staff drop a letter that came by mail.
extension Phrase {
    package static let officeLetterVerb = Phrase(ru: "Принять письмо", kk: "Хатты қабылдау", en: "Take a letter")
    package static let officeLetterLead = Phrase(
        ru:
            "Письмо, пришедшее по почте, попадёт в сообщения: шифруется, ждёт ответа, видно человеку. Из вашего почтового ящика удалите его сами.",
        kk:
            "Поштамен келген хат хабарламаларға түседі: шифрланады, жауап күтеді, адамға көрінеді. Оны өз пошта жәшігіңізден өзіңіз жойыңыз.",
        en:
            "A letter that came by mail goes into the messages: it is sealed, waits for an answer, and the person sees it. Delete it from your mailbox yourself."
    )
    package static let officeLetterSender = Phrase(
        ru:
            "Адрес отправителя подделать легко. Просьбы из письма, которые касаются данных, выполняйте только после того, как человек подтвердит их в кабинете.",
        kk:
            "Жіберушінің мекенжайын қолдан жасау оңай. Хаттағы деректерге қатысты өтініштерді адам кабинетінде растағаннан кейін ғана орындаңыз.",
        en:
            "The address of a sender is easily forged. What a letter asks about data is done only once the person has confirmed it in their account."
    )
    package static let officeLetterFile = Phrase(ru: "Файл письма", kk: "Хат файлы", en: "The file of the letter")
    package static let officeLetterHint = Phrase(
        ru:
            "Один файл .eml, до 10 МиБ. Фото и PDF из письма попадут в переписку, если у отправителя есть учётная запись. От остальных вложений останутся только вид и размер.",
        kk:
            "Бір .eml файлы, 10 МиБ-қа дейін. Жіберушінің есептік жазбасы болса, хаттағы фото мен PDF хат алмасуға түседі. Басқа тіркемелердің тек түрі мен көлемі қалады.",
        en:
            "One .eml file of up to 10 MiB. Photographs and PDFs in it go into the thread if the sender has an account; of other attachments only type and length are kept."
    )
    package static func officeLetterFilesLeft(_ count: Int) -> Phrase {
        Phrase(
            ru: "Письмо принято. Не сохранено вложений: \(count); в сообщении названы их вид и размер",
            kk: "Хат қабылданды. Сақталмаған тіркеме: \(count); хабарламада түрі мен көлемі көрсетілген",
            en: "The letter was taken. Attachments not kept: \(count); the message names their type and length")
    }
    package static let officeLetterTake = Phrase(ru: "Принять", kk: "Қабылдау", en: "Take it")
    package static let officeLetterThere = Phrase(
        ru: "Это письмо уже принято", kk: "Бұл хат қабылданып қойған", en: "This letter was taken before")
    package static let officeLetterMissing = Phrase(
        ru: "Выберите файл письма", kk: "Хат файлын таңдаңыз", en: "Choose the file of the letter")
    package static let officeLetterLarge = Phrase(
        ru: "Письмо больше 10 МиБ: запишите главное как разговор",
        kk: "Хат 10 МиБ-тан үлкен: негізгісін әңгіме ретінде жазыңыз",
        en: "The letter is larger than 10 MiB: put the essence down as a conversation")
    package static let officeLetterNone = Phrase(
        ru: "Это не письмо, или файл повреждён: сохраните его из почтовой программы ещё раз",
        kk: "Бұл хат емес немесе файл бүлінген: оны пошта бағдарламасынан қайта сақтаңыз",
        en: "This is no letter, or the file is damaged: save it from the mail programme again")
    package static let officeLetterNested = Phrase(
        ru: "В письме слишком много вложенных частей: запишите главное как разговор",
        kk: "Хаттың ішкі бөліктері тым көп: негізгісін әңгіме ретінде жазыңыз",
        en: "The letter has too many parts within parts: put the essence down as a conversation")
    package static let officeLetterCostly = Phrase(
        ru: "Письмо не удалось прочитать безопасно: запишите главное как разговор",
        kk: "Хатты қауіпсіз оқу мүмкін болмады: негізгісін әңгіме ретінде жазыңыз",
        en: "The letter could not be read safely: put the essence down as a conversation")
    package static let officeLetterNoSender = Phrase(
        ru: "В письме нет адреса одного отправителя: отвечать некому",
        kk: "Хатта бір ғана жіберушінің мекенжайы жоқ: жауап беретін ешкім жоқ",
        en: "The letter names no address of one sender: there is nobody to answer")
    package static let officeLetterNoWords = Phrase(
        ru: "В письме нет ни слова, ни вложения", kk: "Хатта сөз де, тіркеме де жоқ",
        en: "There is neither a word nor an attachment in the letter")
    package static let officeLetterLong = Phrase(
        ru: "В письме больше 20 000 знаков: запишите главное как разговор",
        kk: "Хатта 20 000 таңбадан көп: негізгісін әңгіме ретінде жазыңыз",
        en: "The letter has more than 20,000 characters: put the essence down as a conversation")
    package static let officeLetterUnread = Phrase(
        ru: "Сейчас письма не читаются: попробуйте позже", kk: "Қазір хаттар оқылмайды: кейінірек көріңіз",
        en: "Letters cannot be read now: try later")
}
