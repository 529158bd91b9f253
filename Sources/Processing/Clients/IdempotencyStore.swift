import Permits
import Primitives
import Registration
import Storage

/// A request that may be sent again without being done again: the client's own key for it, and what it holds.
package struct RepeatableRequest: Sendable {
    /// Names the key of this client alone.
    let digest: Bytes
    /// A keyed digest of what was sent; what was sent cannot be guessed from it.
    let content: Bytes

    /// - Parameters:
    ///   - key: as the client made it up.
    ///   - content: the whole of what was sent.
    package init(_ key: String, of client: Client, content: Bytes, through gate: Gate) {
        digest = gate.mac("idempotency key", over: client.id.bytes + Bytes(key.utf8))
        self.content = gate.mac("idempotency content", over: content)
    }
}

/// Requests that were done, in an open transaction.
struct IdempotencyStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Makes a request this transaction's, unless it was done before. Whoever sends the same at the same time waits here
    /// for the first.
    ///
    /// - Returns: whom it registered before; nil when it is new, and is kept with `registered`.
    /// - Throws: ``ClientRefusal/otherBody``, ``ClientRefusal/erased``.
    func take(
        _ request: RepeatableRequest, for registered: Registrar.Registered, at now: Instant
    ) throws -> Registrar.Registered? {
        let row = try transaction.row(
            """
            INSERT INTO idempotency (digest, content, subject_id, number, language, at)
            VALUES (\(request.digest), \(request.content), \(registered.subject), \(registered.number),
                    \(registered.language.rawValue), \(now))
            ON CONFLICT (digest) DO UPDATE SET at = idempotency.at RETURNING content, subject_id, number, language
            """)
        guard let row else { throw StorageError.unexpected("idempotency row") }
        guard try row.bytes(0) == request.content else { throw ClientRefusal.otherBody }
        guard let subject: SubjectID = try row.identifierIfAny(1), let number = try row.textIfAny(2),
            let language = Language(rawValue: try row.text(3))
        else { throw ClientRefusal.erased }
        guard subject != registered.subject else { return nil }
        return Registrar.Registered(subject: subject, number: number, language: language)
    }
}
