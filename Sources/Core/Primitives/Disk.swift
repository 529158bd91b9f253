import Foundation

/// What makes files durable, passed in so that a test can let any step fail. Each answers as the call of the system does,
/// with the reason in `errno`.
package struct Disk: Sendable {
    /// write(2)
    package let write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int
    /// fsync(2), of a file or a folder.
    package let flush: @Sendable (Int32) -> Int32
    /// rename(2)
    package let rename: @Sendable (String, String) -> Int32
    /// unlink(2)
    package let remove: @Sendable (String) -> Int32

    package init(
        write: @escaping @Sendable (Int32, UnsafeRawBufferPointer) -> Int,
        flush: @escaping @Sendable (Int32) -> Int32, rename: @escaping @Sendable (String, String) -> Int32,
        remove: @escaping @Sendable (String) -> Int32
    ) {
        self.write = write
        self.flush = flush
        self.rename = rename
        self.remove = remove
    }

    /// The operating system's.
    package static let system = Disk(
        write: writeNow, flush: { fsync($0) }, rename: renameNow, remove: { unlink($0) })

    /// Writes all of it. - Returns: false when not all of it could be written; why, `errno` says.
    package func writeAll(_ bytes: Bytes, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

@Sendable private func writeNow(_ descriptor: Int32, _ octets: UnsafeRawBufferPointer) -> Int {
    write(descriptor, octets.baseAddress, octets.count)
}

@Sendable private func renameNow(_ name: String, _ other: String) -> Int32 { rename(name, other) }
