import Access
import HouseKit
import Messages
import Permits
import Policy
import Primitives
import TestKit

extension TestHouse {
    static let address = "aigerim@example.kz"
    static let nobodys = "nobody@example.kz"

    /// Somebody registered under ``address``, an hour ago.
    func registered() async throws -> Person {
        let person = try await register("Үлгіева", "Айгерім", email: Self.address)
        clock.advance(by: .minutes(61))
        return person
    }

    /// Asks for a code and gives the digest of the session that waits for it.
    func ask(_ address: String = address, _ asker: Asker = .unknown) async throws -> Bytes {
        Session.digest(of: try await signIn.askCode(.email, field: .email, address: address, asker: asker))
    }

    /// How many messages have gone out by now.
    func sent() async throws -> Int {
        try await signIn.dispatch()
        try await courier.round()
        return await outbox.deliveries.count
    }

    /// The code that was sent last.
    func code() async throws -> String {
        _ = try await sent()
        return try await outbox.code()
    }

    /// Somebody who has asked for a code, in the session that waits for it, and the code.
    func waiting() async throws -> (Person, session: Bytes, code: String) {
        let person = try await registered()
        let session = try await ask()
        return (person, session, try await code())
    }

    /// Signs in by a code.
    func enter(_ asker: Asker = .unknown) async throws -> SignIn.Entered {
        let waiting = try await ask(asker: asker)
        return try await signIn.enter(code: try await code(), session: waiting, asker: asker)
    }

    private func ask(asker: Asker) async throws -> Bytes { try await ask(Self.address, asker) }

    /// Signs in by a password.
    func enter(
        _ password: String, _ asker: Asker = .unknown, address: String = address
    ) async throws -> SignIn.Entered {
        try await signIn.enter(address: address, field: .email, password: password, asker: asker)
    }

    var sessions: Sessions { Sessions(gate: gate, time: clock.source) }

    func session(_ token: Bytes) async throws -> Session? { try await sessions.find(Session.digest(of: token)) }

    /// Another code than the one that was sent.
    static func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }
}

extension Asker {
    /// Somebody at one place of the network, with what their browser holds.
    static func at(_ place: UInt8, tokens: [Bytes] = []) -> Asker {
        Asker(source: Bytes(repeating: place, count: 16), tokens: tokens)
    }
}
