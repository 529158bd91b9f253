/// Why the key service gives no answer that can be used.
package enum TransitProblem: Error, Hashable, CustomStringConvertible {
    /// The address is none of a transit key.
    case address(String)
    /// The file of trusted certificates cannot be used.
    case authority(String)
    /// The file of the token cannot be used; why.
    case token(String)
    case unreachable(String)
    case tooSlow
    case sealed
    /// The token is unknown, has ended, or may not use the key.
    case denied
    /// There is no such engine or key.
    case noKey
    /// What is to be unwrapped was wrapped by another key, or changed.
    case doesNotOpen
    /// An answer that says nothing of the above.
    case nonsense(status: Int)

    package var description: String {
        switch self {
        case .address(let text):
            "\(text) is no address like https://HOST/v1/transit/keys/NAME (http on this machine only)"
        case .authority(let path): "\(path) holds no certificates (PEM)"
        case .token(let why): why
        case .unreachable(let kind): "cannot be reached (\(kind))"
        case .tooSlow: "did not answer in time"
        case .sealed: "is sealed"
        case .denied: "does not accept the token, or the token may not use the key"
        case .noKey: "has no such key"
        case .doesNotOpen: "cannot unwrap the root key: another key wrapped it, or it was changed"
        case .nonsense(let status): "gave an answer that is not understood (status \(status))"
        }
    }
}
