import Age
import Backups
import Foundation
import Ledger
import Primitives

/// One run of `saqta backup`.
struct BackupRun {
    let source: BackupSource

    /// Writes both sets into a folder, then deletes those whose time is over.
    ///
    /// - Returns: whether something was found to be wrong with documents.
    func fill(_ folder: BackupFolder, _ keeping: BackupKeeping) async throws -> Bool {
        try folder.removeUnfinished(instance: source.instance)
        let data = try await DataSet(source)
        var found = DataSet.Found()
        try await put(data.manifest, into: folder) { sealing in
            let written = try await write(data, into: sealing)
            found = written.found
            return written.octets
        }
        // Keys second: whoever registered before the rows were copied has one in it.
        try source.noteKeyCopies(in: folder)
        let keys = try await KeySet(source)
        try await put(keys.manifest, into: folder) { try await write(keys, into: $0) }
        for name in try folder.prune(keeping, instance: source.instance, at: source.time.now) {
            print("deleted, its time is over: \(folder.file(name))")
        }
        try source.noteKeyCopies(in: folder)
        return tell(found)
    }

    /// Writes one set to standard output.
    func pipe(_ set: BackupSet) async throws -> Bool {
        switch set {
        case .data:
            let data = try await DataSet(source)
            let sealing = try AgeSealing(to: source.recipient, into: STDOUT_FILENO)
            let (found, octets) = try await write(data, into: sealing)
            try sealing.finish()
            try source.record(data.manifest, target: "pipe", octets: octets)
            return tell(found)
        case .keys:
            let keys = try await KeySet(source)
            let sealing = try AgeSealing(to: source.recipient, into: STDOUT_FILENO)
            let octets = try await write(keys, into: sealing)
            try sealing.finish()
            try source.record(keys.manifest, target: "pipe", octets: octets)
            return false
        }
    }

    private func put(
        _ manifest: BackupManifest, into folder: BackupFolder, _ write: (AgeSealing) async throws -> Int
    ) async throws {
        let name = try await freeName(manifest, in: folder)
        var octets = 0
        try await folder.write(name, to: source.recipient) { octets = try await write($0) }
        try source.record(manifest, target: "folder", octets: octets)
        print("\(folder.file(name)): \(Self.told(manifest))")
    }

    private func write(_ set: DataSet, into sealing: AgeSealing) async throws -> (found: DataSet.Found, octets: Int) {
        let octets = Count()
        let bar = ProgressBar("files")
        bar.show(0, of: set.manifest["objects"])
        var writer = try SetWriter(set.manifest, signer: set.signer) { try octets.pass($0, to: sealing) }
        let found = try await set.write(to: &writer, bar)
        try writer.finish()
        bar.end()
        return (found, octets.total)
    }

    private func write(_ set: KeySet, into sealing: AgeSealing) async throws -> Int {
        let octets = Count()
        var writer = try SetWriter(set.manifest, signer: set.signer) { try octets.pass($0, to: sealing) }
        try await set.write(to: &writer)
        try writer.finish()
        return octets.total
    }

    /// A name that no file has; a second later there is one.
    private func freeName(_ manifest: BackupManifest, in folder: BackupFolder) async throws -> BackupName {
        var made = manifest.made
        while true {
            let name = BackupName(manifest.set, instance: source.instance, made: made)
            guard FileManager.default.fileExists(atPath: folder.file(name)) else { return name }
            try await Task.sleep(for: .milliseconds(200))
            made = source.time.now
        }
    }

    static func told(_ manifest: BackupManifest) -> String {
        (manifest.counts.map { "\($0.number) \($0.what)" } + ["\(manifest.ledgerSize) entries", "of \(manifest.made)"])
            .joined(separator: ", ")
    }

    private func tell(_ found: DataSet.Found) -> Bool {
        for blob in found.lost { say("document file \(blob): named by a row, and missing or unreadable") }
        for blob in found.changed { say("document file \(blob): not what its row says; copied as it is") }
        return !found.lost.isEmpty || !found.changed.isEmpty
    }

    private func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    private final class Count {
        private(set) var total = 0

        func pass(_ bytes: Bytes, to sealing: AgeSealing) throws {
            total += bytes.count
            try sealing.write(bytes)
        }
    }
}
