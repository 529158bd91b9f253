import Foundation
import Primitives

/// Why no backup is made, or none restored.
enum BackupError: Error, CustomStringConvertible {
    case nothing(keys: String)
    case noRecipient
    /// The rows are at another schema than this programme: steps that they lack, and steps that it does not know.
    case otherSchema(missing: [String], unknown: [String])
    case hasRecipient(String)
    case noRecipientKey(String)
    case noTarget
    case isTerminal
    case busy
    case files(String)
    case noRecoveryKey(String)
    case noSets(String)
    case notEmpty(String)
    case ledgerKey(String)
    /// What was named as the newest ledger does not continue that of the backup.
    case otherLedger(String)
    /// So many withdrawals, blocks and the like are about somebody who cannot be found.
    case unmatched(Int)
    /// A checkpoint that was named is not one of this ledger.
    case otherCheckpoint(String)
    /// It was said that the ledger has not gone on since the backup, and this checkpoint shows that it has.
    case hasGoneOn(known: String, entries: Int)

    var description: String {
        switch self {
        case .nothing(let keys): "there is nothing to back up: \(keys) holds no keys"
        case .otherSchema(let missing, let unknown):
            unknown.isEmpty
                ? "the rows were left by an earlier programme (\(missing.joined(separator: ", ")) is still to be done): start "
                    + "this one's server once, which brings them up to date, or back up with the programme that served them"
                : "the rows were left by a newer programme (\(unknown.joined(separator: ", "))): back up with that one"
        case .noRecipient: "there is no recovery key yet: run `saqta backup init` once"
        case .hasRecipient(let recipient):
            "there is a recovery key already (\(recipient)); --replace takes another for the backups from now on"
        case .noRecipientKey(let text): "\(text) is not a recipient of age, such as age1…"
        case .noTarget: "say where to: --to FOLDER or SAQTA_BACKUP, or --pipe data, or --pipe keys"
        case .isTerminal: "a backup is not for a terminal: send it into a pipe or a file"
        case .busy: "another backup of this installation is being made"
        case .files(let what): what
        case .noRecoveryKey(let file): "\(file) holds no recovery key (AGE-SECRET-KEY-1…)"
        case .noSets(let folder): "\(folder) does not hold a data set and a key set of one installation"
        case .notEmpty(let path): "\(path) is not empty: a restore overwrites nothing"
        case .otherLedger(let name):
            "\(name) does not hold a sound ledger, signed with the key of the backup, that goes on where the backup ends"
        case .unmatched(let count):
            """
            \(count) withdrawals, blocks or other acts of the newest ledger are about persons who have no key here, and \
            cannot be done again: they registered after the keys were copied, or were erased since. Restore with a newer \
            key set if there is one; --leave-unmatched goes on without them. Nothing was put back.
            """
        case .otherCheckpoint(let file): "\(file) is not a checkpoint that this ledger's key has signed"
        case .hasGoneOn(let known, let entries):
            """
            --unchanged is not so: the ledger went on after this backup, as its checkpoint shows (\(known)), and the backup holds only \
            \(entries) entries. Name what is left of it with --newest (the data of the lost house, or the copy of its ledger); \
            only where nothing is left, --without-newest. Nothing was put back.
            """
        case .ledgerKey(let text): "\(text) is not the key of a ledger, name+hash+base64"
        }
    }

    /// What a call to the system failed with.
    static func failed(to verb: String, _ path: String) -> BackupError {
        .files("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }
}
