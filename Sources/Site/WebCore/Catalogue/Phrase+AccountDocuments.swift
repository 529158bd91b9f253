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
                "JPEG, PNG, WebP, HEIC не TIFF: \(photo.kk)\u{2011}қа дейін, PDF: \(pdf.kk)\u{2011}қа және \(most.kk) дейін, "
                + "барлығы \(all.kk) дейін.",
            en: "JPEG, PNG, WebP, HEIC or TIFF up to \(photo.en), PDF up to \(pdf.en) and \(most.en), \(all.en) in all."
        )
    }
    package static func whyAsked(_ reason: Phrase, _ clause: Phrase) -> Phrase {
        Phrase(
            ru: "Зачем: \(reason.ru) (\(clause.ru)).", kk: "Не үшін: \(reason.kk) (\(clause.kk)).",
            en: "Why: \(reason.en) (\(clause.en)).")
    }
    package static let goodScan = Phrase(ru: "Так", kk: "Осылай", en: "Like this")
    package static let goodScanWords = Phrase(
        ru: "документ лежит ровно, видны все четыре угла, свет мягкий, каждое слово читается. "
            + "Карточку снимите с обеих сторон.",
        kk: "құжат тегіс жатыр, төрт бұрышы да көрінеді, жарық біркелкі, әр сөзі оқылады. "
            + "Карточканың екі жағын да түсіріңіз.",
        en: "the document lies flat, all four corners are in, the light is even, every word can be read. "
            + "Take both sides of a card.")
    package static let badScan = Phrase(ru: "Не так", kk: "Бұлай емес", en: "Not like this")
    package static let badScanCut = Phrase(ru: "угол срезан", kk: "бұрышы кесілген", en: "a corner is cut off")
    package static let badScanGlare = Phrase(ru: "блик", kk: "шағылысу", en: "glare")
    package static let badScanTilted = Phrase(ru: "под углом", kk: "қиғаш", en: "at an angle")
    package static let takePhoto = Phrase(ru: "Сфотографировать", kk: "Суретке түсіру", en: "Take a photo")
    package static let chooseFiles = Phrase(ru: "Выбрать файлы", kk: "Файлдарды таңдау", en: "Choose files")
    package static let chooseFile = Phrase(ru: "Выбрать файл", kk: "Файлды таңдау", en: "Choose a file")
    package static let orDropHere = Phrase(
        ru: "или перетащите их сюда", kk: "немесе осында сүйреп әкеліңіз", en: "or drop them here")
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
    package static let uploadPreparing = Phrase(
        ru: "Готовим к отправке…", kk: "Жіберуге дайындап жатырмыз…", en: "Getting it ready…")
    package static let uploadDone = Phrase(ru: "Отправлено", kk: "Жіберілді", en: "Sent")
    package static let uploadSessionEnded = Phrase(
        ru: "Сеанс закончился. Войдите в новой вкладке и вернитесь сюда: отправка продолжится.",
        kk: "Сеанс аяқталды. Жаңа қойындыда кіріп, осында оралыңыз: жіберу жалғасады.",
        en: "The session has ended. Sign in in a new tab and come back here: the sending goes on.")
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

    package static let hintTooDark = Phrase(
        ru: "Темно: снимите у окна или включите свет", kk: "Қараңғы: терезе жанында түсіріңіз не жарық қосыңыз",
        en: "Dark: take it by a window or switch on a light")
    package static let hintTooPale = Phrase(
        ru: "Бледно: слова едва видны", kk: "Бозғылт: сөздері әрең көрінеді", en: "Pale: the words can hardly be seen")
    package static let hintBlank = Phrase(ru: "Страница пустая", kk: "Бет бос", en: "The page is blank")
    package static let hintBlurred = Phrase(
        ru: "Нерезко: держите телефон неподвижно", kk: "Анық емес: телефонды қозғалтпай ұстаңыз",
        en: "Blurred: hold the phone still")
    package static let hintGlare = Phrase(
        ru: "Блик закрывает слова: уберите вспышку или лампу",
        kk: "Шағылысқан жарық сөздерді жауып тұр: жарқылды не шамды өшіріңіз",
        en: "Glare covers words: turn off the flash or the lamp")
    package static let hintCutEdge = Phrase(
        ru: "Край обрезан: весь документ должен быть в кадре", kk: "Шеті кесілген: құжат кадрға толық сыйсын",
        en: "An edge is cut off: the whole document must be in the picture")
    package static let hintTooSmall = Phrase(
        ru: "Мелко: снимите ближе", kk: "Ұсақ: жақынырақ түсіріңіз", en: "Small: take it from nearer")
    package static let hintCleaned = Phrase(
        ru: "Лишнее в файле не сохранено", kk: "Файлдағы артық дерек сақталмады", en: "Extras in the file were not kept"
    )
}
