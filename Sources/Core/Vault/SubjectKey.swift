import Crypto
import Foundation
import Primitives

/// The key under which everything about one person is sealed; when it is destroyed, all of that is.
package struct SubjectKey: Sendable {
    package let subject: SubjectID
    private let record: SymmetricKey
    private let documents: SymmetricKey
    private let messages: SymmetricKey
    private let archive: SymmetricKey
    private let history: SymmetricKey

    /// Derives the keys of all compartments with HKDF-SHA-256 (RFC 5869).
    ///
    /// - Parameter secret: 32 random octets, wrapped by an epoch key where they are kept.
    package init(subject: SubjectID, secret: SymmetricKey) {
        func derive(_ compartment: Compartment) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: secret, salt: subject.bytes,
                info: Bytes("saqta compartment 1 \(compartment.rawValue)".utf8), outputByteCount: 32)
        }
        self.subject = subject
        record = derive(.record)
        documents = derive(.documents)
        messages = derive(.messages)
        archive = derive(.archive)
        history = derive(.history)
    }

    /// The key of one compartment.
    package func key(for compartment: Compartment) -> SymmetricKey {
        switch compartment {
        case .record: record
        case .documents: documents
        case .messages: messages
        case .archive: archive
        case .history: history
        }
    }
}

extension SubjectKey {
    /// A digest by which content of this person, and of nobody else, is found to be the same again: HMAC-SHA-256
    /// (RFC 2104) under a key derived from that of the documents. It says nothing once the subject key is destroyed.
    ///
    /// - Parameter digest: SHA-256 of the content.
    package func fingerprint(of digest: Bytes) -> Bytes {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: documents, info: Bytes("saqta fingerprint 1".utf8), outputByteCount: 32)
        return Bytes(HMAC<SHA256>.authenticationCode(for: digest, using: key))
    }
}

extension SubjectKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "key of \(subject)" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
