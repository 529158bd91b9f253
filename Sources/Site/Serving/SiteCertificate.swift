import Foundation
import Logging
import NIOCertificateReloading
import NIOSSL
import Primitives
import ServiceLifecycle
import SwiftASN1
import UnixSignals
import X509

/// The certificate of the site and its key, from two files that may be replaced while the server runs.
///
/// They are read again every few seconds and on SIGHUP. A pair that does not belong together, as while one of the two is
/// already new, changes nothing: connections go on getting the last good one.
package struct SiteCertificate: Service {
    private let reloader: TimedCertificateReloader
    private let logger: Logger

    /// Reads both files (PEM; the certificate first, then those between it and the authority's).
    ///
    /// - Throws: ``SecretFile/Problem``; what is wrong with the certificate or the key.
    package init(_ certificate: String, key: String, every interval: Duration = .seconds(10), logger: Logger) throws {
        self.logger = logger
        reloader = try TimedCertificateReloader.makeReloaderValidatingSources(
            configuration: TimedCertificateReloader.Configuration(
                refreshInterval: interval,
                certificateSource: .init(location: .file(path: certificate), format: .pem),
                privateKeySource: .init(location: .memory { try SecretFile.read(key) }, format: .pem)
            ) { configuration in
                configuration.onCertificateLoaded = { Self.tell($0, logger) }
                configuration.onCertificateLoadFailed = { failure in
                    logger.error(
                        "The certificate could not be read again; the last one stays in use",
                        metadata: ["error.detail": "\(failure.error)"])
                }
            })
    }

    package func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await reloader.run() }
            group.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
                    // What is wrong was told to the log.
                    try? reloader.reload()
                }
            }
            try await group.waitForAll()
        }
    }

    func configuration() throws -> TLSConfiguration { try .makeServerConfiguration(certificateReloader: reloader) }

    /// When the certificate in a file ends; nil when there is none that can be read.
    package static func end(of file: String) -> Instant? {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8),
            let first = text.firstRange(of: "-----END CERTIFICATE-----"),
            let certificate = try? Certificate(pemEncoded: String(text[..<first.upperBound]))
        else { return nil }
        return Instant(microseconds: Int64(certificate.notValidAfter.timeIntervalSince1970 * 1_000_000))
    }

    private static func tell(_ diff: TimedCertificateReloader.CertificateChainAndKeyPairReloadDiff, _ logger: Logger) {
        guard let first = diff.currentX509CertificateChain.first, diff.previousX509CertificateChain?.first != first
        else { return }
        logger.notice("Certificate in use", metadata: ["tls.until": "\(first.notValidAfter)"])
    }
}
