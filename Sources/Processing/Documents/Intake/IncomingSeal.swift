import Blobs
import Permits
import Primitives

/// Seals what comes in, in constant memory: the vault's sealing stream.
package protocol IncomingSeal: Sendable {
    /// - Returns: the sealed segments that are complete now; often none.
    mutating func update(_ plaintext: Bytes) throws -> Bytes
    /// - Returns: the last segment.
    mutating func finish() throws -> Bytes
}

/// How objects are sealed while they come in. This room sees the vault through it and through the Gate alone.
package struct ObjectSealing: Sendable {
    /// Begins to seal a new object.
    package let begin: @Sendable (Sealer, BlobKey) throws -> any IncomingSeal
    /// Goes on with an unfinished object, wherever it was cut.
    ///
    /// Answers the stream, and from which octet on it needs the plaintext; nil when too little of it is there, and the
    /// object is to be begun anew.
    package let resume:
        @Sendable (Sealer, BlobKey, any BlobStore) async throws -> (seal: any IncomingSeal, offset: Int)?

    package init(
        begin: @escaping @Sendable (Sealer, BlobKey) throws -> any IncomingSeal,
        resume:
            @escaping @Sendable (Sealer, BlobKey, any BlobStore) async throws -> (seal: any IncomingSeal, offset: Int)?
    ) {
        self.begin = begin
        self.resume = resume
    }
}
