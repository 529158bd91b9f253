import Age
import Foundation
import Primitives

/// The operator's recovery key, read from a file or typed in from paper.
enum RecoveryKey {
    /// - Parameter file: `-` for standard input; at a terminal what is typed is not shown.
    static func read(_ file: String) throws -> AgeIdentity {
        let octets = file == "-" ? try typed() : FileManager.default.contents(atPath: file).map { Bytes($0) }
        guard let octets else { throw BackupError.failed(to: "read", file) }
        guard let identity = AgeIdentity(file: octets) else {
            throw BackupError.noRecoveryKey(file == "-" ? "standard input" : file)
        }
        return identity
    }

    private static func typed() throws -> Bytes {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else {
            return Bytes(try FileHandle.standardInput.readToEnd() ?? Data())
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        FileHandle.standardError.write(Data("Recovery key (AGE-SECRET-KEY-1…): ".utf8))
        let line = readLine() ?? ""
        FileHandle.standardError.write(Data("\n".utf8))
        return Bytes(line.utf8)
    }
}
