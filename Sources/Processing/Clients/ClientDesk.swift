import Crypto
import Permits
import Policy
import Primitives
import Storage

/// Where programmes of the operator's are connected and lose their keys, and are known by them.
package struct ClientDesk: Sendable {
    package let gate: Gate
    let time: TimeSource
    let randomness: Randomness

    package init(gate: Gate, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.time = time
        self.randomness = randomness
    }

    /// What a key is to be made for, by the codes of policy.yml.
    package struct Bounds: Sendable {
        package var purposes: [String]
        package var fields: [String]
        /// Fields whose addresses the programme may vouch for.
        package var vouched: [String]

        package init(purposes: [String], fields: [String], vouched: [String] = []) {
            self.purposes = purposes
            self.fields = fields
            self.vouched = vouched
        }
    }

    /// Connects a programme; that it was is on record.
    ///
    /// - Parameter name: Latin letters, digits and hyphens in lower case, 32 at most.
    /// - Returns: its key, which is stored nowhere and cannot be shown again.
    /// - Throws: ``ClientRefusal``.
    package func add(_ name: String, _ bounds: Bounds) async throws -> String {
        guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,31}/) != nil else { throw ClientRefusal.name }
        let key = ClientKey(from: randomness)
        let id = Identifier<Client>(from: randomness)
        let now = time.now
        try await gate.perform { [gate] transaction in
            let policy = try gate.book.inForce(in: transaction).document
            let client = Client(
                id: id, name: name, purposes: try policy.purposes(bounds.purposes),
                fields: try policy.fields(bounds.fields),
                vouched: try policy.vouched(bounds), addedAt: now)
            guard try ClientStore(transaction).insert(client, digest: key.digest) else { throw ClientRefusal.nameTaken }
            try gate.append(.connected, client, in: transaction)
        }
        return key.text
    }

    /// Gives a programme another key for the same; the one before works no longer. That it did is on record.
    ///
    /// - Returns: the new key.
    /// - Throws: ``ClientRefusal/none``.
    package func renew(_ name: String) async throws -> String {
        let key = ClientKey(from: randomness)
        try await gate.perform { [gate] transaction in
            let store = ClientStore(transaction)
            guard let client = try store.find(name: name), try store.renew(client.id, digest: key.digest) else {
                throw ClientRefusal.none
            }
            try gate.append(.renewed, client, in: transaction)
        }
        return key.text
    }

    /// Takes a programme's key away: from this instant on it may do nothing; that it was is on record.
    ///
    /// - Throws: ``ClientRefusal/none``.
    package func end(_ name: String) async throws {
        let now = time.now
        try await gate.perform { [gate] transaction in
            let store = ClientStore(transaction)
            guard let client = try store.find(name: name), try store.end(client.id, at: now) else {
                throw ClientRefusal.none
            }
            try gate.append(.ended, client, in: transaction)
        }
    }

    /// All programmes that are or were connected, by name.
    package func all() async throws -> [Client] { try await gate.look { try ClientStore($0).all() } }

    /// The programme that bears a key.
    ///
    /// - Throws: ``ClientRefusal/noKey``: for anything that is no key of a connected one.
    package func caller(bearing text: String) async throws -> Caller {
        guard let key = ClientKey(text) else { throw ClientRefusal.noKey }
        return try await gate.look { [gate] transaction in
            let asked = try ClientStore(transaction).ask(digest: key.digest)
            try gate.book.ask(in: transaction)
            guard let client = try ClientStore.found(asked), client.isConnected else {
                throw ClientRefusal.noKey
            }
            return Caller(client: client, edition: try gate.book.inForce(in: transaction))
        }
    }
}

/// The secret by which a programme is known: 32 random octets, with a name in front that makes a leaked one easy to find.
struct ClientKey {
    static let prefix = "saqta_"
    private let octets: Bytes

    init(from randomness: Randomness) { octets = randomness.bytes(32) }

    init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), let octets = Bytes(hex: String(text.dropFirst(Self.prefix.count))),
            octets.count == 32
        else { return nil }
        self.octets = octets
    }

    var text: String { Self.prefix + octets.hex }

    /// What is stored; of 256 random bits a plain digest tells nothing.
    var digest: Bytes { Bytes(SHA256.hash(data: octets)) }
}

extension PolicyDocument {
    fileprivate func purposes(_ codes: [String]) throws(ClientRefusal) -> Set<PurposeID> {
        var found: Set<PurposeID> = []
        for code in codes {
            guard let purpose = purpose(PurposeID(code)) else {
                throw .unknown(code, known: purposes.map(\.id.rawValue))
            }
            found.insert(purpose.id)
        }
        guard !found.isEmpty else { throw .noPurpose }
        return found
    }

    fileprivate func fields(_ codes: [String]) throws(ClientRefusal) -> Set<FieldNumber> {
        var found: Set<FieldNumber> = []
        for code in codes {
            guard let field = field(code: code) else { throw .unknown(code, known: fields.map(\.code)) }
            found.insert(field.number)
        }
        return found
    }

    fileprivate func vouched(_ bounds: ClientDesk.Bounds) throws(ClientRefusal) -> Set<FieldNumber> {
        let vouched = try fields(bounds.vouched)
        guard vouched.isSubset(of: contacts.asked), vouched.isSubset(of: try fields(bounds.fields)) else {
            throw .notVouchable
        }
        return vouched
    }
}
