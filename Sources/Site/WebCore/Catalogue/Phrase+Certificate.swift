import Policy
import Primitives

/// Words of the certificate of a publication.
extension Phrase {
    package static let certificateTitle = Phrase(
        ru: "Свидетельство о публикации", kk: "Жариялау туралы куәлік", en: "Certificate of publication")
    package static let certificateLink = Phrase(ru: "Свидетельство", kk: "Куәлік", en: "Certificate")
    package static let downloadCertificate = Phrase(
        ru: "Скачать свидетельство", kk: "Куәлікті жүктеп алу", en: "Download the certificate")
    package static let proposedBy = Phrase(ru: "Кто предложил", kk: "Кім ұсынды", en: "Proposed by")
    package static let publishedBy = Phrase(ru: "Кто опубликовал", kk: "Кім жариялады", en: "Published by")
    package static let byNobody = Phrase(ru: "никто не предлагал", kk: "ешкім ұсынған жоқ", en: "nobody proposed it")
    package static let byServer = Phrase(
        ru: "сервер сам, без участия человека", kk: "сервердің өзі, адамның қатысуынсыз",
        en: "the server by itself, no person")
    package static let waitKept = Phrase(
        ru: "Ожидание между ними", kk: "Екеуінің арасындағы күту", en: "Wait between the two")
    package static let certifiedLater = Phrase(
        ru: "Засвидетельствовано позднее", kk: "Кейінірек куәландырылды", en: "Certified later")

    /// How long one person had to wait between the two halves, and did.
    package static func waits(_ wait: CertificateContent.SingleHanded) -> Phrase {
        guard let kept = wait.keptSeconds.map(waited) else {
            return Phrase(ru: "неизвестно", kk: "белгісіз", en: "not known")
        }
        guard let asked = wait.waitSeconds.map({ term(.seconds($0)) }) else { return kept }
        return Phrase(
            ru: "требовалось: \(asked.ru), выдержано: \(kept.ru)",
            kk: "талап етілгені: \(asked.kk), күтілгені: \(kept.kk)",
            en: "asked: \(asked.en), kept: \(kept.en)")
    }

    /// In whole hours from two hours on, in whole minutes from two minutes on.
    private static func waited(_ seconds: Int) -> Phrase {
        let unit = seconds >= 7_200 ? 3_600 : seconds >= 120 ? 60 : 1
        return term(.seconds(seconds / unit * unit))
    }

    package static let checksumsTitle = Phrase(ru: "Контрольные суммы", kk: "Бақылау сомалары", en: "Checksums")
    package static let checksumsLead = Phrase(
        ru: "SHA\u{2011}256 файлов, которые можно скачать здесь. Посчитайте её сами, например программой sha256sum.",
        kk:
            "Осы жерден жүктеп алуға болатын файлдардың SHA\u{2011}256 сомасы. Оны өзіңіз есептеңіз, мысалы, sha256sum бағдарламасымен.",
        en: "SHA\u{2011}256 of the files that can be downloaded here. Compute it yourself, for instance with sha256sum."
    )
    package static let canonicalForm = Phrase(
        ru: "Политика целиком, каноническая форма", kk: "Саясат толығымен, канондық түрі",
        en: "The whole policy, canonical form")
    package static func textIn(_ language: Language) -> Phrase {
        switch language {
        case .ru: Phrase(ru: "Текст на русском языке", kk: "Орыс тіліндегі мәтін", en: "Text in Russian")
        case .kk: Phrase(ru: "Текст на казахском языке", kk: "Қазақ тіліндегі мәтін", en: "Text in Kazakh")
        case .en: Phrase(ru: "Текст на английском языке", kk: "Ағылшын тіліндегі мәтін", en: "Text in English")
        }
    }
    package static let downloadText = Phrase(ru: "Скачать файл", kk: "Файлды жүктеп алу", en: "Download the file")
    package static let certificateProofLead = Phrase(
        ru:
            "Запись о публикации есть в журнале, который нельзя незаметно изменить. Файл свидетельства можно проверить без нас.",
        kk:
            "Жариялау туралы жазба білдірмей өзгертуге болмайтын журналда тұр. Куәлік файлын бізсіз де тексеруге болады.",
        en:
            "The entry of the publication stands in a ledger that cannot be changed unseen. The certificate’s file can be checked without us."
    )
    package static let howToVerifyCertificate = Phrase(
        ru: "Как проверить свидетельство", kk: "Куәлікті қалай тексеруге болады", en: "How to check a certificate")
}
