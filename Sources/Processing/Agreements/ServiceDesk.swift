import Crypto
import Permits
import Policy
import Primitives
import Storage

/// The catalogue of services and the agreements for them. Nothing personal is in it.
package struct ServiceDesk: Sendable {
    let gate: Gate
    let isAdministrator: @Sendable (Actor, any Transaction) throws -> Bool
    let time: TimeSource

    /// The longest text, in octets.
    package static let longest = 65_536

    /// - Parameter isAdministrator: whether somebody may write, asked in the transaction of the change.
    package init(
        gate: Gate, isAdministrator: @escaping @Sendable (Actor, any Transaction) throws -> Bool, time: TimeSource
    ) {
        self.gate = gate
        self.isAdministrator = isAdministrator
        self.time = time
    }

    /// What can be ordered now, by name.
    package func offered() async throws -> [OfferedService] {
        try await gate.look { transaction in
            let store = ServiceStore(transaction)
            let agreements = try store.agreementsInForce()
            return try store.all().compactMap { version in
                guard version.state == .offered, let agreement = agreements[version.service] else { return nil }
                return OfferedService(version: version, agreement: agreement)
            }
        }
    }

    /// One of them; nil when it cannot be ordered.
    package func offered(_ service: ServiceID) async throws -> OfferedService? {
        try await gate.look { try Self.offered(service, in: $0) }
    }

    static func offered(_ service: ServiceID, in transaction: any Transaction) throws -> OfferedService? {
        let store = ServiceStore(transaction)
        guard let version = try store.find(service), version.state == .offered,
            let agreement = try store.agreements(for: service).first
        else { return nil }
        return OfferedService(version: version, agreement: agreement)
    }

    /// All services, those too that are not offered.
    package func all() async throws -> [ServiceVersion] { try await gate.look { try ServiceStore($0).all() } }

    /// A service with its newest versions and all texts of its agreement, the newest first.
    package func history(
        of service: ServiceID
    ) async throws -> (versions: [ServiceVersion], agreements: [AgreementEdition]) {
        try await gate.look { transaction in
            let store = ServiceStore(transaction)
            return (try store.versions(of: service, limit: 20), try store.agreements(for: service))
        }
    }

    /// The policy in force.
    package func policy() async throws -> PolicyDocument {
        try await gate.look { [gate] in try gate.book.inForce(in: $0).document }
    }

    /// Saves a service as its next version.
    ///
    /// - Parameter seen: the mark of the version as it was shown; nil for a new service.
    /// - Throws: ``ServiceRefusal``; nothing is saved then.
    package func save(
        _ service: ServiceID, _ card: ServiceCard, _ state: ServiceVersion.State, seen: Bytes?, by actor: Actor
    ) async throws {
        guard Self.isName(service.rawValue) else { throw ServiceRefusal.wrongName }
        try Self.check(card, isOffered: state == .offered)
        let now = time.now
        try await gate.perform { [self] transaction in
            try checkAdministrator(actor, in: transaction)
            let store = ServiceStore(transaction)
            let held = try store.find(service)
            if held != nil, seen == nil { throw ServiceRefusal.nameTaken }
            guard try held?.mark == seen else { throw ServiceRefusal.changedMeanwhile }
            try Self.check(card, under: try gate.book.inForce(in: transaction).document)
            if state == .offered, try store.agreements(for: service).isEmpty { throw ServiceRefusal.noAgreement }
            let version = ServiceVersion(
                service: service, revision: (held?.revision ?? 0) + 1, state: state, card: card,
                savedBy: actor.person, savedAt: now)
            guard try store.add(version) else { throw ServiceRefusal.changedMeanwhile }
            try gate.appendOperation(
                "save_service", by: actor,
                note: [
                    "service": service.rawValue, "version": "\(version.revision)", "state": state.rawValue,
                    "text": try version.mark.hex,
                ], in: transaction)
        }
    }

    /// Publishes a text of the agreement; in force from this instant for whoever orders from now on.
    ///
    /// - Parameter last: the number of the text in force as it was shown; 0 where there was none.
    /// - Throws: ``ServiceRefusal``.
    package func publish(_ text: Phrase, for service: ServiceID, after last: Int, by actor: Actor) async throws {
        let text = Phrase(ru: text.ru.asLines, kk: text.kk.asLines, en: text.en.asLines)
        try Self.check(text, .agreement)
        let hash = Bytes(SHA256.hash(data: try CanonicalJSON.encode(text)))
        let now = time.now
        try await gate.perform { [self] transaction in
            try checkAdministrator(actor, in: transaction)
            let store = ServiceStore(transaction)
            guard try store.find(service) != nil else { throw ServiceRefusal.notFound }
            let newest = try store.agreements(for: service).first
            guard (newest?.number ?? 0) == last else { throw ServiceRefusal.changedMeanwhile }
            guard newest?.hash != hash else { throw ServiceRefusal.unchanged }
            let edition = AgreementEdition(
                service: service, number: last + 1, text: text, hash: hash, inForceSince: now,
                publishedBy: actor.person)
            guard try store.add(edition) else { throw ServiceRefusal.changedMeanwhile }
            try gate.appendOperation(
                "publish_agreement", by: actor,
                note: ["service": service.rawValue, "agreement": "\(edition.number)", "text": hash.hex],
                in: transaction)
        }
    }

    private func checkAdministrator(_ actor: Actor, in transaction: any Transaction) throws {
        guard try isAdministrator(actor, transaction) else { throw ServiceRefusal.notAdministrator }
    }
}
