import Primitives

/// What an examination of the installation knows, gathered by the programme; nothing personal.
package struct OperatingFacts: Sendable {
    package var now: Instant
    /// Where the operator says the data lie, ISO 3166-1; nil while it is not set.
    package var region: String?
    /// Where the policy says they lie.
    package var policyRegion: String
    /// The operator’s postal address; nil while it is not set.
    package var address: String?
    /// Keys of the policy’s operator block that still hold placeholders.
    package var placeholders: [String] = []
    /// The address that people see.
    package var site: String
    package var transport = Transport.plain
    package var sendsMail = false
    package var sendsSMS = false
    /// Whether the policy asks for a telephone number.
    package var asksTelephone = true
    package var administrators = 0
    package var reviewers = 0
    /// One person runs the business: the policy says so, and nobody else has ever enrolled.
    package var isSingleHanded = false
    /// The folder of keys lies inside that of the data.
    package var keysLieWithData = false
    /// The service that wraps the root key; nil where it lies in a file.
    package var keyService: KeyService?
    /// When the keys were copied last; nil when never.
    package var keysCopied: Instant?
    /// When the data were copied last; nil when never.
    package var dataCopied: Instant?
    /// What was wrong with the last backup; nil when nothing was.
    package var backupTrouble: BackupTrouble?
    /// Files and folders that others can read or change, by their path.
    package var exposed: [String] = []
    package var runsAsRoot = false
    package var clock = Clock.unknown
    package var volumes: [Volume] = []
    package var documents = DocumentStore()
    /// The server of the rows; nil for files among the data.
    package var rows: DatabaseServer?
    /// Objects that must be gone and could not be deleted yet.
    package var undeleted = 0
    /// Jobs that were tried as often as they may be, and wait for an administrator.
    package var stuckJobs = 0
    /// The programme that reads documents does its work in its jail; nil when it could not be asked.
    package var imagingWorks: Bool?
    /// How long the oldest entry has waited for its place in the tree.
    package var evidenceWaits = Span.seconds(0)
    /// Names of programmes that are connected to the API.
    package var programmes: [String] = []
    /// Since when mail and jobs are held after a restore; nil while they go on.
    package var heldSince: Instant?
    /// Messages that reached nobody.
    package var unsentMessages = 0
    /// The tree continues what was signed; nothing is signed while it does not.
    package var ledgerContinues = true
    /// Witnesses that are asked to co-sign the ledger.
    package var witnesses: [Witness] = []
    /// How the copy of the ledger outside the database stands; nil where none is kept.
    package var ledgerCopy: LedgerCopy?
    /// The programme and what it stands on, such as `SQLite 3.40.1`.
    package var versions: [String] = []

    package init(now: Instant, policyRegion: String, site: String) {
        self.now = now
        self.policyRegion = policyRegion
        self.site = site
    }

    /// Somebody outside who signs checkpoints too.
    package struct Witness: Hashable, Sendable {
        package let name: String
        /// When they signed last; nil when never.
        package let signed: Instant?
        /// They have signed a longer ledger than there is here.
        package let isAhead: Bool

        package init(name: String, signed: Instant?, isAhead: Bool) {
            self.name = name
            self.signed = signed
            self.isAhead = isAhead
        }
    }

    /// The copy of the ledger outside the database.
    package struct LedgerCopy: Hashable, Sendable {
        package let folder: String
        /// Entries that it lacks; nil when it cannot be read, or is of another ledger.
        package let lacks: Int?

        package init(folder: String, lacks: Int?) {
            self.folder = folder
            self.lacks = lacks
        }
    }

    /// How a browser’s requests come to the server.
    package enum Transport: Hashable, Sendable {
        case plain
        /// The certificate ends then; nil when its end is not known.
        case ownTLS(until: Instant?)
        case behindProxy
    }

    /// A service that wraps the root key.
    package struct KeyService: Hashable, Sendable {
        package let name: String
        /// Why it gives no key now; nil when it does.
        package let fault: String?

        package init(name: String, fault: String?) {
            self.name = name
            self.fault = fault
        }
    }

    /// How a backup may end badly.
    package enum BackupTrouble: Hashable, Sendable {
        case failed
        /// It was made, and documents were found damaged or missing.
        case damaged
    }

    /// Whether the machine’s clock is kept right by others.
    package enum Clock: Hashable, Sendable { case synchronised, free, unknown }

    /// Where sealed documents lie.
    package struct DocumentStore: Hashable, Sendable {
        /// How the bucket is called; nil for the folder among the data.
        package var bucket: String?
        /// Where the bucket is, ISO 3166-1; nil while it is not set.
        package var country: String?
        /// Why an object could not be written, read and deleted; nil when it could.
        package var fault: String?
        /// Whether the store keeps what is deleted; nil when it does not tell.
        package var keepsVersions: Bool?

        package init(bucket: String? = nil, country: String? = nil, fault: String? = nil, keepsVersions: Bool? = nil) {
            self.bucket = bucket
            self.country = country
            self.fault = fault
            self.keepsVersions = keepsVersions
        }
    }

    /// A database server and what it is like for what lies in it.
    package struct DatabaseServer: Hashable, Sendable {
        /// Keys and rows lie on one server: whoever takes it has both.
        package var holdsKeysToo = false
        /// Keys and rows are reached by one role.
        package var isOpenedByOneRole = false
        /// Others on the network can read along.
        package var isOverheard = false
        /// There is a standby, and what was acknowledged may be missing on it.
        package var mayLoseAtFailOver = false

        package init() {}
    }

    /// Where something lies.
    package struct Volume: Hashable, Sendable {
        package let path: String
        /// Octets.
        package let free: Int64
        package let size: Int64

        package init(path: String, free: Int64, size: Int64) {
            self.path = path
            self.free = free
            self.size = size
        }
    }

    /// Whether only this machine can reach the site: a trial.
    package var isLocal: Bool {
        ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { site == $0 || site.hasPrefix($0 + ":") }
    }
}
