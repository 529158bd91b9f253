import Primitives

/// Words of the page on which a person takes a copy of their data, and of staff who make one for them.
extension Phrase {
    package static let copyTitle = Phrase(
        ru: "Копия ваших данных", kk: "Деректеріңіздің көшірмесі", en: "A copy of your data")
    package static let copyLead = Phrase(
        ru:
            "Это архив ZIP: файл data.json и ваши документы, какими вы их прислали. Храните его там, куда доступ есть только у вас.",
        kk:
            "Бұл – ZIP архиві: data.json файлы және құжаттарыңыз, өзіңіз жібергендей. Оны тек өзіңіз аша алатын жерде сақтаңыз.",
        en:
            "It is a ZIP archive: a file data.json and your documents as you sent them. Keep it where nobody else can open it."
    )
    package static let copyNeedsProof = Phrase(
        ru: "Сначала подтвердите кодом, что это вы. Потом десять минут копию можно брать без кода.",
        kk: "Алдымен өзіңіз екеніңізді кодпен растаңыз. Содан кейін он минут бойы көшірмені кодсыз алуға болады.",
        en: "First confirm by a code that it is you. For ten minutes afterwards no code is asked.")
    package static let copyProve = Phrase(ru: "Подтвердить кодом", kk: "Кодпен растау", en: "Confirm by a code")
    package static let copyVerb = Phrase(ru: "Скачать копию", kk: "Көшірмені жүктеп алу", en: "Download the copy")
    package static let copySealed = Phrase(
        ru: "Зашифровать, чтобы переслать", kk: "Жіберу үшін шифрлау", en: "Seal it for sending")
    package static let copyRecipient = Phrase(
        ru: "Получатель age", kk: "age алушысы", en: "Recipient of age")
    package static let copyRecipientHint = Phrase(
        ru: "Начинается с age1. Открыть копию сможет только тот, у кого есть ключ этого получателя.",
        kk: "age1 деп басталады. Көшірмені тек осы алушының кілті бар адам аша алады.",
        en: "It begins with age1. Only who has the key of this recipient can open the copy.")
    package static let copyNoRecipient = Phrase(
        ru: "Это не получатель age: нужны 62 знака, которые начинаются с age1",
        kk: "Бұл age алушысы емес: age1 деп басталатын 62 таңба керек",
        en: "This is no recipient of age: 62 characters are needed that begin with age1")
    package static let officeCopy = Phrase(ru: "Сделать копию", kk: "Көшірме жасау", en: "Make the copy")
    package static let officeCopyLead = Phrase(
        ru:
            "Копия всех данных и документов сразу шифруется для получателя age, которого назвал человек; вы её не откроете. Человек увидит, что копия сделана.",
        kk:
            "Барлық деректер мен құжаттардың көшірмесі адам атаған age алушысына бірден шифрланады; сіз оны аша алмайсыз. Адам көшірме жасалғанын көреді.",
        en:
            "A copy of all data and documents is sealed at once for the recipient of age that the person named; you cannot open it. The person sees that it was made."
    )
}
