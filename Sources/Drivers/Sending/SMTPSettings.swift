/// How to reach the mail server. Read once at the start.
package struct SMTPSettings: Sendable {
    let host: Host
    let port: Int
    let security: Security
    let login: (user: String, password: SendingSecret)?
    let from: MailSender
    let authorities: String?
    let limits: TransferLimits

    /// How the connection is kept secret.
    package enum Security: String, Sendable, CaseIterable {
        /// Begins in the clear and must change to TLS before anything is said (RFC 3207); port 587.
        case startTLS = "starttls"
        /// TLS from the first octet (RFC 8314); port 465.
        case implicit
        /// None; to a server on this machine only.
        case none
    }

    /// - Parameters:
    ///   - host: name or address of the server.
    ///   - user: nil for a server that asks for no login.
    ///   - authorities: a PEM file of the authorities to trust; nil for the system's.
    /// - Throws: what is wrong, when something is.
    package init(
        host: String, port: Int, security: Security, user: String?, password: SendingSecret?, from: MailSender,
        authorities: String? = nil, limits: TransferLimits = TransferLimits()
    ) throws(SendingSettingsError) {
        self.host = try Host(host)
        guard (1...65_535).contains(port) else { throw .badPort }
        guard security != .none || self.host.isLoopback else { throw .plaintextBeyondLoopback }
        switch (user, password) {
        case (let user?, let password?) where !user.isEmpty: login = (user, password)
        case (nil, nil): login = nil
        default: throw .incompleteLogin
        }
        self.port = port
        self.security = security
        self.from = from
        self.authorities = authorities
        self.limits = limits
    }
}
