import Policy
import Primitives
import Storage

/// Services and agreements, in an open transaction. Rows are only added: nothing that was saved is lost.
package struct ServiceStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Each service as it was saved last, by name.
    package func all() throws -> [ServiceVersion] {
        try transaction.rows(
            """
            SELECT s.service, s.revision, s.state, s.content, s.saved_by, s.saved_at FROM service_version s
            WHERE s.revision = (SELECT MAX(e.revision) FROM service_version e WHERE e.service = s.service)
            ORDER BY s.service
            """
        ).map(Self.version)
    }

    /// A service as it was saved last.
    package func find(_ service: ServiceID) throws -> ServiceVersion? { try versions(of: service, limit: 1).first }

    /// The newest versions of a service, the newest first.
    package func versions(of service: ServiceID, limit: Int) throws -> [ServiceVersion] {
        try transaction.rows(
            """
            SELECT service, revision, state, content, saved_by, saved_at FROM service_version
            WHERE service = \(service.rawValue) ORDER BY revision DESC LIMIT \(limit)
            """
        ).map(Self.version)
    }

    /// All texts of the agreement for a service, the newest first.
    package func agreements(for service: ServiceID) throws -> [AgreementEdition] {
        try transaction.rows(
            """
            SELECT service, number, content, hash, in_force_since, published_by FROM agreement_edition
            WHERE service = \(service.rawValue) ORDER BY number DESC
            """
        ).map(Self.agreement)
    }

    /// The agreement in force for each service.
    package func agreementsInForce() throws -> [ServiceID: AgreementEdition] {
        let rows = try transaction.rows(
            """
            SELECT a.service, a.number, a.content, a.hash, a.in_force_since, a.published_by FROM agreement_edition a
            WHERE a.number = (SELECT MAX(e.number) FROM agreement_edition e WHERE e.service = a.service)
            """
        ).map(Self.agreement)
        return Dictionary(rows.map { ($0.service, $0) }, uniquingKeysWith: { $1 })
    }

    /// - Returns: false when somebody else has saved that version meanwhile.
    func add(_ version: ServiceVersion) throws -> Bool {
        let content = String(decoding: try CanonicalJSON.encode(version.card), as: UTF8.self)
        return try transaction.run(
            """
            INSERT INTO service_version (service, revision, state, content, saved_by, saved_at)
            VALUES (\(version.service.rawValue), \(version.revision), \(version.state.rawValue), \(content),
                    \(version.savedBy), \(version.savedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// - Returns: false when somebody else has published that number meanwhile.
    func add(_ edition: AgreementEdition) throws -> Bool {
        let content = String(decoding: try CanonicalJSON.encode(edition.text), as: UTF8.self)
        return try transaction.run(
            """
            INSERT INTO agreement_edition (service, number, content, hash, in_force_since, published_by)
            VALUES (\(edition.service.rawValue), \(edition.number), \(content), \(edition.hash),
                    \(edition.inForceSince), \(edition.publishedBy))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    private static func version(_ row: Row) throws -> ServiceVersion {
        guard let state = ServiceVersion.State(rawValue: try row.text(2)) else {
            throw StorageError.unexpected("service row")
        }
        return ServiceVersion(
            service: ServiceID(try row.text(0)), revision: Int(try row.int(1)), state: state,
            card: try CanonicalJSON.decode(ServiceCard.self, from: Bytes(try row.text(3).utf8)),
            savedBy: try row.identifierIfAny(4), savedAt: try row.instant(5))
    }

    private static func agreement(_ row: Row) throws -> AgreementEdition {
        AgreementEdition(
            service: ServiceID(try row.text(0)), number: Int(try row.int(1)),
            text: try CanonicalJSON.decode(Phrase.self, from: Bytes(try row.text(2).utf8)), hash: try row.bytes(3),
            inForceSince: try row.instant(4), publishedBy: try row.identifierIfAny(5))
    }
}
