import Backups
import Blobs
import Foundation
import Imaging
import Machine
import Operation
import Permits
import Policy
import Postgres
import Primitives
import Serving
import WebCore

extension OperatingFacts {
    /// What can be known while no server was ever started: settings, policy and machine.
    init(beforeTheFirstStart settings: Settings) async throws {
        guard let policy = try PolicyFolder(path: settings.policy).read().draft else {
            throw StartError.policy(settings.policy)
        }
        try await self.init(settings, under: policy, at: TimeSource.system.now)
    }

    /// What settings, policy and machine say.
    init(_ settings: Settings, under policy: PolicyDocument, at now: Instant) async throws {
        self.init(now: now, policyRegion: policy.region, site: settings.siteAddress)
        region = settings.region
        address = settings.address
        placeholders = policy.operatorRecord.toBeSet
        transport =
            settings.reach.certificate.map { .ownTLS(until: SiteCertificate.end(of: $0.file)) }
            ?? (settings.reach.proxies.isEmpty ? .plain : .behindProxy)
        sendsMail = settings.mail != nil
        sendsSMS = settings.sms != nil
        asksTelephone = policy.contacts.asked.contains(.telephone)
        isSingleHanded = policy.staffing.singleHanded
        if let file = FileManager.default.contents(atPath: "\(settings.data)/backups.json") {
            let made = try BackupRecords(file: Bytes(file))
            (keysCopied, dataCopied) = (made.newest(.keys), made.newest(.data))
            backupTrouble =
                switch made.last?.outcome {
                case .failed: .failed
                case .damaged: .damaged
                case .made, nil: nil
                }
        }
        keyService = settings.rootKey.service.map { service in
            KeyService(name: "\(service.key)", fault: RootKeeping.fault(of: service))
        }
        addMachine(settings)
        try await addDatabases(settings)
        documents = await Self.documents(settings)
        imagingWorks = await Self.imagingWorks(settings.imaging)
    }

    private mutating func addMachine(_ settings: Settings) {
        let (data, keys) = (Self.absolute(settings.data), Self.absolute(settings.keys))
        keysLieWithData = keys == data || keys.hasPrefix(data + "/")
        exposed = Machine.exposed([data, "\(data)/saqta.sqlite", "\(data)/keys.sqlite", "\(data)/documents", keys])
        runsAsRoot = Machine.isRoot
        clock = Machine.isClockSynchronised.map { $0 ? .synchronised : .free } ?? .unknown
        for path in [data, keys] {
            guard let room = Machine.room(at: path) else { continue }
            let volume = Volume(path: path, free: room.free, size: room.size)
            // The same disk is named once.
            if !volumes.contains(where: { $0.size == volume.size }) { volumes.append(volume) }
        }
        versions = ["Saqta \(Saqta.version)", ProcessInfo.processInfo.operatingSystemVersionString]
    }

    private mutating func addDatabases(_ settings: Settings) async throws {
        guard let (rows, keys) = try await Databases.places(settings) else { return }
        var server = DatabaseServer()
        server.holdsKeysToo = rows.cluster == keys.cluster
        server.isOpenedByOneRole = server.holdsKeysToo && rows.role == keys.role
        server.isOverheard = !rows.isPrivate || !keys.isPrivate
        server.mayLoseAtFailOver = [rows, keys].contains { $0.standbys > 0 && !$0.waitsForStandby }
        self.rows = server
        versions.append("PostgreSQL \(rows.version)")
    }

    /// Tries the store of documents out with an object of its own; once there is a data folder.
    private static func documents(_ settings: Settings) async -> DocumentStore {
        var store = DocumentStore(country: settings.documents.country)
        if case .s3(let bucket) = settings.documents {
            store.bucket = "\(bucket.place)"
        } else if !FileManager.default.fileExists(atPath: settings.data) {
            return store
        }
        do {
            let stores = try DocumentStores(settings)
            try await stores.brief.probe(.system)
            store.keepsVersions = try await stores.keepsVersions()
        } catch let error as BlobError {
            store.fault = error.told
        } catch {
            store.fault = "\(error)"
        }
        return store
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// Whether the programme that reads documents denies itself all it must; nil when it does not start.
    private static func imagingWorks(_ programme: String) async -> Bool? {
        do {
            let report = try await ImagingWorker(programme: programme).examine()
            return report.allowed.filter { $0.key != "thread" }.values.allSatisfy { !$0 }
        } catch ImagingRefusal.unguarded {
            return false
        } catch {
            return nil
        }
    }
}

extension BlobError {
    /// For the operator.
    fileprivate var told: String {
        switch self {
        case .missing: "an object is not there after it was written"
        case .damaged: "an object is not as it was written"
        case .full: "no room"
        case .unavailable(let what): what
        }
    }
}
