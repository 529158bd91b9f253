import Crypto
import Foundation
import Primitives

/// Where the root key lies, which seals the key ring.
package enum RootKey: Sendable {
    /// In the folder of keys, in a file that its owner alone can read: 64 hexadecimal digits, so that it can be copied on
    /// paper.
    case folder
    /// In such a file elsewhere, like a systemd credential.
    case file(String)
    /// In the folder of keys, wrapped by a key service, without which it does not open.
    case service(RootWrapping)

    static let name = "root.key"
    static let wrappedName = "root.wrapped"

    /// The name in the folder of keys, or an absolute path.
    var file: String {
        switch self {
        case .folder: Self.name
        case .file(let path): path
        case .service: Self.wrappedName
        }
    }

    /// Where the next one lies, durably, until the ring is sealed by it.
    var nextFile: String { file + ".next" }

    /// A file elsewhere is put there by whoever looks after it; the first start makes the others.
    var isMadeHere: Bool {
        if case .file = self { return false }
        return true
    }

    /// - Throws: ``VaultError/keyService(_:)``.
    func encode(_ bytes: Bytes) throws(VaultError) -> Bytes {
        switch self {
        case .folder, .file: Self.open(bytes)
        case .service(let service): try WrappedRoot.encode(bytes, by: service)
        }
    }

    /// - Throws: ``VaultError/keyService(_:)``; ``VaultError/malformed(_:)``.
    func decode(_ file: Bytes, path: String) throws(VaultError) -> SymmetricKey {
        switch self {
        case .folder, .file: try Self.decode(file, path: path)
        case .service(let service): try WrappedRoot.decode(file, by: service, path: path)
        }
    }

    /// What a file holds in which it lies open.
    static func open(_ bytes: Bytes) -> Bytes { Bytes((bytes.hex + "\n").utf8) }

    static func decode(_ file: Bytes, path: String) throws(VaultError) -> SymmetricKey {
        let text = String(decoding: file, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Bytes(hex: text), bytes.count == 32 else {
            throw .malformed("\(path) does not hold 64 hexadecimal digits")
        }
        return SymmetricKey(data: bytes)
    }
}

/// What a key service does for the root key. Both calls block, no longer than the limits of the service's driver let them.
package struct RootWrapping: Sendable {
    /// The service's name for people, without secrets.
    package let name: String
    /// How long what is open may go on working while the service does not answer.
    package let mayBeAway: Span
    /// Wraps octets; the second argument is bound to them.
    package let wrap: @Sendable (Bytes, Bytes) throws(VaultError) -> String
    package let unwrap: @Sendable (String, Bytes) throws(VaultError) -> Bytes

    package init(
        name: String, mayBeAway: Span, wrap: @escaping @Sendable (Bytes, Bytes) throws(VaultError) -> String,
        unwrap: @escaping @Sendable (String, Bytes) throws(VaultError) -> Bytes
    ) {
        self.name = name
        self.mayBeAway = mayBeAway
        self.wrap = wrap
        self.unwrap = unwrap
    }
}

/// The file of a root key that a key service has wrapped: JSON.
struct WrappedRoot: Codable {
    private static let form = "saqta wrapped root key 1"

    let form: String
    let wrapped: String

    static func encode(_ bytes: Bytes, by service: RootWrapping) throws(VaultError) -> Bytes {
        let file = WrappedRoot(form: form, wrapped: try service.wrap(bytes, Bytes(form.utf8)))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let text = try? encoder.encode(file) else { throw .malformed("wrapped root key") }
        return Bytes(text) + [0x0A]
    }

    static func decode(_ bytes: Bytes, by service: RootWrapping, path: String) throws(VaultError) -> SymmetricKey {
        guard let file = try? JSONDecoder().decode(WrappedRoot.self, from: Data(bytes)), file.form == form else {
            throw .malformed("\(path) is not a wrapped root key")
        }
        let key = try service.unwrap(file.wrapped, Bytes(form.utf8))
        guard key.count == 32 else { throw .malformed("\(path) does not hold a root key") }
        return SymmetricKey(data: key)
    }
}
