import Age
import Backups
import Foundation
import Ledger
import Primitives

/// A sealed set that is being read, from a file or from standard input; what is wrong with it is told with its place.
final class SealedSet {
    let set: BackupSet
    let path: String
    private let descriptor: Int32
    private let opening: AgeOpening
    private var reader: SetReader
    private let isFile: Bool

    var manifest: BackupManifest { reader.manifest }
    var signer: String { reader.signer }

    /// Opens it and reads its manifest.
    ///
    /// - Parameter path: `-` for standard input.
    /// - Throws: ``RefusedBackup``.
    init(_ set: BackupSet, _ path: String, _ identity: AgeIdentity) throws {
        self.set = set
        self.path = path
        isFile = path != "-"
        descriptor = isFile ? open(path, O_RDONLY | O_CLOEXEC) : dup(STDIN_FILENO)
        guard descriptor >= 0 else { throw BackupError.failed(to: "open", path) }
        let opening = try AgeOpening(with: identity, from: descriptor)
        self.opening = opening
        do {
            reader = try SetReader(set) { try opening.read(most: $0) }
        } catch {
            let refused = Self.placed(error, set, path, descriptor, opening.count, member: nil)
            close(descriptor)
            throw refused
        }
    }

    deinit { close(descriptor) }

    func trust(_ key: VerifierKey) throws { try placing { try reader.trust(key) } }

    /// The next member; nil when all were read and the set is what was written.
    func next() throws -> (name: String, length: Int)? { try placing { try reader.next() } }

    /// More of the member; nothing at its end.
    func read() throws -> Bytes { try placing { try reader.read(most: SetWriter.piece) } }

    /// All of a small member.
    func content(most: Int) throws -> Bytes {
        var content = Bytes()
        while true {
            let piece = try read()
            guard !piece.isEmpty else { return content }
            content += piece
            guard content.count <= most else { throw refusal(.unknown) }
        }
    }

    func refusal(_ reason: BackupFault.Reason, member: String? = nil) -> RefusedBackup {
        RefusedBackup(path: path, fault: BackupFault(set, member: member ?? reader.current, reason))
    }

    private func placing<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do {
            return try body()
        } catch {
            throw Self.placed(error, set, path, isFile ? descriptor : nil, opening.count, member: reader.current)
        }
    }

    private static func placed(
        _ error: any Error, _ set: BackupSet, _ path: String, _ file: Int32?, _ opened: Int, member: String?
    ) -> any Error {
        switch error {
        case let fault as BackupFault: return RefusedBackup(path: path, fault: fault)
        case AgeError.noMatch:
            var fault = BackupFault(set, .sealed("\(AgeError.noMatch)"))
            fault.place = "the header"
            return RefusedBackup(path: path, fault: fault)
        case AgeError.refused(let said):
            let stop = file.flatMap { layout($0) }.map { $0.stop(after: opened, of: $1) }
            var fault = BackupFault(set, member: member, stop?.isCut == true ? .cut : .sealed(told(said)))
            fault.place = stop?.place ?? "after \(opened) octets"
            return RefusedBackup(path: path, fault: fault)
        default: return error
        }
    }

    /// What age says of a chunk, in other words.
    private static func told(_ said: String) -> String {
        said.contains("authenticate") || said.contains("EOF")
            ? "it does not open: an octet in it was changed, or it was cut off" : said
    }

    private static func layout(_ file: Int32) -> (SealedLayout, Int)? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var beginning = Bytes(repeating: 0, count: SealedLayout.beginning)
        let count = pread(file, &beginning, beginning.count, 0)
        guard count >= 0 else { return nil }
        return (SealedLayout(beginning: Bytes(beginning.prefix(count))), Int(status.st_size))
    }
}

/// A backup that is not restored, and why.
struct RefusedBackup: Error, CustomStringConvertible {
    let path: String
    let fault: BackupFault

    var description: String { "refused: \(path): \(fault)" }
}
