import Crypto
import Permits
import Policy
import Primitives
import Storage

/// The way a code takes to a person.
package enum Channel: String, Sendable, CaseIterable {
    case email, telephone

    package var other: Channel { self == .email ? .telephone : .email }
}

/// Limits of one-time codes, from the policy in force.
struct CodeTerms: Sendable {
    let life: Span
    let tries: Int
    let resendAfter: Span
    /// What one person may ask.
    let anHour: Int
    /// What all who are strangers to an address may have sent to it together.
    var anHourFromStrangers: Int { anHour * 3 }

    init(_ terms: Terms) {
        life = terms.code.span
        tries = terms.codeTries
        resendAfter = terms.codeResend.span
        anHour = terms.codesPerHour
    }
}

/// Six digits that prove that somebody holds an address: single use, bound to the session that asked.
package struct OneTimeCodes: Sendable {
    let gate: Gate
    let time: TimeSource
    let randomness: Randomness
    package let browsers: KnownBrowsers

    package init(gate: Gate, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.time = time
        self.randomness = randomness
        browsers = KnownBrowsers(gate: gate, time: time, randomness: randomness)
    }

    /// The type of a code's identifier; has no values.
    package enum Code {}

    /// Why a code is sent.
    package enum Reason: String, Sendable {
        case confirm, signIn
        /// To show again that one is the person whose session it is.
        case prove
        /// To put another address in the place of one of a person whose registration was sent.
        case change
    }

    /// A code that was asked for, as the page that waits for it knows it.
    package struct Pending: Sendable {
        package let id: Identifier<Code>
        package let channel: Channel
        package let subject: SubjectID?
        package let target: Bytes
        /// Of the address under all versions of the index key, where the person is yet to be found by it.
        let digests: [Bytes]
        package let createdAt: Instant
        package let expiresAt: Instant
        package let triesLeft: Int
        /// From when on another may be sent.
        package let againAt: Instant
    }

    private func terms(in transaction: any Transaction) throws -> CodeTerms {
        CodeTerms(try gate.book.inForce(in: transaction).document.terms)
    }

    /// Notes that a code is wanted. Nothing in it depends on whether anybody holds the address.
    ///
    /// A known browser is counted by itself; everybody else by session, person and source. What strangers ask for one
    /// address has a bound of its own on top, and leaves the allowance of known browsers alone.
    ///
    /// - Parameters:
    ///   - target: the digest of the normalised address.
    ///   - digests: all its digests, where the person is yet to be found by them.
    /// - Returns: nil when strangers have asked so often that nothing may be sent; that looks the same from outside.
    /// - Throws: ``AccessRefusal/tooSoon(_:)``, ``AccessRefusal/tooManyCodes(_:)``, for what this asker asked.
    package func ask(
        _ reason: Reason, channel: Channel, target: Bytes, digests: [Bytes] = [], subject: SubjectID?, session: Bytes,
        asker: Asker, in transaction: any Transaction
    ) throws -> Identifier<Code>? {
        let now = time.now
        let terms = try terms(in: transaction)
        let known = browsers.mark(asker.tokens, for: target)
        // Sources are counted among strangers only: a stranger behind the same address takes nothing from a known browser.
        let source = known == nil ? asker.source : nil
        let own = try transaction.rows(
            """
            SELECT created_at FROM code
            WHERE target = \(target) AND reason = \(reason.rawValue) AND created_at > \(now - .hours(1))
                  AND (session = \(session) OR subject_id = \(subject) OR known = \(known) OR asker = \(source))
            ORDER BY created_at DESC LIMIT \(terms.anHour)
            """
        ).map { try $0.instant(0) }
        if let newest = own.first, newest + terms.resendAfter > now {
            throw AccessRefusal.tooSoon(newest + terms.resendAfter)
        }
        if own.count >= terms.anHour, let oldest = own.last {
            throw AccessRefusal.tooManyCodes(oldest + .hours(1))
        }
        let sent = try transaction.row(
            """
            SELECT COUNT(*) FROM code
            WHERE target = \(target) AND reason = \(reason.rawValue) AND created_at > \(now - .hours(1))
                  AND known IS NULL AND state <> 'void'
            """)
        // What others have asked for the same address is not told: the same page as always, and nothing is sent.
        let isSilent = try known == nil && sent?.int(0) ?? 0 >= Int64(terms.anHourFromStrangers)
        let id = Identifier<Code>(from: randomness)
        try transaction.send(
            """
            UPDATE code SET state = 'replaced' WHERE session = \(session) AND reason = \(reason.rawValue)
            AND channel = \(channel.rawValue) AND state IN ('asked', 'sent')
            """)
        try transaction.send(
            """
            INSERT INTO code (id, session, subject_id, channel, reason, target, state, mac, tries, created_at, expires_at,
                              asker, known, digests)
            VALUES (\(id), \(session), \(subject), \(channel.rawValue), \(reason.rawValue), \(target),
                    \(isSilent ? "void" : "asked"), NULL, 0, \(now), \(now + terms.life), \(source), \(known),
                    \(digests.isEmpty ? nil : Bytes(digests.joined())))
            """)
        return isSilent ? nil : id
    }

    /// Reads the digests that a row keeps; one from before they were kept has the target alone.
    static func digests(_ joined: Bytes?, of target: Bytes) -> [Bytes] {
        guard let joined, joined.count % target.count == 0 else { return [target] }
        return stride(from: 0, to: joined.count, by: target.count).map { Bytes(joined[$0..<$0 + target.count]) }
    }

    /// Ends the codes of a person that were meant for another address than the one they have given now.
    package func end(_ channel: Channel, of subject: SubjectID, except target: Bytes, in transaction: any Transaction)
        throws
    {
        try transaction.send(
            """
            UPDATE code SET state = 'replaced' WHERE subject_id = \(subject) AND channel = \(channel.rawValue)
            AND reason = 'confirm' AND target <> \(target) AND state IN ('asked', 'sent')
            """)
    }

    /// Ends every code that a person has not used, whatever for and wherever it went.
    package func endAll(of subject: SubjectID, in transaction: any Transaction) throws {
        try transaction.send(
            "UPDATE code SET state = 'replaced' WHERE subject_id = \(subject) AND state IN ('asked', 'sent')")
    }

    /// Makes the code itself; the answer goes into a message of the same transaction and nowhere else.
    package func make(_ id: Identifier<Code>, for subject: SubjectID, in transaction: any Transaction) throws -> String
    {
        let code = digits()
        try transaction.send(
            """
            UPDATE code SET state = 'sent', subject_id = \(subject), mac = \(mac(id, code)) WHERE id = \(id)
            """)
        return code
    }

    /// The code that a session waits for; also when none was sent.
    package func pending(
        _ reason: Reason, channel: Channel?, session: Bytes, in transaction: any Transaction
    ) throws -> Pending? {
        let terms = try terms(in: transaction)
        let rows = try transaction.rows(
            """
            SELECT id, channel, subject_id, target, created_at, expires_at, tries, digests FROM code
            WHERE session = \(session) AND reason = \(reason.rawValue) AND state IN ('asked', 'sent', 'void')
            ORDER BY created_at DESC LIMIT 10
            """)
        for row in rows {
            guard let found = Channel(rawValue: try row.text(1)), channel == nil || channel == found else { continue }
            return Pending(
                id: try row.identifier(0), channel: found, subject: try row.identifierIfAny(2),
                target: try row.bytes(3), digests: Self.digests(try row.bytesIfAny(7), of: try row.bytes(3)),
                createdAt: try row.instant(4), expiresAt: try row.instant(5),
                triesLeft: max(0, terms.tries - Int(try row.int(6))),
                againAt: try row.instant(4) + terms.resendAfter)
        }
        return nil
    }

    /// Tries a code. The count of tries is durable before anything is compared.
    ///
    /// - Returns: what was waited for, when the code fits; use it up with ``use(_:in:)`` in the transaction of its effect.
    /// - Throws: ``AccessRefusal/wrongCode(triesLeft:)``.
    package func attempt(
        _ entered: String, for reason: Reason, channel: Channel?, session: Bytes
    ) async throws -> Pending {
        let now = time.now
        let found = try await gate.perform { transaction -> (Pending, Bytes?)? in
            guard let pending = try pending(reason, channel: channel, session: session, in: transaction) else {
                return nil
            }
            let tries = try terms(in: transaction).tries
            let counted = try transaction.row(
                """
                UPDATE code SET tries = tries + 1
                WHERE id = \(pending.id) AND tries < \(tries) AND expires_at > \(now) RETURNING mac, state
                """)
            guard let counted, try counted.text(1) == "sent" else { return (pending, nil) }
            return (pending, try counted.bytesIfAny(0))
        }
        guard let (pending, stored) = found else { throw AccessRefusal.wrongCode(triesLeft: 0) }
        let made = mac(pending.id, entered.filter { $0.isASCII && $0.isNumber })
        // Compared through a second digest, so that the time says nothing about how much of it fits.
        guard let stored, SHA256.hash(data: made) == SHA256.hash(data: stored) else {
            throw AccessRefusal.wrongCode(triesLeft: max(0, pending.triesLeft - 1))
        }
        return pending
    }

    /// Uses a code up. - Throws: ``AccessRefusal/wrongCode(triesLeft:)`` when another request was faster.
    package func use(_ pending: Pending, in transaction: any Transaction) throws {
        let used = try transaction.run("UPDATE code SET state = 'used' WHERE id = \(pending.id) AND state = 'sent'")
        guard used == 1 else { throw AccessRefusal.wrongCode(triesLeft: 0) }
    }

    private func mac(_ id: Identifier<Code>, _ code: String) -> Bytes {
        gate.mac("one-time code", over: id.bytes + Bytes(code.utf8))
    }

    private func digits() -> String {
        // Rejection sampling: each of the million codes is equally likely.
        while true {
            let number = randomness.bytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            guard number < 4_294_000_000 else { continue }
            let text = String(number % 1_000_000)
            return String(repeating: "0", count: 6 - text.count) + text
        }
    }
}
