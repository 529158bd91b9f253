import Crypto
import Policy
import Primitives
import Storage

extension Gate {
    /// Writes down that a programme was connected, or that it lost its key; it is about no person.
    ///
    /// The entry holds the SHA-256 of what the key was made for.
    package func append(_ client: Client, isEnded: Bool, in transaction: any Transaction) throws {
        let edition = try book.inForce(in: transaction)
        try appendNaming(
            nobody: isEnded ? "end_client" : "add_client", role: "operator", edition: edition.number,
            digest: Bytes(SHA256.hash(data: client.bounds.octets)), note: ["client": client.name], in: transaction)
    }
}
