import Backups
import Foundation

/// A folder of one's own for what is needed for a while; it goes when nobody holds it any more.
final class ScratchFolder: Sendable {
    let path: String

    /// - Throws: ``BackupError/files(_:)``.
    init() throws {
        var template = Array("\(NSTemporaryDirectory())/saqta-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw BackupError.failed(to: "make a folder in", NSTemporaryDirectory())
        }
        path = String(cString: made)
        Leftovers.add(path)
    }

    deinit {
        Removal.remove(path)
        Leftovers.drop(path)
    }
}
