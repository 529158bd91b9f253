import Access
import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// The token of the link by which a person goes on with what a programme began: 128 bits that nobody can guess who has
    /// not the house's own keys. It is made anew from them whenever it is told, so it is stored nowhere.
    package func linkToken(of registered: Registered) -> Bytes {
        Bytes(gate.mac("handover token", over: registered.subject.bytes).prefix(16))
    }

    /// What is put in beside a registration that somebody is to go on with by a link.
    struct HandingOver: Sendable {
        let digest: Bytes
        let masks: Bytes
    }

    /// - Parameter addresses: those that the programme gave.
    func handingOver(
        _ registered: Registered, _ addresses: [Channel: (shown: String, compared: String)], sealer: Sealer
    ) throws -> HandingOver {
        let masks = Channel.allCases.compactMap { channel in addresses[channel].map { channel.mask($0.shown) } }
        return HandingOver(
            digest: digest(ofLink: linkToken(of: registered)),
            masks: try sealer.seal(
                Bytes(masks.joined(separator: "\n").utf8), label: Self.masksLabel, in: .messages))
    }

    /// What a link leads to, without using it up; nil when there is nothing that it opens.
    ///
    /// - Parameter browser: what tells the browser from others, by which a lost answer is asked for once more.
    package func handover(_ token: Bytes, in browser: Bytes) async throws -> Handover? {
        let (digest, mark, now) = (digest(ofLink: token), mark(of: browser), time.now)
        let found = try await gate.look { transaction -> (HandoverStore.Standing, RegistrationRow)? in
            guard let standing = try HandoverStore(transaction).find(digest, in: mark, at: now),
                let row = try RegistrationStore(transaction).find(standing.subject), row.state == .draft
            else { return nil }
            return (standing, row)
        }
        guard let (standing, row) = found else { return nil }
        do {
            let masks = try await gate.unsealOwn(standing.masks, label: Self.masksLabel, of: standing.subject)
            return Handover(
                subject: standing.subject, client: standing.client,
                masks: String(decoding: masks.reveal(), as: UTF8.self).split(separator: "\n").map(String.init),
                draftEndsAt: row.dueAt ?? now)
        } catch let refusal as GateRefusal where refusal.reason == .noSubject {
            // Erased since it was looked up.
            return nil
        }
    }

    /// Uses a link up, and begins the session in which the person goes on.
    ///
    /// - Returns: the token of the session; nil when there is nothing that the link opens.
    package func goOn(_ token: Bytes, in browser: Bytes) async throws -> Bytes? {
        let (digest, mark, now) = (digest(ofLink: token), mark(of: browser), time.now)
        let standing = try await gate.look { try HandoverStore($0).find(digest, in: mark, at: now) }
        guard let subject = standing?.subject else { return nil }
        let sealer: Sealer
        do {
            sealer = try await gate.sealer(for: subject)
        } catch let refusal as GateRefusal where refusal.reason == .noSubject {
            return nil
        }
        let session = randomness.bytes(32)
        return try await gate.perform { transaction in
            // First, as every other act on the person does.
            try transaction.lock(subject, .exclusive)
            guard let row = try RegistrationStore(transaction).find(subject), row.state == .draft,
                try HandoverStore(transaction).use(digest, in: mark, at: now)
            else { return nil }
            let name = Session.digest(of: session)
            try SessionStore(transaction).begin(name, kind: .registration, assurance: .browser, of: subject, at: now)
            let permit = try gate.permitToWrite(
                Ask(.signIn, by: .subject(subject, session: name), on: subject, for: .security, caseID: row.number),
                sealer: sealer, in: transaction)
            try permit.note(["with": "link"], in: transaction)
            return session
        }
    }

    private static let masksLabel = "handover"

    private func digest(ofLink token: Bytes) -> Bytes { gate.mac("handover", over: token) }

    private func mark(of browser: Bytes) -> Bytes { gate.mac("browser of a handover", over: browser) }
}

extension Channel {
    /// An address in a form that may be seen over a shoulder.
    package func mask(_ address: String) -> String {
        self == .email ? EmailAddress.mask(address) : TelephoneNumber.mask(address)
    }
}
