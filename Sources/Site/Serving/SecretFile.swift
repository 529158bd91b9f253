import Foundation
import Primitives

/// A file with a secret in it, which nobody but its user and group may be able to read.
package enum SecretFile {
    /// Why such a file is not used.
    package enum Problem: Error, Hashable, CustomStringConvertible {
        case unreadable(String)
        case readableByOthers(String)

        package var description: String {
            switch self {
            case .unreadable(let path): "\(path) cannot be read."
            case .readableByOthers(let path): "\(path) can be read by others: chmod o= \(path)"
            }
        }
    }

    /// The content, read from the very file whose mode was looked at.
    package static func read(_ path: String) throws(Problem) -> Bytes {
        guard let file = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
        defer { try? file.close() }
        var about = stat()
        guard fstat(file.fileDescriptor, &about) == 0 else { throw .unreadable(path) }
        guard about.st_mode & (S_IROTH | S_IWOTH) == 0 else { throw .readableByOthers(path) }
        guard let content = try? file.readToEnd() else { throw .unreadable(path) }
        return Bytes(content)
    }
}
