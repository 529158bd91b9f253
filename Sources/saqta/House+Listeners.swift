import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Serving
import ServiceLifecycle
import WebCore

extension House {
    /// What takes connections, in the order in which it is started; it is ended the other way round.
    func listeners(
        site: String, _ sockets: InheritedSockets, _ sight: Sight, _ logger: Logger
    ) throws -> [any Service] {
        var services: [any Service] = []
        let marks = SourceMarks(randomness: randomness)
        let ready = ReadyAnswers(time: time)
        let keeping = ConnectionKeeping(settings.connections, marks: marks, proxies: settings.reach.proxies)
        let responder = Answering(
            try router(site: site, marks: marks, sight, ready).buildResponder(), logger: logger, ready: ready
        ).handler
        let place = sockets.site.map(Listener.Place.socket) ?? .address(host: settings.host, port: settings.port)
        let channel: any ServerChildChannel
        if let files = settings.reach.certificate {
            let certificate = try SiteCertificate(files.file, key: files.key, logger: logger)
            services.append(certificate)
            channel = try Channels.secure(responder, certificate, keeping)
        } else {
            channel = Channels.plain(responder, keeping)
        }
        if settings.reach.certificate != nil, let redirect = redirect(sockets) {
            services.append(
                Listener(
                    at: redirect, Channels.plain(Redirecting(to: site).handler, keeping), patience: .seconds(2),
                    logger: logger,
                    onRunning: { address in
                        print("Saqta leads http on port \(address?.port ?? 0) to \(site)")
                        fflush(nil)
                    }))
        }
        let scheme = settings.reach.certificate == nil ? "http" : "https"
        services.append(
            Listener(
                at: place, channel, logger: logger,
                onRunning: { address in
                    let host = address?.ipAddress ?? settings.host
                    print("Saqta listens on \(scheme)://\(host):\(address?.port ?? settings.port)")
                    fflush(nil)
                    Notice.ready.send(to: ProcessInfo.processInfo.environment["NOTIFY_SOCKET"])
                }))
        return services
    }

    private func redirect(_ sockets: InheritedSockets) -> Listener.Place? {
        sockets.redirect.map(Listener.Place.socket)
            ?? settings.reach.redirectPort.map { .address(host: settings.host, port: $0) }
    }
}
