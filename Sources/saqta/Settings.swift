import Configuration
import Foundation
import Permits
import Policy
import Primitives
import WebCore

/// What the operator sets, by environment variables of the same names in capitals with `SAQTA_` before them.
///
/// - `host` (string, default `127.0.0.1`), `port` (int, default 8080; 0 takes a free one): where to listen.
/// - `site` (string, default `http://HOST:PORT`): the address that people see.
/// - `tls_certificate`, `tls_key` (files): TLS by this server itself; `redirect_port` (int): leads plain HTTP to it.
/// - `trusted_proxies` (addresses or ranges): whose word counts about where a request comes from.
/// - `log` (`json` or `text`), `access_log` (bool), `metrics_token_file`, `disk_reserve` (int, megabytes, default 64).
/// - `data` (string, default `./data`), `keys` (string, default `./keys`): state and keys.
/// - `root_key_file`, `key_service` and others: see ``RootPlace``.
/// - `documents`, `documents_country`, `s3_endpoint` and others: see ``Documents``.
/// - `database`, `key_database` and others: see ``Databases``.
/// - `policy` (string, default `./policies/cantra`): the folder of the policy.
/// - `region` (string, ISO 3166-1), `address` (string): where the data lie, and the operator's postal address; until both
///   are set, registrations are marked invented.
/// - `imaging` (string): the programme that reads documents; by default it lies beside this one.
/// - `own_acts_a_minute` (int, default 240), `own_acts_a_day` (5000), `staff_acts_a_minute` (60), `staff_acts_a_day` (1000):
///   how much one person may open.
/// - `continue_hours` (int, default 72): how long a person can go on with what a programme began.
/// - `head_seconds` (double, default 15), `idle_seconds` (60), `stall_seconds` (30), `stall_octets` (int, 1024),
///   `head_octets` (16384), `connections` (2000), `connections_per_source` (200): how slow, large and many connections
///   may be.
/// - `flood_pages` (int, default 400), `flood_pages_a_minute` (1200), `flood_costly` (60), `flood_costly_a_minute` (20),
///   `flood_sources` (20000): how much one source may ask.
/// - `mail_host`, `mail_port`, `mail_tls` (`starttls`, `implicit` or `none`), `mail_user`, `mail_password_file`,
///   `mail_from`, `mail_ca_file`: the mail server.
/// - `witnesses` (file), `witness_seconds`: who co-signs the ledger; see ``Witnesses``.
/// - `ledger_copy` (folder): where the ledger is copied all the time, best on another disk.
/// - `sms_url`, `sms_method`, `sms_headers_file`, `sms_body`, `sms_success`: the gateway of text messages.
struct Settings: Sendable {
    let host: String
    let port: Int
    let site: String?
    let data: String
    let keys: String
    var rootKey: RootPlace
    let documents: Documents
    let databases: Databases
    let policy: String
    let region: String?
    let address: String?
    let imaging: String
    let mail: Mail?
    let sms: SMS?
    let budgets: Budgets
    let linksLast: Span
    let connections: ConnectionLimits
    let flood: FloodLimits
    let reach: Reach
    let sight: Sight
    let witnesses: Witnesses
    let ledgerCopy: String?

    /// The mail server.
    struct Mail: Sendable {
        let host: String
        let port: Int
        let tls: String
        let user: String?
        let passwordFile: String?
        let from: String
        let caFile: String?
    }

    /// The gateway of text messages.
    struct SMS: Sendable {
        let url: String
        let method: String
        let headersFile: String?
        let body: String
        let success: String
    }

    init(_ config: ConfigReader) throws {
        host = config.string(forKey: "host", default: "127.0.0.1")
        port = config.int(forKey: "port", default: 8080)
        site = try Self.site(config.string(forKey: "site"))
        reach = try Reach(config, site: site)
        sight = try Sight(config)
        witnesses = try Witnesses(config)
        ledgerCopy = config.string(forKey: "ledger.copy").flatMap { $0.isEmpty ? nil : $0 }
        data = config.string(forKey: "data", default: "./data")
        keys = config.string(forKey: "keys", default: "./keys")
        rootKey = try RootPlace(config)
        documents = try Documents(config)
        databases = try Databases(config)
        policy = config.string(forKey: "policy", default: "./policies/cantra")
        region = config.string(forKey: "region")
        address = config.string(forKey: "address")
        let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        imaging = config.string(forKey: "imaging", default: beside.appendingPathComponent("saqta-imaging").path)
        var budgets = Budgets()
        budgets.subjectAMinute = config.int(forKey: "own.acts.a.minute", default: budgets.subjectAMinute)
        budgets.subjectADay = config.int(forKey: "own.acts.a.day", default: budgets.subjectADay)
        budgets.staffAMinute = config.int(forKey: "staff.acts.a.minute", default: budgets.staffAMinute)
        budgets.staffADay = config.int(forKey: "staff.acts.a.day", default: budgets.staffADay)
        budgets.clientAMinute = config.int(forKey: "client.acts.a.minute", default: budgets.clientAMinute)
        budgets.clientADay = config.int(forKey: "client.acts.a.day", default: budgets.clientADay)
        budgets.clientLookupsAMinute = config.int(
            forKey: "client.lookups.a.minute", default: budgets.clientLookupsAMinute)
        budgets.clientLookupsADay = config.int(forKey: "client.lookups.a.day", default: budgets.clientLookupsADay)
        self.budgets = budgets
        linksLast = .hours(try Self.count("continue.hours", 72, config))
        connections = try Self.connections(config)
        flood = try Self.flood(config)
        mail = try config.string(forKey: "mail.host").map { host in
            Mail(
                host: host, port: config.int(forKey: "mail.port", default: 587),
                tls: config.string(forKey: "mail.tls", default: "starttls"), user: config.string(forKey: "mail.user"),
                passwordFile: config.string(forKey: "mail.password.file"),
                from: try config.requiredString(forKey: "mail.from"), caFile: config.string(forKey: "mail.ca.file"))
        }
        sms = try config.string(forKey: "sms.url").map { url in
            SMS(
                url: url, method: config.string(forKey: "sms.method", default: "POST"),
                headersFile: config.string(forKey: "sms.headers.file"),
                body: try config.requiredString(forKey: "sms.body"),
                success: try config.requiredString(forKey: "sms.success"))
        }
    }

    /// The address that people see.
    var siteAddress: String { site ?? "http://\(host):\(port)" }

    /// Where data lie, as far as that is set.
    var countries: [String] { [region, documents.country].compactMap { $0 } }

    /// Region and address are not set yet, or the policy still holds placeholders.
    @Sendable func isDemo(under policy: PolicyDocument) -> Bool {
        region == nil || address == nil || documents.lacksCountry || !policy.operatorRecord.toBeSet.isEmpty
    }
}
