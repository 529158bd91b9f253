import Primitives

/// The site as a whole: what every page needs to know, made once at the start.
package struct Site: Sendable {
    package let settings: SiteSettings
    package let assets: Assets
    /// Makes the tokens that tie a form to the browser it was shown in.
    package let formKey: FormKey
    /// Keeps one source from asking too much.
    package let flood: FloodGate
    /// What the policy in force says on every page.
    package let policy: FramePolicy
    /// Whether there is room on the disk for something new.
    let hasRoom: @Sendable () -> Bool
    /// Makes octets smaller in the form of gzip; nil where it cannot.
    let compress: @Sendable (Bytes) -> Bytes?
    /// What is given again without asking for it anew.
    let ready: ReadyAnswers

    package init(
        settings: SiteSettings, assets: Assets, formKey: FormKey, flood: FloodGate, policy: FramePolicy,
        hasRoom: @escaping @Sendable () -> Bool = { true },
        compress: @escaping @Sendable (Bytes) -> Bytes? = { _ in nil },
        ready: ReadyAnswers = ReadyAnswers(time: .system)
    ) {
        self.settings = settings
        self.assets = assets
        self.formKey = formKey
        self.flood = flood
        self.policy = policy
        self.hasRoom = hasRoom
        self.compress = compress
        self.ready = ready
    }

    /// What a context holds before ``SiteFilter`` has given it the real one.
    static let blank = Site(
        settings: .blank, assets: .none, formKey: .blank, flood: .blank, policy: FramePolicy(.blank))

    /// Operator, mode and edition as they stand now.
    package var frame: SiteFrame { policy.current }
}

/// What the operator's configuration says about the site.
package struct SiteSettings: Sendable {
    /// Scheme, host and port without a path: `https://www.example.kz`.
    package let baseURL: String
    /// The only host for which pages are answered; nil while no address is set, for any.
    package let host: String?
    /// Whose word counts about where a request comes from.
    package let proxies: TrustedProxies
    /// Connections come to this server itself over TLS.
    package let speaksTLS: Bool
    /// Each request is told to the log.
    package let logsRequests: Bool

    package init(
        baseURL: String, isBoundToHost: Bool = false, proxies: TrustedProxies = .none, speaksTLS: Bool = false,
        logsRequests: Bool = false
    ) {
        self.baseURL = baseURL
        host = isBoundToHost ? baseURL.firstRange(of: "://").flatMap { Self.host(of: baseURL[$0.upperBound...]) } : nil
        self.proxies = proxies
        self.speaksTLS = speaksTLS
        self.logsRequests = logsRequests
    }

    /// The site is reached over TLS.
    var isSecure: Bool { baseURL.hasPrefix("https://") }

    /// The host in `host:port`, in lower case; nil when there is none.
    static func host(of authority: some StringProtocol) -> String? {
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]").map { authority.index(after: $0) } : nil
        let host = end.map { authority[..<$0] } ?? authority.prefix { $0 != ":" }
        return host.isEmpty ? nil : host.lowercased()
    }

    static let blank = SiteSettings(baseURL: "")
}
