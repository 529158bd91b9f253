import Ledger

extension Sequencer.Standing {
    /// For the operator.
    var told: String {
        switch self {
        case .sound(let entries): "the ledger holds \(entries) entries and continues what was signed"
        case .older(let entries, let signed):
            "the database holds \(entries) entries, and \(signed.size) were signed: it was put back from before"
        case .contradicted(let signed):
            "the tree does not begin with the tree of \(signed.size) entries that was signed"
        case .damaged: "its tiles, its last entries or its checkpoint in the database were changed"
        case .otherLog(let name): "checkpoint file and database are of different logs, one of them \(name)"
        }
    }
}
