import Crypto
import Primitives
import Synchronization

/// The key of form tokens; the same in all processes that serve the site.
package struct FormKey: Sendable {
    private let key: SymmetricKey
    private let randomness: Randomness

    /// - Parameter secret: at least 32 octets that only the server knows.
    package init(secret: Bytes, randomness: Randomness) {
        key = SymmetricKey(data: secret)
        self.randomness = randomness
    }

    /// A key that nobody knows: forms made before the site is set up are never accepted.
    static let blank = FormKey(secret: Randomness.system.bytes(32), randomness: .system)

    func code(for visit: Identifier<Visit>) -> Bytes {
        Bytes(HMAC<SHA256>.authenticationCode(for: Bytes("saqta form".utf8) + visit.bytes, using: key))
    }

    func isValid(_ text: String, for visit: Identifier<Visit>) -> Bool {
        guard let code = Bytes(hex: text) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            code, authenticating: Bytes("saqta form".utf8) + visit.bytes, using: key)
    }

    func freshVisit() -> Identifier<Visit> { Identifier(from: randomness) }
}

/// Proof that a form was shown by us to the same browser that sends it.
package struct FormToken: Sendable {
    /// In hexadecimal; stands in a hidden field or in the header `Form-Token`.
    package let text: String
}

/// A browser, known by a random cookie for as long as it stays open, and by nothing else.
final class Visit: Sendable {
    private let key: FormKey
    let id: Identifier<Visit>
    private let cameWithRequest: Bool
    private let wasAsked = Atomic(false)

    static let none = Visit(known: nil, key: .blank)

    init(known: Identifier<Visit>?, key: FormKey) {
        self.key = key
        id = known ?? key.freshVisit()
        cameWithRequest = known != nil
    }

    func token() -> FormToken {
        wasAsked.store(true, ordering: .relaxed)
        return FormToken(text: key.code(for: id).hex)
    }

    /// A form was shown and the browser has no cookie yet.
    var needsCookie: Bool { !cameWithRequest && wasAsked.load(ordering: .relaxed) }

    func accepts(_ token: String) -> Bool { cameWithRequest && key.isValid(token, for: id) }
}
