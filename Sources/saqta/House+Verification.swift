import Consents
import Primitives
import Public

extension VerificationView {
    /// What the check of a receipt found, in words.
    init(_ finding: Receipt.Finding) {
        let proven = Phrase(
            ru: "Запись есть в журнале, контрольная точка подписана его ключом.",
            kk: "Жазба журналда бар, бақылау нүктесіне журнал кілтімен қол қойылған.",
            en: "The entry is in the ledger, and the checkpoint is signed with its key.")
        let content = Phrase(
            ru: "Содержание расписки то же, что и в записи.", kk: "Қолхаттың мазмұны жазбадағымен бірдей.",
            en: "The content of the receipt is the same as in the entry.")
        let texts = Phrase(
            ru: "Показанные тексты не изменены.", kk: "Көрсетілген мәтіндер өзгертілмеген.",
            en: "The texts that were shown are unchanged.")
        let person = Phrase(
            ru: "Запись сделана об этом человеке.", kk: "Жазба осы адам туралы жасалған.",
            en: "The entry is about this person.")
        switch finding {
        case .unreadable: self.init(.unreadable, findings: [])
        case .genuine:
            self.init(
                .verified,
                findings: [content, texts, person, proven].map { Finding(isGood: true, $0) })
        case .contentChanged, .textChanged, .otherPerson, .notProven:
            self.init(.refused, findings: [Finding(isGood: false, Self.failure(finding))])
        }
    }

    private static func failure(_ finding: Receipt.Finding) -> Phrase {
        switch finding {
        case .contentChanged:
            Phrase(
                ru: "Содержание расписки не то, что в записи.", kk: "Қолхаттың мазмұны жазбадағыдан өзгеше.",
                en: "The content of the receipt is not the one in the entry.")
        case .textChanged:
            Phrase(
                ru: "Показанные тексты изменены.", kk: "Көрсетілген мәтіндер өзгертілген.",
                en: "The texts that were shown have been changed.")
        case .otherPerson:
            Phrase(
                ru: "Запись сделана не об этом человеке.", kk: "Жазба бұл адам туралы емес.",
                en: "The entry is not about this person.")
        case .notProven, .genuine, .unreadable:
            Phrase(
                ru: "Записи нет в журнале, или контрольная точка подписана другим ключом.",
                kk: "Жазба журналда жоқ немесе бақылау нүктесіне басқа кілтпен қол қойылған.",
                en: "The entry is not in the ledger, or the checkpoint is signed with another key.")
        }
    }
}
