import Crypto
import Foundation
import Primitives

/// Seals and opens single segments after Tink's AES256-GCM-HKDF streaming form, with 64 KiB segments.
///
/// Key of the stream: HKDF-SHA-256 of the key, the header's salt, the associated data as info. Nonce of a segment: the
/// header's prefix, the segment's number (4 octets), 1 for the last segment and 0 for all others.
struct SegmentCipher: Sendable {
    let header: Bytes
    private let key: SymmetricKey

    /// A new stream.
    init(key: SymmetricKey, associatedData: Bytes, randomness: Randomness) {
        let random = randomness.bytes(StreamShape.saltLength + StreamShape.prefixLength)
        self.init(key: key, associatedData: associatedData, checked: [UInt8(StreamShape.headerLength)] + random)
    }

    /// A stream that was begun earlier.
    init(key: SymmetricKey, associatedData: Bytes, header: Bytes) throws(VaultError) {
        guard header.count == StreamShape.headerLength, header.first == UInt8(StreamShape.headerLength) else {
            throw .malformed("header of a sealed stream")
        }
        self.init(key: key, associatedData: associatedData, checked: header)
    }

    private init(key: SymmetricKey, associatedData: Bytes, checked header: Bytes) {
        self.header = header
        self.key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: header[1...].prefix(StreamShape.saltLength), info: associatedData,
            outputByteCount: 32)
    }

    /// Puts the sealed segment behind what `stream` holds.
    func seal(_ plaintext: ArraySlice<UInt8>, index: Int, isLast: Bool, to stream: inout Bytes) throws(VaultError) {
        try AEAD.seal(plaintext, key: key, nonce: nonce(index, isLast), authenticating: [], to: &stream)
    }

    func open(_ sealed: ArraySlice<UInt8>, index: Int, isLast: Bool) throws(VaultError) -> Bytes {
        try AEAD.open(sealed, key: key, nonce: nonce(index, isLast), authenticating: [])
    }

    private func nonce(_ index: Int, _ isLast: Bool) throws(VaultError) -> Bytes {
        guard let number = UInt32(exactly: index) else { throw .tooLong }
        return Bytes(header[(1 + StreamShape.saltLength)...]) + number.octets + [isLast ? 1 : 0]
    }
}
