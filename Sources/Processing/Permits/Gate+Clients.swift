import Crypto
import Policy
import Primitives
import Storage

/// What is put on record about a programme itself; the raw values are the codes of ledger entries.
package enum ClientChange: String, Sendable {
    case connected = "add_client"
    /// It got another key, and the one before works no longer.
    case renewed = "renew_client"
    case ended = "end_client"
}

extension Gate {
    /// Writes down that a programme was connected, got another key or lost it; it is about no person.
    ///
    /// The entry holds the SHA-256 of what the key was made for.
    package func append(_ change: ClientChange, _ client: Client, in transaction: any Transaction) throws {
        let edition = try book.inForce(in: transaction)
        try appendNaming(
            nobody: change.rawValue, role: "operator", edition: edition.number,
            digest: Bytes(SHA256.hash(data: client.bounds.octets)), note: ["client": client.name], in: transaction)
    }
}
