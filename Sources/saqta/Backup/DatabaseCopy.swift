import Backups
import Foundation
import Primitives
import SQLite
import Storage

/// The copy of a database as a file of SQLite, which goes when nobody holds it any more.
final class DatabaseCopy {
    let path: String
    let length: Int

    /// - Parameter make: makes the file.
    init(at path: String, _ make: () throws -> Void) throws {
        self.path = path
        length = try Self.make(at: path, make)
    }

    deinit {
        for file in Self.files(path) {
            unlink(file)
            Leftovers.drop(file)
        }
    }

    /// The copy, and the journal that SQLite has beside it while it is made.
    private static func files(_ path: String) -> [String] { [path, path + "-journal"] }

    private static func make(at path: String, _ make: () throws -> Void) throws -> Int {
        for file in files(path) {
            Leftovers.add(file)
            // A backup that was killed may have left one.
            guard unlink(file) == 0 || errno == ENOENT else { throw BackupError.failed(to: "remove", file) }
        }
        do {
            try make()
            var status = stat()
            guard stat(path, &status) == 0 else { throw BackupError.failed(to: "look at", path) }
            return Int(status.st_size)
        } catch {
            for file in files(path) { unlink(file) }
            guard error as? StorageError == .full else { throw error }
            throw BackupError.files("there is no room for a copy of a database at \(path)")
        }
    }

    func opened() throws -> SQLiteFile { try SQLiteFile(path: path) }

    func add(to writer: inout SetWriter, as name: String) async throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BackupError.failed(to: "open", path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let digest = try await writer.add(name, length: length) { range in
            try file.seek(toOffset: UInt64(range.lowerBound))
            return Bytes(try file.read(upToCount: range.count) ?? Data())
        }
        guard digest != nil else { throw BackupError.files("cannot read \(path)") }
    }
}
