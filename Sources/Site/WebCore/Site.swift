import Primitives

/// The site as a whole: what every page needs to know, made once at the start.
package struct Site: Sendable {
    package let settings: SiteSettings
    package let assets: Assets
    /// Makes the tokens that tie a form to the browser it was shown in.
    package let formKey: FormKey
    /// Keeps one source from asking too much.
    package let flood: FloodGate
    /// The edition in force, for the footer; nil while none is published.
    package let edition: @Sendable () -> EditionMark?
    /// Whether there is room on the disk for something new.
    let hasRoom: @Sendable () -> Bool

    package init(
        settings: SiteSettings, assets: Assets, formKey: FormKey, flood: FloodGate,
        edition: @escaping @Sendable () -> EditionMark?, hasRoom: @escaping @Sendable () -> Bool = { true }
    ) {
        self.settings = settings
        self.assets = assets
        self.formKey = formKey
        self.flood = flood
        self.edition = edition
        self.hasRoom = hasRoom
    }

    /// What a context holds before ``SiteFilter`` has given it the real one.
    static let blank = Site(settings: .blank, assets: .none, formKey: .blank, flood: .blank, edition: { nil })
}

/// What the operator's configuration says about the site.
package struct SiteSettings: Sendable {
    /// Scheme, host and port without a path: `https://www.example.kz`.
    package let baseURL: String
    /// A banner says that registrations are invented until region and address are set.
    package let isDemo: Bool
    package let `operator`: OperatorIdentity
    /// The only host for which pages are answered; nil while no address is set, for any.
    package let host: String?
    /// Whose word counts about where a request comes from.
    package let proxies: TrustedProxies
    /// Connections come to this server itself over TLS.
    package let speaksTLS: Bool
    /// Each request is told to the log.
    package let logsRequests: Bool

    package init(
        baseURL: String, isDemo: Bool, operator: OperatorIdentity, isBoundToHost: Bool = false,
        proxies: TrustedProxies = .none, speaksTLS: Bool = false, logsRequests: Bool = false
    ) {
        self.baseURL = baseURL
        self.isDemo = isDemo
        self.operator = `operator`
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

    static let blank = SiteSettings(baseURL: "", isDemo: true, operator: .blank)
}

/// Who runs the site, as the policy's clause 1.1 names it.
package struct OperatorIdentity: Sendable {
    package let name: Phrase
    /// The site's address as people write it: `www.example.kz`.
    package let site: String
    package let email: String
    /// As people read it: `8 777 000 00 00`.
    package let telephone: String
    /// The same after E.164: `+77770000000`.
    package let telephoneE164: String
    /// The place of registration.
    package let place: Phrase
    /// BIN or IIN; empty when not configured.
    package let registrationNumber: String

    package init(
        name: Phrase, site: String, email: String, telephone: String, telephoneE164: String, place: Phrase,
        registrationNumber: String = ""
    ) {
        self.name = name
        self.site = site
        self.email = email
        self.telephone = telephone
        self.telephoneE164 = telephoneE164
        self.place = place
        self.registrationNumber = registrationNumber
    }

    static let blank = OperatorIdentity(
        name: .invariable("Saqta"), site: "", email: "", telephone: "", telephoneE164: "", place: .invariable(""))
}

/// The edition of the policy that is in force.
package struct EditionMark: Hashable, Sendable {
    package let number: Int
    /// The day from which it is in force.
    package let day: Day

    package init(number: Int, day: Day) {
        self.number = number
        self.day = day
    }
}
