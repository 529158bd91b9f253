import Ledger
import Primitives
import Retention

/// What a check of a file found, for people.
extension ProvenFile {
    /// What holds when everything does.
    var held: [Phrase] {
        let proven = Phrase(
            ru: "Запись есть в журнале, контрольная точка подписана его ключом.",
            kk: "Жазба журналда бар, бақылау нүктесіне журнал кілтімен қол қойылған.",
            en: "The entry is in the ledger, and the checkpoint is signed with its key.")
        switch self {
        case .receipt:
            return [
                Phrase(
                    ru: "Содержание расписки то же, что и в записи.", kk: "Қолхаттың мазмұны жазбадағымен бірдей.",
                    en: "The content of the receipt is the same as in the entry."),
                Phrase(
                    ru: "Показанные тексты не изменены.", kk: "Көрсетілген мәтіндер өзгертілмеген.",
                    en: "The texts that were shown are unchanged."),
                Phrase(
                    ru: "Запись сделана об этом человеке.", kk: "Жазба осы адам туралы жасалған.",
                    en: "The entry is about this person."),
                proven,
            ]
        case .certificate:
            return [
                Phrase(
                    ru: "Содержание свидетельства то же, что и в записи.", kk: "Куәліктің мазмұны жазбадағымен бірдей.",
                    en: "The content of the certificate is the same as in the entry."),
                Phrase(
                    ru: "Запись сделана об этой редакции и её контрольной сумме.",
                    kk: "Жазба осы редакция мен оның бақылау сомасы туралы жасалған.",
                    en: "The entry is about this edition and its checksum."),
                Phrase(
                    ru: "Кто опубликовал, сказано так же, как в записи.",
                    kk: "Кім жариялағаны жазбадағыдай айтылған.",
                    en: "Who published is told as in the entry."),
                proven,
            ]
        case .erasure(let certificate):
            let erasure = Phrase(
                ru: "Запись говорит об уничтожении под этой меткой и в это время.",
                kk: "Жазба осы белгімен және осы уақытта жойылғанын айтады.",
                en: "The entry tells of an erasure under this mark and at this time.")
            let final = Phrase(
                ru: "Вторая запись подтверждает, что уничтожение окончательно.",
                kk: "Екінші жазба жоюдың түпкілікті екенін растайды.",
                en: "A second entry confirms that the erasure is final.")
            return [erasure] + (certificate.finality == nil ? [] : [final]) + [proven]
        case .void:
            return [
                Phrase(
                    ru: "Содержание свидетельства то же, что и в записи.", kk: "Куәліктің мазмұны жазбадағымен бірдей.",
                    en: "The content of the certificate is the same as in the entry."),
                Phrase(
                    ru: "Запись сделана об этом пункте этой редакции.", kk: "Жазба осы редакцияның осы тармағы туралы.",
                    en: "The entry is about this clause of this edition."),
                proven,
            ]
        }
    }

    /// What does not hold.
    func fault(_ finding: ProofFinding) -> Phrase {
        switch (finding, self) {
        case (.otherEdition, .void):
            Phrase(
                ru: "Пункт, редакция или день не те, что в записи.",
                kk: "Тармақ, редакция немесе күн жазбадағыдан өзгеше.",
                en: "Clause, edition or day are not those in the entry.")
        case (.contentChanged, .certificate), (.contentChanged, .erasure), (.contentChanged, .void):
            Phrase(
                ru: "Содержание свидетельства не то, что в записи.", kk: "Куәліктің мазмұны жазбадағыдан өзгеше.",
                en: "The content of the certificate is not the one in the entry.")
        case (.contentChanged, .receipt):
            Phrase(
                ru: "Содержание расписки не то, что в записи.", kk: "Қолхаттың мазмұны жазбадағыдан өзгеше.",
                en: "The content of the receipt is not the one in the entry.")
        case (.textChanged, _):
            Phrase(
                ru: "Показанные тексты изменены.", kk: "Көрсетілген мәтіндер өзгертілген.",
                en: "The texts that were shown have been changed.")
        case (.otherPerson, .erasure):
            Phrase(
                ru: "Запись сделана не об этом уничтожении.", kk: "Жазба осы жою туралы емес.",
                en: "The entry is not about this erasure.")
        case (.otherPerson, _):
            Phrase(
                ru: "Запись сделана не об этом человеке.", kk: "Жазба бұл адам туралы емес.",
                en: "The entry is not about this person.")
        case (.otherEdition, _):
            Phrase(
                ru: "Номер редакции или её контрольная сумма не те, что в записи.",
                kk: "Редакцияның нөмірі немесе бақылау сомасы жазбадағыдан өзгеше.",
                en: "The edition’s number or checksum is not the one in the entry.")
        case (.otherManner, _):
            Phrase(
                ru: "Кто опубликовал редакцию, в записи сказано иначе.",
                kk: "Редакцияны кім жариялағаны жазбада басқаша айтылған.",
                en: "The entry says otherwise who published the edition.")
        case (.notProven, _), (.genuine, _), (.unreadable, _):
            Phrase(
                ru: "Записи нет в журнале, или контрольная точка подписана другим ключом.",
                kk: "Жазба журналда жоқ немесе бақылау нүктесіне басқа кілтпен қол қойылған.",
                en: "The entry is not in the ledger, or the checkpoint is signed with another key.")
        }
    }
}
