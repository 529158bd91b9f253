import Primitives

/// What an engine may answer instead of rows.
package enum StorageError: Error, Hashable, Sendable {
    /// A row with this key is there already, or a row is missing that another needs.
    case constraint(String)
    /// The engine cannot be reached or did not answer in time; nothing was done.
    case unavailable(String)
    /// The commit was sent and its answer was lost: look the identifier up before doing it again.
    case unknownOutcome
    /// There is no room left on the disk; nothing was done.
    case full
    /// A transaction must be run again: the engine put another one first.
    case serialisation
    /// Data or a statement are not what the code expects.
    case unexpected(String)
}

extension StorageError: Refusal {
    package var kind: RefusalKind { .unavailable }
}
