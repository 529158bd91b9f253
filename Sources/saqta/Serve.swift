import ArgumentParser
import Foundation
import Hummingbird
import Ledger
import Logging
import Primitives
import ServiceLifecycle
import Staffing
import UnixSignals
import Vault

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Starts the server.")

    func run() async throws {
        keepToOurselves()
        let settings = try Settings.fromEnvironment()
        var logger = Logger(label: "saqta")
        logger.logLevel = .notice
        let site = settings.site ?? "http://\(settings.host):\(settings.port)"
        let house = try await House.open(settings, site: site)
        try await tell(house, site: site)

        let application = Application(
            router: try house.router(site: site),
            configuration: ApplicationConfiguration(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                print("Saqta listens on http://\(settings.host):\(port)")
                fflush(nil)
            },
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: house.rounds(logger).map { .init(service: $0) } + [
                    .init(service: application, successTerminationBehavior: .gracefullyShutdownGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    /// Files of this process are for its user alone, and no core dump holds a key.
    private func keepToOurselves() {
        umask(0o077)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
    }

    /// What the operator must know at a start: new keys, demo mode, the link of the first administrator.
    private func tell(_ house: House, site: String) async throws {
        if house.ring.created {
            print(
                "New keys were made in \(house.ring.path). Copy that folder to a safe place now: without it nothing can be read."
            )
        }
        if house.settings.isDemo {
            print("Demo mode: registrations are marked as invented until SAQTA_REGION and SAQTA_ADDRESS are set.")
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
