import Blobs
import CFolderBlobs
import Glibc
import Primitives

/// An open file of one object; closed when nobody holds it any more.
final class BlobFile: Sendable {
    private let descriptor: Int32
    let path: String

    /// - Parameter flags: of `open(2)`; a created file has mode 0600.
    init(_ path: String, _ flags: Int32) throws(BlobError) {
        descriptor = open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw .of(errno, path) }
    }

    deinit {
        // A process that is just being started may hold a copy of the descriptor, and with it the claim, until it has
        // become its programme.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Keeps other writers, of this process and of others, from the file until it is closed.
    func claim() throws(BlobError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw .unavailable("\(path) is being written by another")
        }
    }

    func length() throws(BlobError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .of(errno, path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged }
        return Int(status.st_size)
    }

    /// - Throws: `BlobError.damaged` when the file ends before the range does.
    func read(_ range: Range<Int>) throws(BlobError) -> Bytes {
        guard range.lowerBound >= 0, range.upperBound <= (try length()) else { throw .damaged }
        var bytes = Bytes(repeating: 0, count: range.count)
        var done = 0
        while done < range.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: done), range.count - done, range.lowerBound + done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .of(errno, path) }
            guard count > 0 else { throw .damaged }
            done += count
        }
        return bytes
    }

    /// Writes all of `bytes` at `offset`, or takes back what was written of them.
    func write(_ bytes: Bytes, at offset: Int) throws(BlobError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, offset + done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let code = count < 0 ? errno : ENOSPC
                guard ftruncate(descriptor, offset) == 0 else { throw .damaged }
                throw .of(code, path)
            }
            done += count
        }
        // The disk begins now with what ``flush()`` will wait for.
        saqta_begin_writeback(descriptor, Int64(offset), Int64(bytes.count))
    }

    func flush() throws(BlobError) {
        guard fdatasync(descriptor) == 0 else { throw .of(errno, path) }
    }

    /// Makes the names in a folder durable.
    static func flushFolder(_ path: String) throws(BlobError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .of(errno, path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .of(errno, path) }
    }
}
