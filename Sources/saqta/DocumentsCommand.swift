import ArgumentParser
import Blobs
import FolderBlobs
import Foundation
import Primitives

struct DocumentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents", abstract: "Looks after the store of documents.", subcommands: [Copy.self])

    struct Copy: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies sealed objects from a folder into the store of SAQTA_DOCUMENTS.",
            discussion: """
                For a move from a folder to S3, and after a restore, which writes objects into a folder. Stop the server first. \
                What is there already in the same length stays; it can be run again after it was broken off. The folder is not \
                changed: `saqta ledger verify` compares everything with the ledger, and then the folder can be deleted.
                """)

        @Option(help: "The folder; data/documents of this installation when left out.") var from: String?

        func run() async throws {
            let settings = try Settings.read()
            guard case .s3 = settings.documents else { throw ValidationError("SAQTA_DOCUMENTS names no S3 bucket.") }
            let path = from ?? "\(settings.data)/documents"
            guard FileManager.default.fileExists(atPath: path) else { throw ValidationError("\(path) is not there.") }
            let copying = ObjectCopying(
                from: try FolderBlobs(folder: path), to: try DocumentStores(settings).blobs)
            let bar = ProgressBar("files")
            let counts = try await copying.run { bar.show($0, of: max($0, $1)) }
            bar.end()
            print("copied \(counts.copied), there already \(counts.there), not ours \(counts.strange)")
        }
    }
}

/// Copies objects of one store into another, finished and unfinished ones.
struct ObjectCopying {
    let from: any BlobStore
    let to: any BlobStore

    private static let piece = 1 << 18

    func run(
        _ progress: (Int, Int) -> Void
    ) async throws -> (copied: Int, there: Int, strange: Int) {
        var (copied, there, strange, last) = (0, 0, 0, "")
        while true {
            let objects = try await from.objects(after: last, most: 500)
            guard let newest = objects.last else { return (copied, there, strange) }
            last = newest.place
            for object in objects {
                if let key = object.key {
                    if try await copy(key) { copied += 1 } else { there += 1 }
                } else {
                    strange += 1
                }
                progress(copied + there + strange, 0)
            }
        }
    }

    /// - Returns: false when it is there already.
    private func copy(_ key: BlobKey) async throws -> Bool {
        let unfinished = try await from.unfinishedLength(key)
        let length: Int
        if let unfinished { length = unfinished } else { length = try await from.length(key) }
        if try await unfinished == nil ? isFinished(key, length) : to.unfinishedLength(key) == length { return false }
        // What an earlier run left of it.
        try await to.remove(key)
        let writer = try await to.begin(key)
        for start in stride(from: 0, to: length, by: Self.piece) {
            let range = start..<min(start + Self.piece, length)
            try await writer.append(
                unfinished == nil ? try await from.read(key, range) : try await from.readUnfinished(key, range))
        }
        if unfinished == nil { try await writer.finish() } else { try await writer.sync() }
        return true
    }

    private func isFinished(_ key: BlobKey, _ length: Int) async throws -> Bool {
        do {
            return try await to.length(key) == length
        } catch BlobError.missing {
            return false
        }
    }
}
