extension SitePath {
    package static let home = SitePath()
    package static let policy = SitePath("policy")
    package static let editions = SitePath("policy", "editions")
    /// An edition at its permanent address, by its number.
    package static let edition = SiteRoute<Int>("policy", "editions", .value)
    /// The certificate of its publication, as a sheet and as a file.
    package static let certificate = SiteRoute<Int>("policy", "editions", .value, "certificate")
    package static let certificateFile = SiteRoute<Int>("policy", "editions", .value, "certificate.json")
    /// What the certificate gives the SHA-256 of: the canonical form, and the text in the language of the address.
    package static let canonicalForm = SiteRoute<Int>("policy", "editions", .value, "canonical.json")
    package static let editionText = SiteRoute<Int>("policy", "editions", .value, "text.md")
    /// The declaration that a clause of an edition is void, as a file.
    package static let voidNotice = SiteRoute<Int, String>(
        "policy", "editions", .value, "clauses", .value, "void.json")
    /// What changed last.
    package static let changes = SitePath("policy", "changes")
    /// What differs between two editions, by their numbers, the earlier first.
    package static let changesBetween = SiteRoute<Int, Int>("policy", "changes", .value, .value)
    /// The certificate of an erasure, by its mark, as a sheet and as a file.
    package static let erasure = SiteRoute<ErasureMark>("erasures", .value)
    package static let erasureFile = SiteRoute<ErasureMark>("erasures", .value, "certificate.json")
    /// Editions and void clauses, for programmes that follow them (RFC 4287).
    package static let policyFeed = SitePath("policy", "feed.atom")
    package static let dataKeeping = SitePath("policy", "data")
    package static let `operator` = SitePath("operator")
    package static let contacts = SitePath("contacts")
    /// Where a question is asked without an account.
    package static let askQuestion = SitePath("contacts", "ask")
    package static let help = SitePath("help")
    /// The catalogue, and a service by its name.
    package static let services = SitePath("services")
    package static let service = SiteRoute<String>("services", .value)
    /// Where a service is ordered.
    package static let orderService = SiteRoute<String>("account", "services", .value)
    package static let verify = SitePath("verify")

    package static let register = SitePath("register")
    package static let signIn = SitePath("sign-in")
    package static let account = SitePath("account")
    package static let office = SitePath("office")
}
