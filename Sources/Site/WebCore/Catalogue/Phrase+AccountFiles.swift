import Primitives

/// Why a file is not taken, and what to do about it.
extension Phrase {
    package static let fileEmpty = Phrase(
        ru: "Файл пустой. Выберите другой.", kk: "Файл бос. Басқасын таңдаңыз.",
        en: "The file is empty. Choose another.")
    package static let fileTooLarge = Phrase(
        ru: "Файл слишком большой. Сфотографируйте документ заново или сохраните PDF меньшего размера.",
        kk: "Файл тым үлкен. Құжатты қайта суретке түсіріңіз немесе PDF-ті кішірейтіп сақтаңыз.",
        en: "The file is too large. Photograph the document again or save a smaller PDF.")
    package static func fileTooLargeFor(_ most: Phrase) -> Phrase {
        Phrase(
            ru: "Файл больше \(most.ru). Сфотографируйте документ заново или сохраните файл меньшего размера.",
            kk: "Файл \(most.kk)\u{2011}тан асады. Құжатты қайта суретке түсіріңіз немесе файлды кішірейтіп сақтаңыз.",
            en: "The file is larger than \(most.en). Photograph the document again or save a smaller file.")
    }
    package static let fileTypeNotTaken = Phrase(
        ru: "Такие файлы не принимаются. Пришлите фотографию (JPEG, PNG, HEIC) или PDF.",
        kk: "Мұндай файлдар қабылданбайды. Фотосурет (JPEG, PNG, HEIC) не PDF жіберіңіз.",
        en: "Files of this type are not taken. Send a photograph (JPEG, PNG, HEIC) or a PDF.")
    package static let fileIsArchive = Phrase(
        ru: "Это архив. Распакуйте его и пришлите сами снимки.",
        kk: "Бұл – архив. Оны ашып, суреттердің өзін жіберіңіз.",
        en: "This is an archive. Unpack it and send the pictures themselves.")
    package static let fileIsOffice = Phrase(
        ru: "Это файл офисной программы. Сохраните его как PDF.",
        kk: "Бұл – кеңсе бағдарламасының файлы. Оны PDF етіп сақтаңыз.",
        en: "This is a file of an office programme. Save it as a PDF.")
    package static let fileEncrypted = Phrase(
        ru: "PDF защищён паролем. Сохраните его без пароля.",
        kk: "PDF құпиясөзбен қорғалған. Оны құпиясөзсіз сақтаңыз.",
        en: "The PDF asks for a password. Save it without one.")
    package static let fileDamaged = Phrase(
        ru: "Файл не читается: он повреждён или неполный. Пришлите его ещё раз или сделайте новый снимок.",
        kk: "Файл оқылмайды: ол бүлінген не толық емес. Қайта жіберіңіз немесе жаңа сурет түсіріңіз.",
        en: "The file cannot be read: it is damaged or incomplete. Send it again or take a new picture.")
    package static let fileTooManyPixels = Phrase(
        ru: "В снимке слишком много точек. Снимите с меньшим разрешением.",
        kk: "Суретте нүкте тым көп. Төменірек ажыратымдылықпен түсіріңіз.",
        en: "The picture has too many pixels. Take it at a lower resolution.")
    package static let fileTooManyPages = Phrase(
        ru: "Слишком много страниц. Пришлите только нужные.", kk: "Бет тым көп. Тек қажеттілерін жіберіңіз.",
        en: "Too many pages. Send only those that are needed.")
    package static let fileTooCostly = Phrase(
        ru: "Файл слишком сложный. Сохраните его как обычный PDF или снимок.",
        kk: "Файл тым күрделі. Оны қарапайым PDF не сурет етіп сақтаңыз.",
        en: "The file is too complicated. Save it as a plain PDF or a picture.")
    package static let sendFromBeginning = Phrase(
        ru: "Файл не отправлен. Выберите его и отправьте заново.",
        kk: "Файл жіберілмеді. Оны таңдап, қайта жіберіңіз.",
        en: "The file was not sent. Choose it and send it again.")
    package static let documentsClosed = Phrase(
        ru: "Сейчас документы не принимаются: регистрация уже у проверяющего.",
        kk: "Қазір құжаттар қабылданбайды: тіркелу тексерушіде.",
        en: "No documents are taken now: the registration is with the reviewer.")
    package static let documentNotAsked = Phrase(
        ru: "Политика не запрашивает такого документа. Пришлите тот, что назван на странице.",
        kk: "Саясат мұндай құжатты сұрамайды. Бетте аталған құжатты жіберіңіз.",
        en: "The policy does not ask for such a document. Send one that the page names.")
    package static func tooManyFiles(_ most: Int) -> Phrase {
        let files = count(most, ru: ("файла", "файлов", "файлов"), kk: "файлдан", en: ("file", "files"))
        return Phrase(
            ru: "Больше \(files.ru) отправить нельзя. Удалите лишний.",
            kk: "\(files.kk) артық жіберуге болмайды. Артығын жойыңыз.",
            en: "No more than \(files.en) can be sent. Delete one that is not needed.")
    }
    package static func tooMuchAltogether(_ most: Phrase) -> Phrase {
        Phrase(
            ru: "Все файлы вместе больше \(most.ru). Удалите лишний или пришлите файл поменьше.",
            kk: "Файлдардың жалпы көлемі \(most.kk)\u{2011}тан асады. Артығын жойыңыз немесе кішірек файл жіберіңіз.",
            en: "Together the files are larger than \(most.en). Delete one or send a smaller one.")
    }
    package static let sendAgain = Phrase(
        ru: "Файл ещё отправляется. Подождите немного и повторите.",
        kk: "Файл әлі жіберіліп жатыр. Сәл күтіп, қайталаңыз.",
        en: "The file is still being sent. Wait a little and try again.")
}
