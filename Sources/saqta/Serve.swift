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
        let settings = try Settings.read()
        var logger = Logger(label: "saqta")
        logger.logLevel = .notice
        let site = settings.siteAddress
        let house = try await House.open(settings, site: site, for: .serving)
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

    /// What the operator must know at a start: new keys, demo mode, the link of the first administrator.
    private func tell(_ house: House, site: String) async throws {
        if house.ring.created {
            print(
                "New keys were made in \(house.ring.path). Copy that folder to a safe place now: without it nothing can be read."
            )
        }
        if house.settings.isDemo(under: house.edition) {
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
