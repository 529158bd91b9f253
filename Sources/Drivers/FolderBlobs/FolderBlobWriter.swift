import Blobs
import Glibc
import Primitives
import Synchronization

/// Writes one object of a folder. Nobody else can write it until this is gone.
final class FolderBlobWriter: BlobWriter {
    private let key: BlobKey
    private let folder: BlobFolder
    private let queues: FileQueues
    private let file: BlobFile
    private let state: Mutex<State>

    private struct State {
        var length: Int
        /// False until the file's name is durable in its folder.
        var isNamed = false
        var isFinished = false
    }

    init(_ key: BlobKey, file: BlobFile, folder: BlobFolder, queues: FileQueues) throws(BlobError) {
        self.key = key
        self.folder = folder
        self.queues = queues
        self.file = file
        state = Mutex(State(length: try file.length()))
    }

    var length: Int { state.withLock { $0.length } }

    func append(_ bytes: Bytes) async throws {
        try await work { writer, state throws(BlobError) in
            try writer.file.write(bytes, at: state.length)
            state.length += bytes.count
        }
    }

    func sync() async throws {
        try await work { writer, state throws(BlobError) in try writer.flush(&state) }
    }

    func finish() async throws {
        try await work { writer, state throws(BlobError) in
            // The name that it has goes; that of the finished object is made durable below.
            try writer.file.flush()
            try writer.folder.prepare(for: writer.key)
            let place = writer.folder.finished(writer.key)
            guard rename(writer.file.path, place) == 0 else { throw .of(errno, place) }
            state.isFinished = true
            try BlobFile.flushFolder(writer.folder.folder(of: writer.key))
            try BlobFile.flushFolder(writer.folder.unfinished)
        }
    }

    private func flush(_ state: inout State) throws(BlobError) {
        try file.flush()
        guard !state.isNamed else { return }
        try BlobFile.flushFolder(folder.unfinished)
        state.isNamed = true
    }

    private func work(
        _ body: @escaping @Sendable (FolderBlobWriter, inout State) throws(BlobError) -> Void
    ) async throws(BlobError) {
        try await queues.run(for: key) { [self] () throws(BlobError) in
            try state.withLock { state throws(BlobError) in
                guard !state.isFinished else { throw .unavailable("\(key) is finished") }
                try body(self, &state)
            }
        }
    }
}
