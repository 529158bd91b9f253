import CArchive
import Primitives

/// Writes a ZIP archive as a stream: octets go in, octets of the archive come out, and nothing touches a disk.
///
/// Members are stored, not compressed: scans are compressed already. One writer is used by one task.
package final class ZipWriter {
    private let archive: OpaquePointer
    private let sink = Sink()
    private var isFinished = false

    /// Takes what libarchive writes.
    private final class Sink {
        var octets = Bytes()
    }

    package init() throws(ZipFault) {
        guard let archive = archive_write_new() else { throw ZipFault("no memory") }
        self.archive = archive
        do throws(ZipFault) {
            try check(archive_write_set_format_zip(archive))
            try check(archive_write_zip_set_compression_store(archive))
            // Each octet as soon as it is there, and no padding at the end.
            try check(archive_write_set_bytes_per_block(archive, 0))
            try check(archive_write_set_bytes_in_last_block(archive, 1))
            try check(
                archive_write_open(
                    archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
                    { _, client, buffer, length in
                        guard let client, let buffer else { return -1 }
                        Unmanaged<Sink>.fromOpaque(client).takeUnretainedValue().octets
                            .append(contentsOf: UnsafeRawBufferPointer(start: buffer, count: length))
                        return length
                    }, nil))
        } catch {
            archive_write_free(archive)
            throw error
        }
    }

    deinit {
        // Freed without its end when somebody stopped taking it; an archive without its directory opens nowhere.
        if !isFinished { archive_write_fail(archive) }
        archive_write_free(archive)
    }

    /// Begins a member.
    ///
    /// - Parameters:
    ///   - name: ASCII, with `/` between folders.
    ///   - length: of its content, in octets.
    /// - Returns: octets of the archive.
    package func begin(_ name: String, length: Int, at moment: Instant) throws(ZipFault) -> Bytes {
        guard let entry = archive_entry_new() else { throw ZipFault("no memory") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(length))
        archive_entry_set_mtime(entry, time_t(moment.seconds), 0)
        // A regular file (AE_IFREG) for its owner alone.
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o600)
        try check(archive_write_header(archive, entry))
        return take()
    }

    /// Some of the content of the member that was begun last.
    package func write(_ content: Bytes) throws(ZipFault) -> Bytes {
        let written = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == content.count else { throw fault() }
        return take()
    }

    /// The end of the archive.
    package func finish() throws(ZipFault) -> Bytes {
        try check(archive_write_close(archive))
        isFinished = true
        return take()
    }

    private func take() -> Bytes {
        defer { sink.octets = [] }
        return sink.octets
    }

    private func check(_ status: Int32) throws(ZipFault) {
        guard status == ARCHIVE_OK else { throw fault() }
    }

    private func fault() -> ZipFault {
        ZipFault(archive_error_string(archive).map { String(cString: $0) } ?? "libarchive gave no reason")
    }
}

/// Why an archive cannot be written.
package struct ZipFault: Error, Hashable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
