import Configuration
import Foundation
import Primitives
import WebCore

extension Settings {
    /// How the site is reached from outside.
    struct Reach: Sendable {
        /// Certificate and key (PEM) for TLS by this server itself; nil behind a proxy, or on loopback.
        let certificate: (file: String, key: String)?
        /// The port that leads plain HTTP to the site; nil for none.
        let redirectPort: Int?
        let proxies: TrustedProxies

        /// - Throws: ``SettingProblem`` when these settings do not go together.
        init(_ config: ConfigReader, site: String?) throws {
            let file = config.string(forKey: "tls.certificate")
            let key = config.string(forKey: "tls.key")
            switch (file, key) {
            case (let file?, let key?): certificate = (file, key)
            case (nil, nil): certificate = nil
            case (nil, _), (_, nil):
                throw SettingProblem("SAQTA_TLS_CERTIFICATE and SAQTA_TLS_KEY go together; one of them is missing.")
            }
            redirectPort = config.int(forKey: "redirect.port")
            do throws(TrustedProxies.BadRange) {
                proxies = try TrustedProxies(config.string(forKey: "trusted.proxies", default: ""))
            } catch {
                throw SettingProblem("SAQTA_TRUSTED_PROXIES: \(error.text) is neither an address nor a range.")
            }
            guard certificate == nil || site?.hasPrefix("https://") ?? false else {
                throw SettingProblem("With a certificate SAQTA_SITE must be an address that begins with https://.")
            }
        }
    }

    /// - Throws: ``SettingProblem`` when the site's address promises TLS that nobody gives.
    func checkReach() throws {
        guard site?.hasPrefix("https://") ?? false, reach.certificate == nil, reach.proxies.isEmpty else { return }
        throw SettingProblem(
            "SAQTA_SITE begins with https://, but nobody speaks TLS: set SAQTA_TLS_CERTIFICATE and SAQTA_TLS_KEY, "
                + "or behind a proxy SAQTA_TRUSTED_PROXIES (127.0.0.1 for one on this machine).")
    }

    /// What the operator sees of the server at work.
    struct Sight: Sendable {
        let log: Log
        let logsRequests: Bool
        /// A file with the token that lets others than this machine read the metrics.
        let metricsToken: String?
        /// Octets of the disk that are kept for evidence.
        let reserve: Int64

        enum Log: String, Sendable { case json, text }

        init(_ config: ConfigReader) throws {
            let usual: Log = isatty(STDERR_FILENO) == 1 ? .text : .json
            guard let log = Log(rawValue: config.string(forKey: "log", default: usual.rawValue)) else {
                throw SettingProblem("SAQTA_LOG is json or text.")
            }
            self.log = log
            logsRequests = config.bool(forKey: "access.log", default: false)
            metricsToken = config.string(forKey: "metrics.token.file")
            let megabytes = config.int(forKey: "disk.reserve", default: 64)
            guard (1...1_048_576).contains(megabytes) else {
                throw SettingProblem("SAQTA_DISK_RESERVE is a number of megabytes from 1 on.")
            }
            reserve = Int64(megabytes) * 1_000_000
        }
    }

    /// `https://www.example.kz` as it is compared and written: scheme, host and port, nothing behind.
    static func site(_ text: String?) throws -> String? {
        guard var text else { return nil }
        while text.hasSuffix("/") { text.removeLast() }
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme), url.host != nil,
            url.path.isEmpty, url.query == nil, url.fragment == nil, url.user == nil
        else {
            throw SettingProblem("SAQTA_SITE is an address such as https://www.example.kz, without anything behind it.")
        }
        return text.lowercased()
    }
}

/// Settings with which the server does not start.
struct SettingProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
