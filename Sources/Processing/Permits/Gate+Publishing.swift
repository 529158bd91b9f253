import Policy
import Primitives
import Storage

extension Gate {
    /// The edition in force; nil when none was ever published.
    package func editionInForce() async throws -> Edition? {
        try await database.read { [book] transaction in try book.newest(in: transaction) }
    }

    /// Publishes a document as the next edition; in force from this instant.
    ///
    /// - Parameter manner: how an edition after the first comes into force.
    /// - Returns: the edition in force afterwards; the same as before when nothing changed.
    package func publish(_ document: PolicyDocument, _ manner: PublicationManner = .demo) async throws -> Edition {
        let canonical = try document.canonical()
        while true {
            let newest = try await editionInForce()
            let edition = try Edition(
                number: (newest?.number ?? 0) + 1, inForceSince: time.now, document: document,
                manner: newest == nil ? .installation : manner)
            if let newest, newest.hash == edition.hash { return newest }
            if try await publish(edition, canonical: canonical) { return edition }
        }
    }

    /// Publishes an edition that was made ready before.
    ///
    /// - Parameter canonical: the canonical form of its document.
    /// - Returns: false when it is not the next one, as when another process published meanwhile; nothing is done then.
    package func publish(_ edition: Edition, canonical: Bytes) async throws -> Bool {
        let isNext = try await perform { [self] transaction in
            try publish(edition, canonical: canonical, in: transaction)
        }
        if isNext { book.remember(edition) }
        return isNext
    }

    /// The same in an open transaction; the book may ``PolicyBook/remember(_:)`` the edition once that is durable.
    ///
    /// Nothing after it in the transaction may ask for the edition in force: what is undone would be remembered.
    ///
    /// - Parameters:
    ///   - actor: who publishes; nil for the house itself.
    ///   - proposal: the first half of the act; nil where there was none.
    ///   - note: what the entry tells beside the manner and the digest of the certificate.
    package func publish(
        _ edition: Edition, canonical: Bytes, by actor: Actor? = nil,
        after proposal: CertificateContent.FirstHalf? = nil, note: [String: String] = [:],
        in transaction: any Transaction
    ) throws -> Bool {
        let newest = try transaction.row("SELECT MAX(number) FROM edition")?.intIfAny(0) ?? 0
        guard newest + 1 == Int64(edition.number) else { return false }
        let added = try transaction.run(
            """
            INSERT INTO edition (number, hash, in_force_since, canonical, manner)
            VALUES (\(edition.number), \(edition.hash), \(edition.inForceSince), \(canonical),
                    \(edition.manner?.rawValue))
            ON CONFLICT DO NOTHING
            """)
        guard added == 1 else { return false }
        let content = CertificateContent(edition, by: actor?.role, after: proposal)
        let entry = try appendNaming(
            nobody: "publish", by: actor, role: "operator", clause: "5.4", edition: edition.number,
            digest: edition.hash, note: try evidence(edition, content).merging(note) { $1 }, in: transaction)
        try keep(content, entry, of: edition.number, in: transaction)
        return true
    }

    /// Writes down that an edition was proposed, or a proposal withdrawn; it is about no person.
    ///
    /// - Parameters:
    ///   - hash: of the canonical form that is proposed.
    ///   - after: the number of the edition in force.
    package func appendProposal(
        withdrawn: Bool, _ hash: Bytes, after: Int, by actor: Actor, note: [String: String] = [:],
        in transaction: any Transaction
    ) throws {
        try appendNaming(
            nobody: withdrawn ? "withdraw_proposal" : "propose_edition", by: actor, role: "operator", clause: "5.4",
            edition: after, digest: hash, note: note, in: transaction)
    }
}
