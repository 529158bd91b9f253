import Primitives
import Storage

/// Why the vault does not open, seal or start.
package enum VaultError: Error, Hashable, Sendable {
    /// The subject's key was destroyed, or there never was one.
    case noKey
    /// The key ring does not hold the epoch key of this number, under which a subject key is wrapped.
    case noEpoch(Int)
    /// The octets are not what was sealed, or not for this person, place or instance.
    case doesNotOpen
    /// The octets are not of the form that they should have.
    case malformed(String)
    /// The record holds no such field.
    case notHeld(field: Int)
    /// The value is longer than its form allows.
    case tooLong
    /// A file or folder of keys can be read by others; `mode` in octal digits.
    case exposed(path: String, mode: String)
    /// Keys are missing of which there must be a copy somewhere.
    case incomplete(String)
    /// The key service does not give the root key: it is away or sealed, or refuses.
    case keyService(String)
    /// A file of keys cannot be read or written.
    case files(String)
    /// The database of keys refused.
    case storage(StorageError)
}

extension VaultError: Refusal {
    package var kind: RefusalKind {
        switch self {
        case .noKey: .gone
        case .notHeld: .notFound
        case .tooLong: .tooLarge
        case .noEpoch, .doesNotOpen, .malformed, .exposed, .incomplete, .keyService, .files, .storage: .unavailable
        }
    }
}

extension VaultError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noKey: "there is no key of this person"
        case .noEpoch(let number): "the key ring does not hold epoch \(number)"
        case .doesNotOpen: "what was sealed does not open"
        case .malformed(let what): "malformed: \(what)"
        case .notHeld(let field): "the record holds no field \(field)"
        case .tooLong: "the value is too long"
        case .exposed(let path, let mode):
            "\(path) has mode \(mode): others may read or change it; only its owner may (chmod 700 a folder, 600 a file)"
        case .incomplete(let what): what
        case .keyService(let what): "key service: \(what)"
        case .files(let what): what
        case .storage(let error): "database of keys: \(error)"
        }
    }
}
