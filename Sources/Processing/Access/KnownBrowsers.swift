import Permits
import Primitives

/// Who asks for a code or tries a password, as far as it is known before they are recognised.
package struct Asker: Sendable {
    /// A mark of where the request comes from; nil when that is not known. Never an address.
    package let source: Bytes?
    /// The tokens that earlier sign-ins have left in the browser; see ``KnownBrowsers``.
    package let tokens: [Bytes]

    package init(source: Bytes?, tokens: [Bytes]) {
        self.source = source
        self.tokens = tokens
    }

    /// Nothing is known of the one who asks.
    package static let unknown = Asker(source: nil, tokens: [])
}

/// Browsers in which the holder of an address has signed in before. They have an allowance of their own, so that
/// strangers cannot use up the holder's codes and tries.
///
/// A browser holds a token for each such address: twelve random octets, the day, and an HMAC over both and the digest of
/// the address. It names nobody, nothing is stored of it here, and only a browser that sends it can be told by it.
package struct KnownBrowsers: Sendable {
    /// How long a browser is known after the last sign-in in it.
    package static let life = Span.days(180)
    /// Of how many addresses a browser may hold tokens.
    private static let most = 4
    /// Octets of a token: twelve random ones, four of the day, sixteen of the HMAC.
    package static let length = 32

    let gate: Gate
    let time: TimeSource
    let randomness: Randomness

    package init(gate: Gate, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.time = time
        self.randomness = randomness
    }

    /// What tells the browser that sent `tokens` from others, when the holder of an address has signed in in it.
    ///
    /// - Parameter target: the digest of the normalised address.
    func mark(_ tokens: [Bytes], for target: Bytes) -> Bytes? {
        var found: Bytes?
        for token in tokens.prefix(Self.most) where isGenuine(token, for: target) && isInTime(token) { found = token }
        return found.map { gate.mac("mark of a known browser", over: $0) }
    }

    /// Who counts together in wrong passwords for an address: this browser when it is known, else all strangers.
    package func counter(_ tokens: [Bytes], for target: Bytes) -> Bytes {
        mark(tokens, for: target) ?? gate.mac("guesses of strangers", over: target)
    }

    /// What the browser holds from now on, after a sign-in with an address.
    package func adding(_ target: Bytes, to tokens: [Bytes]) -> [Bytes] {
        let start = randomness.bytes(12) + Self.octets(today)
        let others = tokens.prefix(Self.most).filter { $0.count == Self.length && !isGenuine($0, for: target) }
        return [start + mac(start, target)] + others.prefix(Self.most - 1)
    }

    private func isGenuine(_ token: Bytes, for target: Bytes) -> Bool {
        guard token.count == Self.length else { return false }
        return constantTimeEquals(mac(Bytes(token.prefix(16)), target), Bytes(token.suffix(16)))
    }

    private func isInTime(_ token: Bytes) -> Bool {
        let day = token[12..<16].reduce(0) { $0 << 8 | Int($1) }
        return today - day <= Self.life.seconds / 86_400
    }

    private var today: Int { Day(of: time.now, hoursEast: 0).daysSince1970 }

    private func mac(_ start: Bytes, _ target: Bytes) -> Bytes {
        Bytes(gate.mac("known browser", over: start + target).prefix(16))
    }

    private static func octets(_ day: Int) -> Bytes {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: day >> ($0 * 8)) }
    }
}
