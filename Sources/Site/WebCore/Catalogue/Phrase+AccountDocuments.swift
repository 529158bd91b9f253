import Primitives

/// Words of the third step.
extension Phrase {
    package static let documentsTitle = Phrase(ru: "Документы", kk: "Құжаттар", en: "Documents")
    package static let documentsLead = Phrase(
        ru: "Сфотографируйте документ или выберите готовый файл. Файл сразу шифруется; его увидит только проверяющий.",
        kk: "Құжатты суретке түсіріңіз немесе дайын файлды таңдаңыз. Файл бірден шифрланады; оны тек тексеруші көреді.",
        en: "Photograph the document or choose a file. It is sealed at once; only the reviewer sees it.")
    package static let documentsAgainLead = Phrase(
        ru: "Пришлите только то, о чём просит проверяющий. Остальное уже принято.",
        kk: "Тексеруші сұрағанын ғана жіберіңіз. Қалғандары қабылданған.",
        en: "Send only what the reviewer asks for. The rest has been taken.")
    package static func uploadLimits(_ photo: Int, _ pdf: Int, _ pages: Int, _ files: Int) -> Phrase {
        let (photo, pdf) = (size(photo), size(pdf))
        let most = count(
            pages, ru: ("страницы", "страниц", "страниц"), kk: "бетке", en: ("page", "pages"))
        let all = count(files, ru: ("файла", "файлов", "файлов"), kk: "файлға", en: ("file", "files"))
        return Phrase(
            ru: "JPEG, PNG, WebP, HEIC или TIFF до \(photo.ru), PDF до \(pdf.ru) и \(most.ru), всего до \(all.ru).",
            kk:
                "JPEG, PNG, WebP, HEIC не TIFF – \(photo.kk)\u{2011}қа дейін, PDF – \(pdf.kk)\u{2011}қа және \(most.kk) дейін, "
                + "барлығы \(all.kk) дейін.",
            en: "JPEG, PNG, WebP, HEIC or TIFF up to \(photo.en), PDF up to \(pdf.en) and \(most.en), \(all.en) in all."
        )
    }
    package static func whyAsked(_ reason: Phrase, _ clause: Phrase) -> Phrase {
        Phrase(
            ru: "Зачем: \(reason.ru) (\(clause.ru)).", kk: "Не үшін: \(reason.kk) (\(clause.kk)).",
            en: "Why: \(reason.en) (\(clause.en)).")
    }
    package static let scanAdvice = [
        Phrase(
            ru: "Весь документ в кадре, все четыре угла видны.", kk: "Құжат кадрға толық сыйсын, төрт бұрышы көрінсін.",
            en: "The whole document in the picture, all four corners visible."),
        Phrase(
            ru: "Светло, без бликов; читается каждое слово.",
            kk: "Жарық жеткілікті болсын, шағылыспасын; әр сөзі анық оқылсын.",
            en: "Well lit, without glare; every word can be read."),
        Phrase(
            ru: "У карточки нужны обе стороны.", kk: "Карточканың екі жағы да керек.", en: "Both sides of a card."),
    ]
    package static let chooseFiles = Phrase(
        ru: "Снимок или файл", kk: "Сурет не файл", en: "Picture or file")
    package static let chooseFile = Phrase(ru: "Новый файл", kk: "Жаңа файл", en: "The new file")
    package static let fileHint = Phrase(
        ru: "Можно выбрать несколько.", kk: "Бірнешеуін таңдауға болады.", en: "You can choose several.")
    package static let sendFile = Phrase(ru: "Отправить файл", kk: "Файлды жіберу", en: "Send the file")
    package static let addAnother = Phrase(ru: "Добавить ещё файл", kk: "Тағы файл қосу", en: "Add another file")
    package static let chooseAFile = Phrase(ru: "Выберите файл", kk: "Файлды таңдаңыз", en: "Choose a file")
    package static let uploadProgress = Phrase(
        ru: "{percent}\u{A0}%: {done} из {total}\u{A0}МБ",
        kk: "{percent}\u{A0}%: {total}\u{A0}МБ\u{2011}тан {done}\u{A0}МБ",
        en: "{percent}%: {done} of {total}\u{A0}MB")
    package static let uploadAgain = Phrase(
        ru: "Связь прервалась. Как только она появится, отправка продолжится сама.",
        kk: "Байланыс үзілді. Қалпына келгенде жіберу өзі жалғасады.",
        en: "The connection was cut. Sending goes on by itself as soon as it is back.")
    package static let uploadFailed = Phrase(
        ru: "Файл не отправлен. Попробуйте ещё раз.", kk: "Файл жіберілмеді. Қайталап көріңіз.",
        en: "The file was not sent. Try again.")

    package static let beingReadTitle = Phrase(
        ru: "Документ читается", kk: "Құжат оқылып жатыр", en: "The document is being read")
    package static let beingReadLead = Phrase(
        ru: "Обычно это занимает несколько секунд. Можно перейти к следующему шагу, не дожидаясь.",
        kk: "Әдетте бұл бірнеше секунд алады. Күтпей-ақ келесі қадамға өтуге болады.",
        en: "It usually takes a few seconds. You can go on to the next step meanwhile.")
    package static let refresh = Phrase(ru: "Обновить страницу", kk: "Бетті жаңарту", en: "Refresh the page")
    package static let stillNeeded = Phrase(ru: "нужен", kk: "қажет", en: "needed")
    package static let notSent = Phrase(ru: "не отправлен", kk: "жіберілмеген", en: "not sent")
    package static let stateReceiving = Phrase(ru: "отправляется", kk: "жіберіліп жатыр", en: "being sent")
    package static let stateBeingRead = Phrase(ru: "читается", kk: "оқылып жатыр", en: "being read")
    package static let stateReady = Phrase(ru: "получен", kk: "алынды", en: "received")
    package static let stateFileRefused = Phrase(ru: "не принят", kk: "қабылданбады", en: "not taken")
    package static let stateReplaced = Phrase(ru: "заменён", kk: "ауыстырылды", en: "replaced")
    package static let stateApproved = Phrase(ru: "одобрен", kk: "мақұлданды", en: "approved")
    package static let stateAskedAgain = Phrase(
        ru: "нужен снимок лучше", kk: "жақсырақ сурет керек", en: "a better scan is needed")
    package static let stateDestroyed = Phrase(ru: "уничтожен", kk: "жойылды", en: "destroyed")
    package static func fileNumber(_ number: Int) -> Phrase {
        Phrase(ru: "Файл \(number)", kk: "\(number)-файл", en: "File \(number)")
    }
    package static func pageCount(_ pages: Int) -> Phrase {
        count(pages, ru: ("страница", "страницы", "страниц"), kk: "бет", en: ("page", "pages"))
    }
    package static func pageNumber(_ page: Int) -> Phrase {
        Phrase(ru: "страница \(page)", kk: "\(page)-бет", en: "page \(page)")
    }
    package static func reviewerAsks(_ reason: Phrase) -> Phrase {
        Phrase(
            ru: "Проверяющий просит прислать заново: \(reason.ru).",
            kk: "Тексеруші қайта жіберуді сұрайды: \(reason.kk).",
            en: "The reviewer asks for it again: \(reason.en).")
    }
    package static let hintsAreAdvice = Phrase(
        ru: "Это заметила программа. Если всё читается, менять файл не нужно.",
        kk: "Мұны бағдарлама байқады. Бәрі оқылса, файлды ауыстырудың қажеті жоқ.",
        en: "The machine noticed this. If everything can be read, you need not replace the file.")

    package static let hintTooDark = Phrase(ru: "темно", kk: "қараңғы", en: "dark")
    package static let hintTooPale = Phrase(ru: "бледно", kk: "бозғылт", en: "pale")
    package static let hintBlank = Phrase(ru: "страница пустая", kk: "бет бос", en: "the page is blank")
    package static let hintBlurred = Phrase(ru: "нерезко", kk: "анық емес", en: "blurred")
    package static let hintGlare = Phrase(ru: "блик", kk: "шағылысқан жарық", en: "glare")
    package static let hintCutEdge = Phrase(ru: "край обрезан", kk: "шеті кесілген", en: "an edge is cut off")
    package static let hintTooSmall = Phrase(ru: "слишком мелко", kk: "тым ұсақ", en: "too small to read well")
    package static let hintCleaned = Phrase(
        ru: "лишнее в файле не сохранено", kk: "файлдағы артық нәрсе сақталмады", en: "extras in the file were not kept"
    )
}
