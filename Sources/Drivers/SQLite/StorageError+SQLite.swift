import GRDB
import Storage

extension StorageError {
    /// What an error of SQLite means to the caller. Its text names tables and columns, never values.
    init(sqlite error: any Error) {
        guard let error = error as? DatabaseError else {
            self = error as? StorageError ?? .unexpected("SQLite: \(type(of: error))")
            return
        }
        let text = "\(error.message ?? "no message") (SQLite \(error.extendedResultCode.rawValue))"
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self = .constraint(text)
        case .SQLITE_FULL: self = .full
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_INTERRUPT,
            .SQLITE_ABORT:
            self = .unavailable(text)
        default: self = .unexpected(text)
        }
    }
}
