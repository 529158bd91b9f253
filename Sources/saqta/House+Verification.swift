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
        case .contentChanged: self.init(.refused, findings: [Finding(isGood: false, content)])
        case .textChanged: self.init(.refused, findings: [Finding(isGood: false, texts)])
        case .otherPerson: self.init(.refused, findings: [Finding(isGood: false, person)])
        case .notProven: self.init(.refused, findings: [Finding(isGood: false, proven)])
        }
    }
}
