import Foundation

/// Removes what other threads may still work in.
package enum Removal {
    /// Removes a file, or a folder with everything in it, again and again until nothing is there: a file that comes or goes while a
    /// folder is being emptied breaks off a single attempt, and what stayed could be a key.
    ///
    /// - Returns: whether it is gone.
    @discardableResult
    package static func remove(_ path: String) -> Bool {
        for _ in 0..<1_000 {
            var status = stat()
            if lstat(path, &status) != 0 && errno == ENOENT { return true }
            try? FileManager.default.removeItem(atPath: path)
        }
        return false
    }
}
