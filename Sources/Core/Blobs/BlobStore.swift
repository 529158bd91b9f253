import Primitives

/// Where ciphertext of documents lies: a folder or an S3 service. It never sees plaintext.
package protocol BlobStore: Sendable {
    /// Begins an object that is not visible under its key before ``BlobWriter/finish()``.
    func begin(_ key: BlobKey) async throws -> any BlobWriter

    /// Goes on with an object begun earlier, also by another process: what is durable of it stays.
    ///
    /// Two writers of one object are kept apart at the latest when the second makes something durable.
    func resume(_ key: BlobKey) async throws -> any BlobWriter

    /// How many octets of an unfinished object are durable; nil when nothing of it is.
    func unfinishedLength(_ key: BlobKey) async throws -> Int?

    /// Part of an unfinished object, for the digest of what is there already.
    func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes

    /// Part of a finished object. - Throws: ``BlobError/missing``.
    func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes

    /// Length of a finished object in octets. - Throws: ``BlobError/missing``.
    func length(_ key: BlobKey) async throws -> Int

    /// Removes an object, finished or not; removing what is not there is no error.
    ///
    /// When it returns, nothing of the object is there any more, earlier versions among it.
    func remove(_ key: BlobKey) async throws

    /// What lies in the store, unfinished objects and strangers' files among it, in the order of the places.
    ///
    /// - Parameter place: of the last one that is known; empty for the first.
    func objects(after place: String, most: Int) async throws -> [StoredObject]

    /// Ends what writers that died left in the store and nobody goes on with, when it has rested since `before`: half put
    /// together objects, and the parts of objects that are finished. Never an object, nor an unfinished one.
    ///
    /// - Returns: how many leftovers were ended.
    func endLeftovers(before: Instant) async throws -> Int
}

extension BlobStore {
    /// Nothing is left in a store whose objects appear in one step.
    package func endLeftovers(before: Instant) async throws -> Int { 0 }
}

extension Identifier where Thing == Blob {
    /// Where a finished object lies in a store: `ab/cd/<key>`, by the first digits of the key.
    package var place: String { "\(Bytes(bytes[0..<1]).hex)/\(Bytes(bytes[1..<2]).hex)/\(self)" }
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
