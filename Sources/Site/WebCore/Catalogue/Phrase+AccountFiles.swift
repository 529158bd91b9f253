import Primitives

/// Why a file is not taken, and what to do about it.
extension Phrase {
    package static let fileEmpty = Phrase(
        ru: "Файл пустой. Выберите другой.", kk: "Файл бос. Басқасын таңдаңыз.",
        en: "The file is empty. Choose another.")
    package static let fileTooLarge = Phrase(
        ru: "Файл слишком большой. Сфотографируйте документ заново или сохраните PDF меньшего размера.",
        kk: "Файл тым үлкен. Құжатты қайта суретке түсіріңіз немесе кішірек PDF сақтаңыз.",
        en: "The file is too large. Photograph the document again or save a smaller PDF.")
    package static func fileTooLargeFor(_ most: Phrase) -> Phrase {
        Phrase(
            ru: "Файл больше \(most.ru). Сфотографируйте документ заново или сохраните файл меньшего размера.",
            kk: "Файл \(most.kk)-тан асады. Құжатты қайта суретке түсіріңіз немесе кішірек файл сақтаңыз.",
            en: "The file is larger than \(most.en). Photograph the document again or save a smaller file.")
    }
    package static let fileTypeNotTaken = Phrase(
        ru: "Такие файлы не принимаются. Пришлите фотографию (JPEG, PNG, HEIC) или PDF.",
        kk: "Мұндай файлдар қабылданбайды. Фотосурет (JPEG, PNG, HEIC) не PDF жіберіңіз.",
        en: "Files of this type are not taken. Send a photograph (JPEG, PNG, HEIC) or a PDF.")
    package static let fileIsArchive = Phrase(
        ru: "Это файл-архив. Распакуйте его и пришлите сами снимки.",
        kk: "Бұл – архив файлы. Ашып, суреттердің өзін жіберіңіз.",
        en: "This is an archive. Unpack it and send the pictures themselves.")
    package static let fileIsOffice = Phrase(
        ru: "Это документ редактора. Сохраните его как PDF.", kk: "Бұл редактор құжаты. Оны PDF етіп сақтаңыз.",
        en: "This is an office document. Save it as a PDF.")
    package static let fileEncrypted = Phrase(
        ru: "PDF защищён паролем. Сохраните его без пароля.", kk: "PDF құпиясөзбен қорғалған. Құпиясөзсіз сақтаңыз.",
        en: "The PDF asks for a password. Save it without one.")
    package static let fileDamaged = Phrase(
        ru: "Файл не читается: он повреждён или обрезан. Пришлите его ещё раз или сделайте новый снимок.",
        kk: "Файл оқылмайды: ол бүлінген не кесілген. Қайта жіберіңіз немесе жаңа сурет түсіріңіз.",
        en: "The file cannot be read: it is damaged or cut off. Send it again or take a new picture.")
    package static let fileTooManyPixels = Phrase(
        ru: "В снимке слишком много точек. Снимите с меньшим разрешением.",
        kk: "Суретте нүкте тым көп. Кішірек ажыратымдылықпен түсіріңіз.",
        en: "The picture has too many pixels. Take it at a lower resolution.")
    package static let fileTooManyPages = Phrase(
        ru: "Слишком много страниц. Пришлите только нужные.", kk: "Бет тым көп. Тек қажеттілерін жіберіңіз.",
        en: "Too many pages. Send only those that are needed.")
    package static let fileTooCostly = Phrase(
        ru: "Файл слишком сложный. Сохраните его как обычный PDF или снимок.",
        kk: "Файл тым күрделі. Оны қарапайым PDF не сурет етіп сақтаңыз.",
        en: "The file is too complicated. Save it as a plain PDF or a picture.")
    package static let sendFromBeginning = Phrase(
        ru: "Отправка не удалась. Выберите файл и отправьте его заново.",
        kk: "Жіберілмеді. Файлды таңдап, қайта жіберіңіз.",
        en: "It could not be sent. Choose the file and send it again.")
    package static let documentsClosed = Phrase(
        ru: "Сейчас документы не принимаются: регистрация уже у проверяющего.",
        kk: "Қазір құжаттар қабылданбайды: тіркелу тексерушіде.",
        en: "No documents are taken now: the registration is with the reviewer.")
    package static let documentNotAsked = Phrase(
        ru: "Такой документ политика не запрашивает.", kk: "Саясат мұндай құжатты сұрамайды.",
        en: "The policy does not ask for such a document.")
    package static func tooManyFiles(_ most: Int) -> Phrase {
        Phrase(
            ru: "Больше \(most) файлов отправить нельзя. Удалите лишний.",
            kk: "\(most) файлдан артық жіберуге болмайды. Артығын жойыңыз.",
            en: "No more than \(most) files can be sent. Delete one that is not needed.")
    }
    package static func tooMuchAltogether(_ most: Phrase) -> Phrase {
        Phrase(
            ru: "Вместе файлы больше \(most.ru). Удалите лишний или пришлите меньший.",
            kk: "Файлдардың жалпы көлемі \(most.kk)-тан асады. Артығын жойыңыз немесе кішірегін жіберіңіз.",
            en: "Together the files are larger than \(most.en). Delete one or send a smaller one.")
    }
    package static let sendAgain = Phrase(
        ru: "Файл ещё отправляется. Подождите немного и повторите.",
        kk: "Файл әлі жіберілуде. Сәл күтіп, қайталаңыз.",
        en: "The file is still being sent. Wait a little and try again.")
}
