import Primitives

extension KeyRing {
    /// How things stand with the service that wraps the root key.
    package struct ServiceStanding: Sendable, Hashable {
        package let name: String
        /// When it has last given the root key.
        package let provedAt: Instant
        /// Until then what is open works without it.
        package let until: Instant
    }

    /// nil where the root key lies in a file.
    package var service: ServiceStanding? {
        guard case .service(let service) = place else { return nil }
        let provedAt = provedAt
        return ServiceStanding(name: service.name, provedAt: provedAt, until: provedAt + service.mayBeAway)
    }

    /// Whether what is sealed opens: the key service was there lately enough, or there is none.
    package var isOpen: Bool { service.map { time.now < $0.until } ?? true }

    /// - Throws: ``VaultError/keyService(_:)`` once the service has been away for longer than it may.
    func checkOpen() throws(VaultError) {
        guard !isOpen else { return }
        close()
        throw isAway
    }

    /// What is said while nothing opens.
    var isAway: VaultError {
        .keyService(
            service.map { "\($0.name) has not answered since \($0.provedAt); nothing opens until it does" }
                ?? "the key ring is closed")
    }

    /// Asks the key service for the root key again; what is open may go on from now. Blocks as long as the service does.
    ///
    /// - Throws: ``VaultError/keyService(_:)``; ``VaultError/incomplete(_:)`` when it gives a key that does not open the
    ///   ring.
    package func askService() async throws(VaultError) {
        guard case .service = place else { return }
        try await offPool { [self] () throws(VaultError) in try reopen() }
    }
}
