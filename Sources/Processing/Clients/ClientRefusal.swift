import Primitives

/// Why a programme is not connected, not known, or not served.
package enum ClientRefusal: Refusal, Hashable {
    /// The name has something else in it than small Latin letters, digits and hyphens, or is too long.
    case name
    /// A programme of this name is or was connected.
    case nameTaken
    /// The policy in force has no such purpose or field; what it has.
    case unknown(String, known: [String])
    case noPurpose
    /// Vouched for can only be addresses that the policy asks for and the key reaches.
    case notVouchable
    /// No programme of this name is connected.
    case none
    /// No key, or not one of a connected programme.
    case noKey
    /// The programme may not vouch for an address.
    case mayNotVouch
    /// The same idempotency key came with another body before.
    case otherBody
    /// A request with the same idempotency key is being worked on.
    case inProgress
    /// Whom the same request registered is no longer there.
    case erased

    package var kind: RefusalKind {
        switch self {
        case .name, .unknown, .noPurpose, .notVouchable, .otherBody: .invalid
        case .nameTaken, .inProgress: .conflict
        case .none: .notFound
        case .noKey: .unauthenticated
        case .mayNotVouch: .forbidden
        case .erased: .gone
        }
    }
}

extension ClientRefusal: CustomStringConvertible {
    /// For whoever sits at the server's own terminal.
    package var description: String {
        switch self {
        case .name: "A name is made of small Latin letters, digits and hyphens, and begins with a letter; 32 at most."
        case .nameTaken: "A programme of this name is or was connected; names are never used again."
        case .unknown(let code, let known): "The policy has no \(code); it has \(known.joined(separator: ", "))."
        case .noPurpose: "Name at least one purpose."
        case .notVouchable: "Vouched for can only be addresses that the policy asks for and that are among the fields."
        case .none: "No programme of this name is connected; see `saqta client list`."
        case .noKey: "No key of a connected programme."
        case .mayNotVouch: "The key was not made for vouching."
        case .otherBody: "The idempotency key was used with another body."
        case .inProgress: "The same request is being worked on."
        case .erased: "Whom the same request registered is no longer there."
        }
    }
}
