import Access
import Agreements
import Archive
import Blobs
import Consents
import Deadlines
import Disclosures
import Documents
import Foundation
import Identification
import Imaging
import Ledger
import Messages
import Pages
import Passwords
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import Staffing
import Storage
import Threads
import Vault

/// The whole house, built once at the start: the only place that knows which drivers are in use.
struct House: Sendable {
    let settings: Settings
    let documentStores: DocumentStores
    let ring: KeyRing
    let rootKeeping: RootKeeping
    let database: any Database
    let gate: Gate
    let keys: SubjectKeys
    let inForce: EditionInForce
    let news: FolderNews
    let publication: PublicationDesk
    let calendars: CalendarDesk
    let sequencer: Sequencer
    let ledger: LedgerReader
    let codes: OneTimeCodes
    let signIn: SignIn
    let registrar: Registrar
    let rights: RightsDesk
    let threads: ThreadDesk
    let questions: QuestionDesk
    let services: ServiceDesk
    let orders: OrderDesk
    let pages: PageDesk
    let consents: ConsentDesk
    let disclosures: DisclosureDesk
    let acceptance: Acceptance
    let receipts: Receipts
    let review: ReviewDesk
    let staff: StaffDesk
    let intake: DocumentIntake
    let documents: DocumentAccess
    let processing: DocumentProcessing
    let documentSweep: DocumentSweep
    let documentAudit: DocumentAudit
    let sessions: Sessions
    let courier: Courier
    let time: TimeSource
    let randomness: Randomness
    /// Held as long as a server is; nil for a command beside it.
    let lock: DataLock?

    /// What the house is opened for.
    enum Use {
        /// The server: makes what is missing, the first edition among it.
        case serving
        /// A command beside it: looks at what a server has made, and publishes nothing.
        case command
    }

    /// Opens keys, databases and ledger, and brings the schema up to date.
    ///
    /// - Throws: ``StartError``; a server is refused where another one holds the data.
    static func open(
        _ settings: Settings, site: String, for use: Use, time: TimeSource = .system, randomness: Randomness = .system
    ) async throws -> House {
        keepToOurselves()
        let lock: DataLock?
        switch use {
        case .serving:
            try FileManager.default.createDirectory(
                atPath: settings.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // Before anything is made or read: files of SQLite belong to one server.
            lock = try DataLock(settings.data, settings.databases.isShared ? .withServers : .alone)
            try await Databases.refuseOthers(settings)
        case .command:
            guard try await Databases.areBegun(settings) else { throw StartError.empty(settings.data) }
            lock = nil
        }
        let rootKeeping = try RootKeeping(settings)
        let ring = try KeyRing(folder: settings.keys, root: rootKeeping.root, time: time, randomness: randomness)
        let databases = try await Databases(settings)
        let database = databases.rows
        try await databases.migrate(at: time.now)
        let keys = SubjectKeys(database: databases.keys, ring: ring, time: time, randomness: randomness)
        try await keys.check()
        let gate = Gate(
            database: database, keys: keys, ring: ring, book: PolicyBook(), budgets: settings.budgets,
            time: time, randomness: randomness, emptyKeyLog: databases.emptyKeyLog,
            collected: Schema.collected, legallyKept: LegalRetentions.kept, isDraft: Registrar.isDraft)
        try await gate.finishErasures()
        let policy = try await Self.policy(for: use, settings, through: gate)
        try refuseOtherPlace(settings, policy.inForce.document)
        let inForce = EditionInForce(policy.inForce, through: gate)
        let first = try await gate.look { try gate.book.edition(1, in: $0) } ?? policy.inForce

        let documentStores = try DocumentStores(settings)
        if use == .serving { try await documentStores.refuseOthers(settings) }
        let blobs = documentStores.blobs
        let sequencer = try Sequencer(
            database: database,
            signer: CheckpointSigner(
                origin: try await ledgerOrigin(first, in: database), seed: ring.ledgerSeed),
            checkpointFile: "\(settings.data)/checkpoint", time: time)
        let ledger = LedgerReader(database: database)
        let codes = OneTimeCodes(gate: gate, time: time, randomness: randomness)
        let passwords = try passwordChecks(inForce)
        let calendars = CalendarDesk(
            gate: gate, book: CalendarBook(law: policy.lawPack.calendar),
            isAdministrator: { try StaffStore($1).isAdministrator($0) },
            running: {
                try Registrar.runningTerms($0) + DisclosureDuties.runningTerms($0) + RightsDesk.runningTerms($0)
            }, time: time)
        if use == .serving { try await calendars.takeLawPack() }
        let duties = DisclosureDuties(
            gate: gate, calendars: calendars.book, law: policy.lawPack, time: time, randomness: randomness)
        let registrar = Registrar(
            gate: gate, codes: codes, calendars: calendars.book, isDemo: settings.isDemo(under:),
            operatorAddress: settings.address, linksLast: settings.linksLast, erasure: Schema.erasure,
            missingDocuments: missingDocuments, time: time, randomness: randomness,
            corrected: { try duties.corrected($0, of: $1, in: $2) },
            isStaffs: { try StaffStore($2).isOwn($0, heldBy: $1) })
        return House(
            settings: settings, documentStores: documentStores, ring: ring, rootKeeping: rootKeeping,
            database: database,
            gate: gate, keys: keys, inForce: inForce, news: policy.news,
            publication: PublicationDesk(
                gate: gate, folder: { try PolicyFolder(path: settings.policy) }, regions: settings.countries,
                time: time, randomness: randomness),
            calendars: calendars,
            sequencer: sequencer,
            ledger: ledger, codes: codes,
            signIn: SignIn(gate: gate, codes: codes, passwords: passwords, time: time, randomness: randomness),
            registrar: registrar,
            rights: RightsDesk(
                gate: gate, registrar: registrar, law: policy.lawPack, holdings: Schema.holdings, archives: .programme,
                ownAddresses: { try StaffStore($1).ownAddresses(of: $0) },
                hasOrders: { try !Schema.standingOrders($0, $1).isEmpty }, time: time, randomness: randomness),
            threads: ThreadDesk(gate: gate, registrar: registrar, time: time, randomness: randomness),
            questions: QuestionDesk(
                gate: gate, registrar: registrar, operatorAddress: settings.address, time: time, randomness: randomness),
            services: ServiceDesk(
                gate: gate, isAdministrator: { try StaffStore($1).isAdministrator($0) }, time: time),
            orders: OrderDesk(gate: gate, registrar: registrar, time: time, randomness: randomness) {
                try duties.orderClosed($0.reference.number, of: $0.subject, in: $1)
            },
            pages: PageDesk(gate: gate, isAdministrator: { try StaffStore($1).isAdministrator($0) }, time: time),
            consents: ConsentDesk(gate: gate, operatorAddress: settings.address, time: time) {
                try duties.withdrawn($0, $1, of: $2, at: $3, in: $4)
            },
            disclosures: DisclosureDesk(
                gate: gate, registrar: registrar, duties: duties,
                orders: Schema.standingOrders, time: time, randomness: randomness),
            acceptance: Acceptance(gate: gate, time: time),
            receipts: Receipts(
                gate: gate, ledger: ledger, operatorAddress: settings.address,
                documentsHeld: { try DocumentStore($1).kindsHeld(of: $0) }, time: time,
                nextCheckpoint: { try await sequencer.sequence() }),
            review: ReviewDesk(
                gate: gate, registrar: registrar, ownAddresses: { try StaffStore($1).ownAddresses(of: $0) }, time: time,
                randomness: randomness),
            staff: StaffDesk(gate: gate, passwords: passwords, time: time, randomness: randomness),
            intake: DocumentIntake(
                gate: gate, blobs: blobs, sealing: .vault, standing: uploadStanding,
                arrived: ThreadFiles(registrar: registrar, time: time, randomness: randomness).arrived, time: time,
                randomness: randomness),
            documents: DocumentAccess(gate: gate, blobs: blobs, time: time),
            processing: DocumentProcessing(
                gate: gate, blobs: blobs, sealing: .vault,
                maker: .worker(ImagingWorker(programme: settings.imaging)),
                interpreter: ZoneReading.interpreter(
                    plausible: { settings.isDemo(under: inForce.last.document) ? .anyDay : .living(on: $0) }, time: time
                ),
                time: time, randomness: randomness),
            documentSweep: DocumentSweep(gate: gate, blobs: blobs, time: time),
            documentAudit: DocumentAudit(gate: gate, blobs: blobs),
            sessions: Sessions(gate: gate, time: time),
            courier: Courier(gate: gate, time: time, site: site, deliver: try deliverer(settings, inForce, time: time)),
            time: time, randomness: randomness, lock: lock)
    }

    /// Files of this process are for its user alone, and no core dump holds a key.
    private static func keepToOurselves() {
        umask(0o077)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none)
    }
}

/// Why the server does not start.
enum StartError: Error, CustomStringConvertible {
    case policy(String)
    case empty(String)
    /// The data would lie elsewhere than the policy promises (clause 3.3.b; Law 94-V, art. 12(2)).
    case region(set: String, promised: String)
    /// The documents would lie elsewhere than the policy promises.
    case documentsCountry(set: String, promised: String)
    /// There is a bucket, and documents still lie in the folder.
    case documentsInFolder(String)
    /// PostgreSQL holds nothing, and rows lie in a file.
    case rowsInFile(String)
    /// Rows and keys would lie in the same tables' place.
    case keysAmongRows
    /// A database cannot be reached, and why.
    case databaseAway(setting: String, String)
    /// A limit is no number above zero.
    case setting(String)
    /// Another server or restore holds the data.
    case inUse(String, process: Int32?)

    var description: String {
        switch self {
        case .policy(let folder): "The policy in \(folder) has errors; nothing was started."
        case .region(let set, let promised):
            "SAQTA_REGION is \(set), but the policy promises that the data lie in \(promised); nothing was started."
        case .documentsCountry(let set, let promised):
            "SAQTA_DOCUMENTS_COUNTRY is \(set), but the policy promises that the data lie in \(promised); nothing was started."
        case .documentsInFolder(let folder):
            "SAQTA_DOCUMENTS names a bucket, but documents lie in \(folder). Copy them with saqta documents copy, then move that folder away; nothing was started."
        case .inUse(let folder, let process):
            "\(folder) is in use by another server or restore\(process.map { ", process \($0)" } ?? ""). Stop it first; "
                + "nothing was started."
        case .rowsInFile(let file):
            "SAQTA_DATABASE holds nothing yet, but rows lie in \(file). Copy them with saqta database copy, or move that file "
                + "away; nothing was started."
        case .keysAmongRows:
            "SAQTA_KEY_DATABASE leads to the same place as SAQTA_DATABASE; keys lie in a database of their own. Nothing was "
                + "started."
        case .databaseAway(let setting, let reason): "The database of \(setting) cannot be reached: \(reason)"
        case .empty(let folder): "No server has been started with the data folder \(folder)."
        case .setting(let key):
            "SAQTA_\(key.uppercased().replacing(".", with: "_")) must be above zero; nothing was started."
        }
    }
}
