import Blobs
import Glibc
import Primitives

/// Objects as files in a folder: `ab/cd/<key>` when finished, `unfinished/<key>` before.
///
/// File names are made of keys' hexadecimal digits alone, so no key leads out of the folder.
package struct FolderBlobs: BlobStore {
    private let folder: BlobFolder
    private let queues = FileQueues()

    /// Opens the folder, or creates it with mode 0700; the folder around it must be there.
    package init(folder path: String) throws(BlobError) {
        folder = BlobFolder(root: path)
        try folder.prepare()
    }

    /// - Throws: `BlobError.unavailable` when the object was begun before.
    package func begin(_ key: BlobKey) async throws -> any BlobWriter {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            guard access(folder.finished(key), F_OK) != 0 else { throw .unavailable("\(key) is finished") }
            let file = try BlobFile(folder.unfinished(key), O_RDWR | O_CREAT | O_EXCL)
            try file.claim()
            return try FolderBlobWriter(key, file: file, folder: folder, queues: queues)
        }
    }

    /// - Throws: `BlobError.missing` when none was begun; `BlobError.unavailable` while another writes it.
    package func resume(_ key: BlobKey) async throws -> any BlobWriter {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            let file = try BlobFile(folder.unfinished(key), O_RDWR)
            try file.claim()
            return try FolderBlobWriter(key, file: file, folder: folder, queues: queues)
        }
    }

    package func unfinishedLength(_ key: BlobKey) async throws -> Int? {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            do throws(BlobError) {
                return try BlobFile(folder.unfinished(key), O_RDONLY).length()
            } catch .missing {
                return nil
            }
        }
    }

    package func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            try BlobFile(folder.unfinished(key), O_RDONLY).read(range)
        }
    }

    package func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            try BlobFile(folder.finished(key), O_RDONLY).read(range)
        }
    }

    package func length(_ key: BlobKey) async throws -> Int {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            try BlobFile(folder.finished(key), O_RDONLY).length()
        }
    }

    package func remove(_ key: BlobKey) async throws {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            try remove(folder.unfinished(key), from: folder.unfinished)
            try remove(folder.finished(key), from: folder.folder(of: key))
        }
    }

    package func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await queues.run(for: BlobKey(from: .system)) { [self] () throws(BlobError) in
            try folder.places(after: place, most: most).map { place in
                let key = place.split(separator: "/").last.flatMap { BlobKey(String($0)) }
                let path = "\(folder.root)/\(place)"
                let isOurs = key.map { path == folder.finished($0) || path == folder.unfinished($0) } ?? false
                return StoredObject(place: place, key: isOurs ? key : nil)
            }
        }
    }

    private func remove(_ path: String, from folder: String) throws(BlobError) {
        if unlink(path) == 0 {
            try BlobFile.flushFolder(folder)
        } else if errno != ENOENT {
            throw .of(errno, path)
        }
    }
}
