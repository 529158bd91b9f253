import Primitives

/// Writes an archive as a stream; each call gives the octets that go out next. One is used by one task.
package protocol ArchiveWriter: AnyObject {
    /// Begins a member.
    ///
    /// - Parameters:
    ///   - name: ASCII, with `/` between folders.
    ///   - length: of its content, in octets.
    func begin(_ name: String, length: Int, at moment: Instant) throws -> Bytes
    /// Some of the content of the member that was begun last.
    func write(_ content: Bytes) throws -> Bytes
    /// The end of the archive.
    func finish() throws -> Bytes
}

/// How archives for copies are made; the drivers are the programme's.
package struct CopyArchives: Sendable {
    let make: @Sendable (_ recipient: String?) throws -> any ArchiveWriter
    let accepts: @Sendable (_ recipient: String) throws -> Bool

    /// - Parameters:
    ///   - make: an archive that lies open or, for a recipient of age (`age1…`), one that only they can open.
    ///   - accepts: whether something can be sealed for a recipient.
    package init(
        make: @escaping @Sendable (_ recipient: String?) throws -> any ArchiveWriter,
        accepts: @escaping @Sendable (_ recipient: String) throws -> Bool
    ) {
        self.make = make
        self.accepts = accepts
    }
}
