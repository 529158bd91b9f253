import Dispatch
import Foundation
import GRDB
import Storage

extension SQLiteDatabase {
    /// How often opening is tried while another process turns the same file to write-ahead logging.
    private static let tries = 100

    static func open(_ path: String, _ configuration: Configuration) throws(StorageError) -> DatabasePool {
        do {
            let pool = try pool(path, configuration)
            try pool.writeWithoutTransaction(syncAtEachCommit)
            return pool
        } catch {
            throw StorageError(sqlite: error)
        }
    }

    private static func pool(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
        var left = tries
        while true {
            do {
                return try DatabasePool(path: path, configuration: configuration)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && left > 0 {
                // SQLite does not call its busy handler while it changes the journal mode.
                left -= 1
                usleep(20_000)
            }
        }
    }

    /// GRDB turns `synchronous` to NORMAL when it opens a pool, after everything it lets us prepare; so it is set here, and read back.
    private static func syncAtEachCommit(_ writer: GRDB.Database) throws {
        try writer.execute(sql: "PRAGMA synchronous = FULL")
        guard try Int.fetchOne(writer, sql: "PRAGMA synchronous") == 2 else {
            throw StorageError.unavailable("SQLite does not sync at each commit")
        }
    }
}
