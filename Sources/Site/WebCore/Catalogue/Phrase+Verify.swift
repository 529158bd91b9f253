import Primitives

/// Words of the page that checks receipts and certificates.
extension Phrase {
    package static let verifyTitle = Phrase(
        ru: "Проверить расписку или свидетельство", kk: "Қолхатты немесе куәлікті тексеру",
        en: "Check a receipt or a certificate")
    package static let verifyLead = Phrase(
        ru:
            "Выберите файл расписки или свидетельства. Мы посчитаем всё заново и скажем, сходится ли. Файл не сохраняется.",
        kk:
            "Қолхаттың немесе куәліктің файлын таңдаңыз. Біз бәрін қайта есептеп, сәйкес келетін-келмейтінін айтамыз. Файл сақталмайды.",
        en:
            "Choose the file of the receipt or certificate. We compute everything again and say whether it holds. The file is not stored."
    )
    package static let receiptFile = Phrase(
        ru: "Файл расписки или свидетельства", kk: "Қолхаттың немесе куәліктің файлы",
        en: "File of the receipt or certificate")
    package static let receiptFileHint = Phrase(
        ru: "Файл JSON, до 250 КБ. Его можно перетащить сюда.",
        kk: "JSON файлы, 250 КБ\u{2011}қа дейін. Оны осында сүйреп әкелуге болады.",
        en: "A JSON file, up to 250 KB. You can drop it here.")
    package static let check = Phrase(ru: "Проверить", kk: "Тексеру", en: "Check")
    package static let chooseReceipt = Phrase(
        ru: "Выберите файл расписки или свидетельства", kk: "Қолхаттың немесе куәліктің файлын таңдаңыз",
        en: "Choose the file of the receipt or certificate")
    package static let holds = Phrase(ru: "сходится", kk: "сәйкес", en: "holds")
    package static let fails = Phrase(ru: "не сходится", kk: "сәйкес емес", en: "fails")
    package static let receiptVerified = Phrase(
        ru: "Расписка подлинная", kk: "Қолхаттың шынайылығы расталды", en: "The receipt is genuine")
    package static let receiptRefused = Phrase(
        ru: "Расписка не подтверждается", kk: "Қолхат расталмады", en: "The receipt does not hold")
    package static let certificateVerified = Phrase(
        ru: "Свидетельство подлинное", kk: "Куәліктің шынайылығы расталды", en: "The certificate is genuine")
    package static let certificateRefused = Phrase(
        ru: "Свидетельство не подтверждается", kk: "Куәлік расталмады", en: "The certificate does not hold")
    package static let fileUnreadable = Phrase(
        ru: "Это не расписка и не свидетельство", kk: "Бұл қолхат та, куәлік те емес",
        en: "This is neither a receipt nor a certificate")

    package static let verifyHowTitle = Phrase(
        ru: "Как это проверяется", kk: "Бұл қалай тексеріледі", en: "How it is checked")
    package static let verifyHowSentences = [
        Phrase(
            ru: "В файле есть запись, доказательство её места в журнале и подпись журнала.",
            kk: "Файлда жазба, оның журналдағы орнының дәлелі және журналдың қолтаңбасы бар.",
            en: "The file holds an entry, a proof of its place in the ledger, and the ledger’s signature."),
        Phrase(
            ru: "Проверить его можно и без нас: программой saqta на своём компьютере, без сети.",
            kk: "Оны бізсіз де тексеруге болады: өз компьютеріңізде, желісіз, saqta бағдарламасымен.",
            en: "It can be checked without us too: with the saqta programme on your own machine, offline."),
    ]
}
