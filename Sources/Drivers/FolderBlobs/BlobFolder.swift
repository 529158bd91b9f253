import Blobs
import Glibc
import Primitives

/// Where objects lie: finished ones under two levels of folders by the first digits of their key.
struct BlobFolder: Sendable {
    let root: String

    var unfinished: String { "\(root)/unfinished" }

    func unfinished(_ key: BlobKey) -> String { "\(unfinished)/\(key)" }

    func finished(_ key: BlobKey) -> String { "\(root)/\(key.place)" }

    /// The folder of a finished object.
    func folder(of key: BlobKey) -> String { "\(outerFolder(of: key))/\(Bytes(key.bytes[1..<2]).hex)" }

    private func outerFolder(of key: BlobKey) -> String { "\(root)/\(Bytes(key.bytes[0..<1]).hex)" }

    /// Makes root and the folder for unfinished objects, with mode 0700.
    func prepare() throws(BlobError) {
        try make(root, in: nil)
        try make(unfinished, in: root)
    }

    /// Makes the folders for a finished object, durably.
    func prepare(for key: BlobKey) throws(BlobError) {
        try make(outerFolder(of: key), in: root)
        try make(folder(of: key), in: outerFolder(of: key))
    }

    private func make(_ path: String, in parent: String?) throws(BlobError) {
        if mkdir(path, 0o700) == 0 {
            if let parent { try BlobFile.flushFolder(parent) }
        } else if errno != EEXIST {
            throw .of(errno, path)
        }
    }
}

extension BlobError {
    /// What a failed system call means.
    static func of(_ code: Int32, _ path: String) -> BlobError {
        switch code {
        case ENOENT: .missing
        case ENOSPC, EDQUOT, EFBIG: .full
        case EIO: .damaged
        default: .unavailable("\(path): \(String(cString: strerror(code)))")
        }
    }
}
