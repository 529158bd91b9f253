import Messages
import Permits
import Policy
import Primitives
import Storage

/// Lets subjects in: by a code to a confirmed address, or by a password they have set.
///
/// What is answered, and how long it takes, does not depend on whether the person exists: asking for a code only notes
/// the wish; ``dispatch()`` finds the person later.
package struct SignIn: Sendable {
    package let gate: Gate
    let codes: OneTimeCodes
    let addresses: AddressBook
    let passwords: PasswordChecks
    let time: TimeSource
    let randomness: Randomness

    package init(
        gate: Gate, codes: OneTimeCodes, passwords: PasswordChecks, time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.codes = codes
        addresses = AddressBook(gate)
        self.passwords = passwords
        self.time = time
        self.randomness = randomness
    }

    /// Asks for a code, in a fresh session of a stranger.
    ///
    /// - Parameter address: normalised, as it is compared.
    /// - Returns: the token of the session that waits for the code.
    /// - Throws: ``AccessRefusal/tooSoon(_:)``, ``AccessRefusal/tooManyCodes(_:)``: also for addresses of nobody.
    package func askCode(
        _ channel: Channel, field: FieldNumber, address: String, asker: Asker = .unknown
    ) async throws -> Bytes {
        let token = randomness.bytes(32)
        let session = Session.digest(of: token)
        let digests = try addresses.digests(field, address).map(\.digest)
        guard let target = digests.first else { throw AccessRefusal.notAnAddress }
        let now = time.now
        try await gate.perform { transaction in
            try SessionStore(transaction).begin(session, kind: .stranger, assurance: .none, of: nil, at: now)
            _ = try codes.ask(
                .signIn, channel: channel, target: target, digests: digests, subject: nil, session: session,
                asker: asker, in: transaction)
        }
        return token
    }

    /// Asks for another code in the same session.
    package func askAgain(session: Bytes, asker: Asker = .unknown) async throws {
        try await gate.perform { transaction in
            guard let pending = try codes.pending(.signIn, channel: nil, session: session, in: transaction) else {
                throw AccessRefusal.noSession
            }
            _ = try codes.ask(
                .signIn, channel: pending.channel, target: pending.target, digests: pending.digests, subject: nil,
                session: session, asker: asker, in: transaction)
        }
    }

    /// Makes and queues the codes that were asked for, where the address belongs to somebody.
    /// - Returns: how many wishes were worked on.
    @discardableResult
    package func dispatch() async throws -> Int {
        let asked = try await gate.look { transaction in
            try transaction.rows(
                """
                SELECT id, channel, target, digests FROM code WHERE state = 'asked' AND reason = 'signIn'
                ORDER BY created_at LIMIT 32
                """
            ).map { row in
                (
                    try row.identifier(0) as Identifier<OneTimeCodes.Code>, Channel(rawValue: try row.text(1)),
                    OneTimeCodes.digests(try row.bytesIfAny(3), of: try row.bytes(2))
                )
            }
        }
        for (id, channel, digests) in asked {
            guard let channel else { continue }
            try await dispatch(id, channel, digests)
        }
        return asked.count
    }

    private func dispatch(_ id: Identifier<OneTimeCodes.Code>, _ channel: Channel, _ digests: [Bytes]) async throws {
        let persons = try await gate.look { try addresses.persons(digests, in: $0) }
        // A telephone that several persons share opens nobody's account.
        let person = channel == .email || persons.count == 1 ? persons.first : nil
        let sealer: Sealer?
        if let person { sealer = try await gate.sealer(for: person) } else { sealer = nil }
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            guard let person, let sealer, let row = try SubjectStore(transaction).find(person) else {
                try transaction.send("UPDATE code SET state = 'void' WHERE id = \(id) AND state = 'asked'")
                return
            }
            let code = try codes.make(id, for: person, in: transaction)
            try MessageQueue(transaction).add(
                .code, by: channel == .email ? .email : .sms, language: row.language,
                ["code": code, MessageRow.target: digests.first?.hex ?? ""], sealer: sealer, id: message, at: now)
        }
    }
}
