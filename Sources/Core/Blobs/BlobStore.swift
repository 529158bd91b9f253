import Primitives

/// Where ciphertext of documents lies: a folder or an S3 service. It never sees plaintext.
package protocol BlobStore: Sendable {
    /// Begins an object that is not visible under its key before ``BlobWriter/finish()``.
    func begin(_ key: BlobKey) async throws -> any BlobWriter

    /// Goes on with an object begun earlier, also by another process: what is durable of it stays.
    func resume(_ key: BlobKey) async throws -> any BlobWriter

    /// How many octets of an unfinished object are durable; nil when none was begun.
    func unfinishedLength(_ key: BlobKey) async throws -> Int?

    /// Part of an unfinished object, for the digest of what is there already.
    func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes

    /// Part of a finished object. - Throws: ``BlobError/missing``.
    func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes

    /// Length of a finished object in octets. - Throws: ``BlobError/missing``.
    func length(_ key: BlobKey) async throws -> Int

    /// Removes an object, finished or not; removing what is not there is no error.
    func remove(_ key: BlobKey) async throws

    /// What lies in the store, unfinished objects and strangers' files among it, in the order of the places.
    ///
    /// - Parameter place: of the last one that is known; empty for the first.
    func objects(after place: String, most: Int) async throws -> [StoredObject]
}

/// Something that lies in a store.
package struct StoredObject: Hashable, Sendable {
    /// Where it lies, as the store calls it.
    package let place: String
    /// Nil when it does not lie where the store puts an object.
    package let key: BlobKey?

    package init(place: String, key: BlobKey?) {
        self.place = place
        self.key = key
    }
}

/// An object being written.
package protocol BlobWriter: Sendable {
    /// Octets written so far.
    var length: Int { get async }
    func append(_ bytes: Bytes) async throws
    /// Makes what was appended survive a crash.
    func sync() async throws
    /// Makes the object durable and visible under its key.
    func finish() async throws
}

/// The type of ``BlobKey``; has no values.
package enum Blob {}
package typealias BlobKey = Identifier<Blob>

package enum BlobError: Error, Hashable, Sendable {
    case missing
    /// The object is shorter than the range asked for, or its file cannot be read.
    case damaged
    case full
    case unavailable(String)
}

extension BlobError: Refusal {
    package var kind: RefusalKind { self == .missing ? .notFound : .unavailable }
}
