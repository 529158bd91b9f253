import Backups
import Foundation
import Primitives

/// Where a backup is restored to: everything is written aside, and put in its place when all of it is right.
final class RestoreFolder {
    let path: String
    let work: String
    private let lock: DataLock
    private var isDone = false

    /// - Throws: ``BackupError/notEmpty(_:)`` when there are data or keys; ``StartError/inUse(_:process:)`` when a server
    ///   holds the place, even one whose folder was moved away under it.
    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        lock = try DataLock("\(path)/data")
        work = "\(path)/.saqta-restoring"
        for name in ["data", "keys", ".saqta-restoring"] where try !Self.isEmpty("\(path)/\(name)") {
            throw BackupError.notEmpty("\(path)/\(name)")
        }
        Leftovers.add(work)
        for folder in ["", "/data", "/keys"] {
            try FileManager.default.createDirectory(
                atPath: work + folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    deinit {
        if !isDone { Removal.remove(work) }
        Leftovers.drop(work)
    }

    /// A new file below the folder, under its place in a set.
    func file(_ place: String) throws -> DurableFile {
        let file = "\(work)/\(place)"
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        return try DurableFile(file, temporary: file + ".part", isSynced: false)
    }

    /// Takes a file out again; one that is not there is no error.
    func remove(_ place: String) throws {
        guard unlink("\(work)/\(place)") == 0 || errno == ENOENT else {
            throw BackupError.failed(to: "remove", "\(work)/\(place)")
        }
    }

    /// Puts rows and keys into the databases of a server instead, both or neither.
    ///
    /// - Throws: ``FullDatabase``, and nothing is changed then.
    func moveDatabases(into servers: Settings.Databases.Postgres, at now: Instant) throws {
        _ = try servers.fill(from: { "\(work)/data/\($0.file)" }, at: now)
        for kind in DatabaseKind.allCases { try remove("data/\(kind.file)") }
    }

    /// Puts everything in its place.
    ///
    /// - Returns: policy files of the backup that differ from those that are there already, which stay.
    func finish() throws -> [String] {
        let different = try differentPolicies()
        try makeDurable()
        var names = ["data", "keys"]
        if try Self.isEmpty("\(path)/policies") { names.append("policies") }
        // From here on what is whole stays where it is, even if only a part of it can be moved.
        isDone = true
        Leftovers.drop(work)
        for name in names where FileManager.default.fileExists(atPath: "\(work)/\(name)") {
            guard rmdir("\(path)/\(name)") == 0 || errno == ENOENT else {
                throw BackupError.failed(to: "replace", "\(path)/\(name)")
            }
            guard rename("\(work)/\(name)", "\(path)/\(name)") == 0 else {
                throw BackupError.failed(to: "rename", "\(work)/\(name)")
            }
        }
        try FileManager.default.removeItem(atPath: work)
        try DurableFile.flush(folder: path)
        return different
    }

    /// Makes all files durable at once, which takes a fraction of the time; then asks for each whether it failed.
    private func makeDurable() throws {
        sync()
        for name in try FileManager.default.subpathsOfDirectory(atPath: work) {
            let file = "\(work)/\(name)"
            let descriptor = open(file, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw BackupError.failed(to: "open", file) }
            defer { close(descriptor) }
            guard fsync(descriptor) == 0 else { throw BackupError.failed(to: "make durable", file) }
        }
    }

    private func differentPolicies() throws -> [String] {
        let restored = "\(work)/policies"
        guard try !Self.isEmpty("\(path)/policies"), FileManager.default.fileExists(atPath: restored) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: restored).sorted().filter { name in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(restored)/\(name)", isDirectory: &isFolder),
                !isFolder.boolValue
            else { return false }
            return !FileManager.default.contentsEqual(
                atPath: "\(restored)/\(name)", andPath: "\(path)/policies/\(name)")
        }
    }

    private static func isEmpty(_ path: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return true }
        return try FileManager.default.contentsOfDirectory(atPath: path).isEmpty
    }
}
