import Primitives

/// Words about files in threads of messages.
extension Phrase {
    package static let threadFilesTitle = Phrase(ru: "Приложить файлы", kk: "Файл тіркеу", en: "Attach files")
    package static let threadFilesLead = Phrase(
        ru: "Файл шифруется, как и документы; оператор увидит изображения страниц.",
        kk: "Файл құжаттар сияқты шифрланады; оператор беттердің суреттерін көреді.",
        en: "A file is sealed as documents are; the operator sees pictures of its pages.")
    package static let threadFileYou = Phrase(
        ru: "Вы прислали файл", kk: "Сіз файл жібердіңіз", en: "You sent a file")
    package static let threadFileOperator = Phrase(
        ru: "Оператор прислал файл", kk: "Оператор файл жіберді", en: "The operator sent a file")
    package static let threadFileTake = Phrase(ru: "Скачать файл", kk: "Файлды жүктеп алу", en: "Download the file")
    package static let fileWord = Phrase(ru: "Файл", kk: "Файл", en: "File")
    package static let threadTakesNoFiles = Phrase(
        ru: "Эта переписка закрыта. Напишите сообщение: она откроется снова, и файл можно будет отправить.",
        kk: "Бұл хат алмасу жабық. Хабарлама жазыңыз – ол қайта ашылады, сонда файл жіберуге болады.",
        en: "This thread is closed. Write a message: it opens again, and the file can be sent.")

    package static let officeFileFromPerson = Phrase(
        ru: "Файл от человека", kk: "Адамнан келген файл", en: "A file from the person")
    package static let officeFileFromUs = Phrase(
        ru: "Файл от оператора", kk: "Оператордан кеткен файл", en: "A file from the operator")
    package static let officeFileSend = Phrase(ru: "Отправить файл", kk: "Файл жіберу", en: "Send a file")
    package static let officeFileLead = Phrase(
        ru: "Фото или PDF. Человек получит его в этой переписке; письмо скажет только, что его ждёт сообщение.",
        kk: "Фото не PDF. Адам оны осы хат алмасуда алады; хатта тек хабарлама күтіп тұрғаны айтылады.",
        en: "A photograph or PDF. The person gets it in this thread; the e-mail says only that a message waits.")
    package static let officeFileSent = Phrase(ru: "Файл отправлен", kk: "Файл жіберілді", en: "The file is sent")
    package static let officeFileRefused = Phrase(
        ru: "Файл не принят: его нельзя прочитать", kk: "Файл қабылданбады: оны оқу мүмкін емес",
        en: "The file was not taken: it cannot be read")
    package static let officeFileBeingRead = Phrase(
        ru: "Страницы ещё готовятся. Откройте переписку снова через минуту.",
        kk: "Беттер әлі дайындалып жатыр. Хат алмасуды бір минуттан кейін қайта ашыңыз.",
        en: "The pages are still being made. Open the thread again in a minute.")

    package static let didSendFile = Phrase(
        ru: "Вы прислали файл в переписку", kk: "Сіз хат алмасуда файл жібердіңіз", en: "You sent a file in a thread")
    package static func staffPutInFile(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "приложил к переписке файл из вашего письма", kk: "хат алмасуға хатыңыздағы файлды қосты",
                en: "put a file from your letter into the thread"))
    }
    package static func staffSentFile(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "прислал вам файл в переписку", kk: "сізге хат алмасуда файл жіберді",
                en: "sent you a file in a thread"))
    }
}
