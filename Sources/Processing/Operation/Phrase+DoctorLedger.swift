import Primitives

/// What an examination says of the copy of the ledger outside the database.
extension Phrase {
    static let doctorNoLedgerCopy = Phrase(
        ru: "Журнал не копируется за пределы базы: между резервными копиями он есть только здесь.",
        kk: "Журнал дерекқордан тыс жерге көшірілмейді: екі резервтік көшірме аралығында ол тек осында бар.",
        en: "The ledger is not copied outside the database: between two backups it is nowhere but here.")
    static let doctorSetLedgerCopy = Phrase(
        ru: "Задайте SAQTA_LEDGER_COPY: папку на другом диске. Персональных данных в копии нет.",
        kk: "SAQTA_LEDGER_COPY мәнін орнатыңыз: басқа дискідегі қалта. Көшірмеде дербес деректер жоқ.",
        en: "Set SAQTA_LEDGER_COPY to a folder on another disk. Nothing in the copy is personal.")

    static func doctorLedgerCopy(_ folder: String) -> Phrase {
        Phrase(
            ru: "Журнал постоянно копируется в \(folder).", kk: "Журнал \(folder) ішіне үздіксіз көшіріліп тұрады.",
            en: "The ledger is copied to \(folder) all the time.")
    }

    static func doctorLedgerCopyLacks(_ folder: String, _ lacks: Int) -> Phrase {
        Phrase(
            ru: "Копия журнала в \(folder) отстаёт; недостающих записей: \(lacks).",
            kk: "\(folder) ішіндегі журнал көшірмесі артта қалды; жетіспейтін жазба саны: \(lacks).",
            en: "The copy of the ledger in \(folder) lags behind; entries it lacks: \(lacks).")
    }

    static func doctorLedgerCopyUnfit(_ folder: String) -> Phrase {
        Phrase(
            ru: "Копию журнала в \(folder) нельзя прочитать, или она принадлежит другому журналу.",
            kk: "\(folder) ішіндегі журнал көшірмесі оқылмайды немесе басқа журналдікі.",
            en: "The copy of the ledger in \(folder) cannot be read, or is of another ledger.")
    }

    static let doctorMendLedgerCopy = Phrase(
        ru: "Проверьте, что сервер работает и может писать в эту папку и что в ней копия этого журнала.",
        kk:
            "Сервер жұмыс істеп тұрғанын, осы қалтаға жаза алатынын және онда осы журналдың көшірмесі екенін тексеріңіз.",
        en: "See that the server runs, can write to that folder, and that what lies there is a copy of this ledger.")
}
