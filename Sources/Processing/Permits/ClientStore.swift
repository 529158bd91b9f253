import Policy
import Primitives
import Storage

/// Connected programmes, in an open transaction.
package struct ClientStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Connects a programme.
    ///
    /// - Parameter digest: of its key, which is stored nowhere.
    /// - Returns: false when one of this name is or was connected; a name means the same one for ever.
    package func insert(_ client: Client, digest: Bytes) throws(StorageError) -> Bool {
        try transaction.run(
            """
            INSERT INTO client (id, name, digest, purposes, fields, vouched, added_at)
            VALUES (\(client.id), \(client.name), \(digest), \(client.purposes.map(\.rawValue).sorted().joined(separator: ",")),
                    \(client.fields.joined), \(client.vouched.joined), \(client.addedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// Exchanges the digest of a programme's key.
    ///
    /// - Returns: false when it is not connected.
    package func renew(_ id: Identifier<Client>, digest: Bytes) throws(StorageError) -> Bool {
        try transaction.run("UPDATE client SET digest = \(digest) WHERE id = \(id) AND ended_at IS NULL") == 1
    }

    /// Makes all keys of a restored house useless: some may have been exchanged or taken away after the copy was made.
    package func dropKeys() throws(StorageError) {
        // No key has a digest of 16 octets, and each row keeps one of its own.
        try transaction.send("UPDATE client SET digest = id")
    }

    /// Takes a programme's key away.
    ///
    /// - Returns: false when none of this name is connected.
    package func end(_ id: Identifier<Client>, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run("UPDATE client SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL") == 1
    }

    /// The programme whose key has a digest, connected or not.
    package func find(digest: Bytes) throws(StorageError) -> Client? { try Self.found(try ask(digest: digest)) }

    /// Asks for the programme whose key has a digest, with what is asked next.
    package func ask(digest: Bytes) throws(StorageError) -> Asked {
        try transaction.ask(Self.selection + "WHERE digest = \(digest)")
    }

    /// What ``ask(digest:)`` asked for.
    package static func found(_ asked: Asked) throws(StorageError) -> Client? { try asked.row().map(Client.init(row:)) }

    package func find(name: String) throws(StorageError) -> Client? { try one("WHERE name = \(name)") }

    package func find(_ id: Identifier<Client>) throws(StorageError) -> Client? { try one("WHERE id = \(id)") }

    /// Asks whether a programme is connected, with what is asked next; there is a row in the answer when it is.
    func askConnected(_ id: Identifier<Client>) throws(StorageError) -> Asked {
        try transaction.ask("SELECT 1 FROM client WHERE id = \(id) AND ended_at IS NULL")
    }

    /// All that are or were connected, by name.
    package func all() throws(StorageError) -> [Client] {
        try transaction.rows(Self.selection + "ORDER BY name").map(Client.init(row:))
    }

    private func one(_ condition: SQL) throws(StorageError) -> Client? {
        try transaction.row(Self.selection + condition).map(Client.init(row:))
    }

    private static let selection: SQL = "SELECT id, name, purposes, fields, vouched, added_at, ended_at FROM client"
}

extension Client {
    fileprivate init(row: Row) throws(StorageError) {
        func fields(_ column: Int) throws(StorageError) -> Set<FieldNumber> {
            Set(try row.text(column).split(separator: ",").compactMap { Int($0).map { FieldNumber($0) } })
        }
        self.init(
            id: try row.identifier(0), name: try row.text(1),
            purposes: Set(try row.text(2).split(separator: ",").map { PurposeID(String($0)) }),
            fields: try fields(3), vouched: try fields(4), addedAt: try row.instant(5),
            endedAt: try row.instantIfAny(6))
    }
}

extension Set<FieldNumber> {
    fileprivate var joined: String { sorted().map(\.description).joined(separator: ",") }
}
