import Crypto
import Primitives

/// Time-based one-time passwords after RFC 6238 over RFC 4226: HMAC-SHA-1, six digits, thirty seconds, counted from 1970.
package struct TOTP: Sendable {
    /// Seconds for which a code is shown.
    package static let period = 30
    /// Digits of a code.
    package static let digits = 6
    /// Steps before and after the present one whose code is taken too, for clocks that differ and slow fingers.
    package static let window: Int64 = 1

    private let secret: TOTPSecret

    package init(_ secret: TOTPSecret) { self.secret = secret }

    /// The code of the step in which `instant` falls.
    package func code(at instant: Instant) -> String {
        Self.code(counter: Self.counter(at: instant), key: secret.bytes, digits: Self.digits)
    }

    /// Compares what a person typed with the codes of the window; spaces are ignored.
    ///
    /// - Parameter lastUsed: the counter that was accepted last, nil before the first. It and all before it are refused,
    ///   so that a code seen over a shoulder does not work again (RFC 6238, section 5.2).
    /// - Returns: the counter to keep as the last used one; nil when the code is not accepted.
    package func verify(_ entered: String, at instant: Instant, lastUsed: Int64?) -> Int64? {
        let entered = Bytes(entered.utf8.filter { $0 != 0x20 })
        let present = Self.counter(at: instant)
        var accepted: Int64?
        // All steps are tried whatever the first says, so that the time tells nothing about which one was right.
        for counter in (present - Self.window)...(present + Self.window) where counter >= 0 {
            let code = Self.code(counter: counter, key: secret.bytes, digits: Self.digits)
            let isEqual = constantTimeEquals(Bytes(code.utf8), entered)
            if isEqual, counter > lastUsed ?? -1 { accepted = accepted ?? counter }
        }
        return accepted
    }

    static func counter(at instant: Instant) -> Int64 {
        let seconds = instant.seconds
        let step = Int64(period)
        return seconds >= 0 ? seconds / step : (seconds - step + 1) / step
    }

    /// RFC 4226, section 5.3.
    static func code(counter: Int64, key: Bytes, digits: Int) -> String {
        let message = (0..<8).reversed().map { UInt8(truncatingIfNeeded: counter >> Int64($0 * 8)) }
        let digest = Bytes(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        let offset = Int(digest[digest.count - 1] & 15)
        let binary = digest[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let number = String(binary % modulus)
        return String(repeating: "0", count: digits - number.count) + number
    }
}
