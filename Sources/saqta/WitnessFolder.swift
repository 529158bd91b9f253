import Foundation
import Ledger
import Primitives
import Serving

/// The folder of a witness: its key, what it signed last, and a lock that one process holds.
final class WitnessFolder: Sendable {
    let path: String
    let signer: WitnessSigner
    private let lock: Int32

    /// - Parameter name: of the witness; needed where the folder is new, and then it is the one of its file.
    /// - Throws: ``SettingProblem``.
    init(_ path: String, name: String?) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let lock = open("\(path)/lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw SettingProblem("\(path)/lock cannot be opened.") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw SettingProblem("\(path) is in use by another witness.")
        }
        self.lock = lock
        self.path = path
        do {
            signer = try Self.signer("\(path)/witness.key", name)
        } catch {
            close(lock)
            throw error
        }
    }

    deinit { close(lock) }

    /// The file holds the name and the seed in hexadecimal, a line each.
    private static func signer(_ file: String, _ name: String?) throws -> WitnessSigner {
        if FileManager.default.fileExists(atPath: file) {
            let lines = String(decoding: try SecretFile.read(file), as: UTF8.self).split(separator: "\n")
                .map(String.init)
            guard lines.count == 2, let seed = Bytes(hex: lines[1]),
                let signer = try? WitnessSigner(name: lines[0], seed: seed)
            else { throw SettingProblem("\(file) is no key of a witness.") }
            guard name == nil || name == lines[0] else {
                throw SettingProblem("This witness is called \(lines[0]). Another one needs a folder of its own.")
            }
            return signer
        }
        guard let name else {
            throw SettingProblem("Give the witness a name the first time: --name witness.example/w1.")
        }
        let seed = Randomness.system.bytes(32)
        guard let signer = try? WitnessSigner(name: name, seed: seed) else {
            throw SettingProblem("A witness's name has no spaces and no plus.")
        }
        try DurableFile.replace(file, with: Bytes("\(name)\n\(seed.hex)\n".utf8))
        return signer
    }
}
