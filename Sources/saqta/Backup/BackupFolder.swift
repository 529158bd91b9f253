import Age
import Backups
import Foundation
import Primitives

/// A folder of backups.
struct BackupFolder {
    let path: String

    /// Makes the folder when it is missing, for its owner alone.
    init(_ path: String) throws {
        self.path = path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// A folder that is only looked at.
    init(reading path: String) { self.path = path }

    /// The sets in it, the oldest first.
    func names() throws -> [BackupName] {
        try FileManager.default.contentsOfDirectory(atPath: path).compactMap { BackupName($0) }
            .sorted { $0.made < $1.made }
    }

    func file(_ name: BackupName) -> String { "\(path)/\(name)" }

    /// Writes a sealed set that is there whole and durable, or not at all.
    func write(
        _ name: BackupName, to recipient: String, _ body: (AgeSealing) async throws -> Void
    ) async throws {
        guard !FileManager.default.fileExists(atPath: file(name)) else {
            throw BackupError.files("\(file(name)) is there already")
        }
        let file = try DurableFile(file(name), temporary: "\(path)/.\(name).part")
        let sealing = try AgeSealing(to: recipient, into: file.descriptor)
        try await body(sealing)
        try sealing.finish()
        try file.finish()
    }

    /// Deletes what an earlier run of this installation left when it was killed.
    func removeUnfinished(instance: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path)
        where name.hasPrefix(".") && name.hasSuffix(".age.part") {
            guard BackupName(String(name.dropFirst().dropLast(5)))?.instance == String(instance.prefix(8)) else {
                continue
            }
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// Deletes the sets whose time is over. - Returns: their names.
    func prune(_ keeping: BackupKeeping, instance: String, at now: Instant) throws -> [BackupName] {
        let ended = keeping.ended(try names(), instance: instance, at: now)
        for name in ended {
            guard unlink(file(name)) == 0 || errno == ENOENT else {
                throw BackupError.failed(to: "delete", file(name))
            }
        }
        if !ended.isEmpty { try DurableFile.flush(folder: path) }
        return ended
    }
}
