import Blobs
import Crypto
import Policy
import Primitives
import Storage
import Vault

/// Leave to open one sealed object (a document or the image of a page), once, within 30 seconds.
package struct DocumentPermit: ~Copyable {
    package let ask: Ask
    private let blob: Bytes
    private let sealer: Sealer
    private let until: Instant

    fileprivate init(ask: Ask, blob: Bytes, sealer: Sealer, until: Instant) {
        self.ask = ask
        self.blob = blob
        self.sealer = sealer
        self.until = until
    }

    /// Begins to open the object; nothing is answered before its last segment has verified.
    package consuming func open(from store: any BlobStore, at now: Instant) async throws -> OpenDocument {
        guard now <= until, let key = BlobKey(blob) else { throw GateRefusal(.permitExpired, ask: ask) }
        let reader = try await SegmentReader(
            store: store, blob: key, key: sealer.key.key(for: .documents),
            associatedData: DocumentSeal.associatedData(blob: blob, sealer: sealer))
        try await reader.verifyWhole()
        return OpenDocument(reader: reader, key: sealer.key)
    }
}

/// A sealed object that a permit opened; read in pieces, in constant memory.
package struct OpenDocument: Sendable {
    let reader: SegmentReader
    let key: SubjectKey

    /// Length in octets, unsealed.
    package var length: Int { reader.plaintextLength }

    /// Some of the unsealed octets.
    package func read(_ range: Range<Int>) async throws -> PersonalData<Bytes> {
        PersonalData(try await reader.read(range))
    }

    /// A keyed digest of the whole: the same for the same content of the same person, and for nothing else.
    package func fingerprint() async throws -> Bytes {
        var hash = SHA256()
        var offset = 0
        while offset < length {
            let range = offset..<min(offset + 262_144, length)
            hash.update(data: try await reader.read(range))
            offset = range.upperBound
        }
        return key.fingerprint(of: Bytes(hash.finalize()))
    }
}

/// How documents are sealed while they are received; no permit is needed for that.
package struct DocumentSeal: Sendable {
    let sealer: Sealer

    package init(_ sealer: Sealer) { self.sealer = sealer }

    static func associatedData(blob: Bytes, sealer: Sealer) -> Bytes {
        sealer.instance.bytes + sealer.subject.bytes + blob
    }

    /// Begins to seal a new object.
    package func begin(_ blob: BlobKey) -> SealingStream {
        SealingStream(
            key: sealer.key.key(for: .documents), associatedData: Self.associatedData(blob: blob.bytes, sealer: sealer),
            randomness: sealer.randomness)
    }

    /// Goes on with an unfinished object, wherever it was cut.
    ///
    /// - Returns: the stream, and from which octet on it needs the plaintext; nil when too little is there: then the
    ///   object is removed and begun anew.
    package func resume(
        _ blob: BlobKey, in store: any BlobStore
    ) async throws -> (stream: SealingStream, plaintextOffset: Int)? {
        try await SealingStream.resume(
            blob, in: store, key: sealer.key.key(for: .documents),
            associatedData: Self.associatedData(blob: blob.bytes, sealer: sealer))
    }
}

extension Gate {
    /// Checks, makes the evidence durable, and gives a permit to open one sealed object.
    package func permitToOpen(_ ask: Ask, blob: Bytes) async throws -> DocumentPermit {
        let sealer = try await sealer(for: ask)
        try await perform { [self] transaction in
            guard !ask.documents.isEmpty else { throw GateRefusal(.notAllowed, ask: ask) }
            let standing = try check(ask, .shared, in: transaction)
            try append(ask, standing: standing, sealer: sealer, in: transaction)
        }
        return permitToOpen(ask, blob: blob, sealer: sealer)
    }

    func permitToOpen(_ ask: Ask, blob: Bytes, sealer: Sealer) -> DocumentPermit {
        DocumentPermit(ask: ask, blob: blob, sealer: sealer, until: time.now + .seconds(30))
    }
}
