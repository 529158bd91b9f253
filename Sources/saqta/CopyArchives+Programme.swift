import Age
import Primitives
import Rights
import Zipping

extension CopyArchives {
    /// ZIP archives; for a recipient sealed by `age`.
    static let programme = CopyArchives { recipient in
        guard let recipient else { return try ZipWriter() }
        return SealedArchive(try ZipWriter(), sealed: try AgeStream(to: recipient))
    } accepts: { recipient in
        guard AgeIdentity.isRecipient(recipient) else { return false }
        do {
            // Its check digits are age's to judge.
            _ = try AgeStream(to: recipient).finish()
            return true
        } catch AgeError.noMatch {
            return false
        } catch AgeError.refused {
            return false
        }
    }
}

extension ZipWriter: ArchiveWriter {}

/// An archive that is sealed as it is written.
private final class SealedArchive: ArchiveWriter {
    private let archive: ZipWriter
    private let stream: AgeStream

    init(_ archive: ZipWriter, sealed stream: AgeStream) {
        self.archive = archive
        self.stream = stream
    }

    func begin(_ name: String, length: Int, at moment: Instant) throws -> Bytes {
        try stream.seal(archive.begin(name, length: length, at: moment))
    }

    func write(_ content: Bytes) throws -> Bytes { try stream.seal(archive.write(content)) }

    func finish() throws -> Bytes { try stream.seal(archive.finish()) + stream.finish() }
}
