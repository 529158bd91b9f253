import AsyncHTTPClient
import NIOSSL

/// A file of certificates cannot be read, or holds none.
package struct UnreadableAuthority: Error {
    package let path: String
}

extension HTTPClient.Configuration {
    /// How this server calls others: HTTP/1.1, TLS 1.2 or later, and never on to where an answer leads.
    package static var outgoing: Self {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        var settings = HTTPClient.Configuration(tlsConfiguration: tls, redirectConfiguration: .disallow)
        settings.httpVersion = .http1Only
        return settings
    }

    /// The same.
    ///
    /// - Parameter authority: PEM file of the certificates that are trusted; the system's when nil.
    package static func outgoing(trusting authority: String?) throws(UnreadableAuthority) -> Self {
        var settings = outgoing
        guard let authority else { return settings }
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(authority), !certificates.isEmpty else {
            throw UnreadableAuthority(path: authority)
        }
        settings.tlsConfiguration?.trustRoots = .certificates(certificates)
        return settings
    }
}
