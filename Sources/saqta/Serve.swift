import ArgumentParser
import Foundation
import Hummingbird
import Ledger
import Logging
import Metrics
import Monitoring
import Policy
import Primitives
import ServiceLifecycle
import Serving
import Staffing
import UnixSignals
import Vault
import WebCore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Starts the server.",
        discussion: """
            It has no options: settings are environment variables SAQTA_…, or lines of the file saqta.env, which saqta
            init writes. Without any it listens on http://127.0.0.1:8080, in demo mode. SIGTERM ends it without a lost
            request. The guide is docs/guides/five-minutes.md.
            """)

    func run() async throws {
        let sockets = InheritedSockets(ProcessInfo.processInfo.environment, process: getpid())
        sockets.keep()
        // It means that the certificate is to be read again, and nothing where there is none.
        signal(SIGHUP, SIG_IGN)
        let settings = try Settings.read()
        try settings.checkReach()
        allowConnections(settings.connections.connections)
        let metrics = MetricRegistry.ofSaqta()
        MetricsSystem.bootstrap(metrics)
        if settings.sight.log == .json { LoggingSystem.bootstrap { JSONLines($0) } }
        var logger = Logger(label: "saqta")
        logger.logLevel = .notice
        let site = settings.siteAddress
        let house = try await open(settings, site: site)
        let sight = Sight(
            metrics: metrics, room: DiskRoom(folder: settings.data, reserve: settings.sight.reserve, logger: logger))
        sight.room.check()
        try await house.staff.recordSingleHanded()
        try await tell(house, site: site)

        let listeners = try house.listeners(site: site, sockets, sight, logger)
        var configuration = ServiceGroupConfiguration(
            services: house.rounds(logger, sight.room).map { .init(service: $0) }
                + listeners.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // Beyond what running requests may take, for the rounds.
        configuration.maximumGracefulShutdownDuration = .seconds(28)
        // When nothing works on the data any more.
        defer { house.lock?.release() }
        try await ServiceGroup(configuration: configuration).run()
    }

    /// - Throws: an exit status of its own for a refusal to begin anew, so that nobody tries again in vain.
    private func open(_ settings: Settings, site: String) async throws -> House {
        let (beginning, hasRows) = (Beginning(settings), try await Databases.areBegun(settings))
        do throws(BeginningRefusal) {
            try beginning.check(hasRows: hasRows)
        } catch {
            FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
            throw ExitCode(BeginningRefusal.status)
        }
        let house = try await House.open(settings, site: site, for: .serving)
        try beginning.use()
        return house
    }

    /// Each connection is an open file; beside them there must be room for databases, documents and readers.
    private func allowConnections(_ count: Int) {
        var files = rlimit()
        guard getrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &files) == 0 else { return }
        files.rlim_cur = min(files.rlim_max, max(files.rlim_cur, rlim_t(count + 1_024)))
        setrlimit(__rlimit_resource_t(UInt32(RLIMIT_NOFILE.rawValue)), &files)
    }

    /// What the operator must know at a start: new keys, demo mode, the link of the first administrator.
    private func tell(_ house: House, site: String) async throws {
        if house.ring.created {
            print(
                "New keys were made in \(house.ring.path). Copy that folder to a safe place now: without it nothing can be read."
            )
        }
        house.tellPolicy(site: site)
        if house.settings.isDemo(under: house.inForce.last.document) {
            print(
                "Demo mode: registrations are marked as invented until region, address and the operator's details are set; see saqta doctor."
            )
        }
        if house.settings.mail == nil {
            print("No mail server is set: messages are written to \(house.settings.data)/outbox and reach nobody.")
        }
        if let token = try await house.staff.firstInvitation() {
            print("Enrol the first administrator (once): \(site)/ru/office/enrol/\(token.hex)")
        }
        print("Ledger key: \(house.sequencer.verifierKey)")
        fflush(nil)
    }
}
