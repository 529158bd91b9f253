import Primitives

/// Where a request comes from and how it came: the one place that says so.
package struct RequestOrigin: Sendable {
    /// Who sent it, as far as those who are trusted say; nil when it is not known, as over a socket of the file system.
    package let source: IPAddress?
    /// It came over TLS, all the way as far as is known.
    package let isSecure: Bool
    /// It came from this machine and through no proxy that shows itself.
    package let isLocal: Bool

    package init(source: IPAddress?, isSecure: Bool, isLocal: Bool) {
        self.source = source
        self.isSecure = isSecure
        self.isLocal = isLocal
    }

    /// What a context holds before ``OriginFilter`` has found out.
    static let unknown = RequestOrigin(source: nil, isSecure: false, isLocal: false)
}
