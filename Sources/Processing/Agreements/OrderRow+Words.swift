import Primitives

extension OrderRow.State {
    package var title: Phrase {
        switch self {
        case .placed: Phrase(ru: "оформлен", kk: "берілді", en: "placed")
        case .accepted: Phrase(ru: "принят", kk: "қабылданды", en: "accepted")
        case .inWork: Phrase(ru: "выполняется", kk: "орындалып жатыр", en: "in work")
        case .done: Phrase(ru: "выполнен", kk: "орындалды", en: "done")
        case .ended: Phrase(ru: "завершён", kk: "аяқталды", en: "ended")
        case .refused: Phrase(ru: "отказано", kk: "бас тартылды", en: "refused")
        case .withdrawn: Phrase(ru: "отозван", kk: "кері қайтарып алынды", en: "withdrawn")
        }
    }
}

extension OrderStep.Event {
    package var title: Phrase {
        switch self {
        case .placed: Phrase(ru: "Заказ оформлен", kk: "Тапсырыс берілді", en: "The order was placed")
        case .accepted: Phrase(ru: "Заказ принят", kk: "Тапсырыс қабылданды", en: "The order was accepted")
        case .inWork: Phrase(ru: "Работа началась", kk: "Жұмыс басталды", en: "Work has begun")
        case .done: Phrase(ru: "Услуга оказана", kk: "Қызмет көрсетілді", en: "The service was given")
        case .ended: Phrase(ru: "Услуга завершена", kk: "Қызмет аяқталды", en: "The service ended")
        case .refused: Phrase(ru: "В заказе отказано", kk: "Тапсырыстан бас тартылды", en: "The order was refused")
        case .withdrawn: Phrase(ru: "Заказ отозван", kk: "Тапсырыс кері қайтарып алынды", en: "The order was withdrawn")
        case .paid: Phrase(ru: "Отмечена оплата", kk: "Төлем белгіленді", en: "Marked as paid")
        }
    }
}

extension ServiceVersion.State {
    package var title: Phrase {
        switch self {
        case .prepared: Phrase(ru: "готовится", kk: "дайындалып жатыр", en: "being prepared")
        case .offered: Phrase(ru: "предлагается", kk: "ұсынылады", en: "offered")
        case .ended: Phrase(ru: "больше не предлагается", kk: "енді ұсынылмайды", en: "no longer offered")
        }
    }
}
