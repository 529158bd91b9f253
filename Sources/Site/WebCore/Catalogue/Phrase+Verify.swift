import Primitives

/// Words of the page that checks receipts.
extension Phrase {
    package static let verifyTitle = Phrase(ru: "Проверить расписку", kk: "Қолхатты тексеру", en: "Check a receipt")
    package static let verifyLead = Phrase(
        ru: "Выберите файл расписки. Мы посчитаем всё заново и скажем, сходится ли. Файл не сохраняется.",
        kk: "Қолхат файлын таңдаңыз. Біз бәрін қайта есептеп, сәйкес келетін-келмейтінін айтамыз. Файл сақталмайды.",
        en:
            "Choose the file of the receipt. We compute everything again and say whether it holds. The file is not stored."
    )
    package static let receiptFile = Phrase(ru: "Файл расписки", kk: "Қолхат файлы", en: "The receipt’s file")
    package static let receiptFileHint = Phrase(
        ru: "Файл JSON, до 250 КБ. Его можно перетащить сюда.",
        kk: "JSON файлы, 250 КБ\u{2011}қа дейін. Оны осында сүйреп әкелуге болады.",
        en: "A JSON file, up to 250 KB. You can drop it here.")
    package static let check = Phrase(ru: "Проверить", kk: "Тексеру", en: "Check")
    package static let chooseReceipt = Phrase(
        ru: "Выберите файл расписки", kk: "Қолхат файлын таңдаңыз", en: "Choose the receipt’s file")
    package static let holds = Phrase(ru: "сходится", kk: "сәйкес", en: "holds")
    package static let fails = Phrase(ru: "не сходится", kk: "сәйкес емес", en: "fails")
    package static let receiptVerified = Phrase(
        ru: "Расписка подлинная", kk: "Қолхаттың шынайылығы расталды", en: "The receipt is genuine")
    package static let receiptRefused = Phrase(
        ru: "Расписка не подтверждается", kk: "Қолхат расталмады", en: "The receipt does not hold")
    package static let receiptUnreadable = Phrase(
        ru: "Это не расписка", kk: "Бұл қолхат емес", en: "This is not a receipt")

    package static let verifyHowTitle = Phrase(
        ru: "Как это проверяется", kk: "Бұл қалай тексеріледі", en: "How it is checked")
    package static let verifyHowSentences = [
        Phrase(
            ru: "В расписке есть ваша запись, доказательство её места в журнале и подпись журнала.",
            kk: "Қолхатта жазбаңыз, оның журналдағы орнының дәлелі және журналдың қолтаңбасы бар.",
            en: "A receipt holds your entry, a proof of its place in the ledger, and the ledger’s signature."),
        Phrase(
            ru: "Проверить её можно и без нас: программой saqta на своём компьютере, без сети.",
            kk: "Оны бізсіз де тексеруге болады: өз компьютеріңізде, желісіз, saqta бағдарламасымен.",
            en: "It can be checked without us too: with the saqta programme on your own machine, offline."),
    ]
}
