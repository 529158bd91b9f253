import Foundation
import Ledger
import Permits
import Policy
import Primitives
import Storage
import Publication

/// The policy with which a house is opened.
struct OpenedPolicy: Sendable {
    let inForce: Edition
    let lawPack: LawPack
    let news: FolderNews
}

/// What a start found in the policy's folder.
enum FolderNews: Sendable {
    /// What is in force, or it was not looked at.
    case none
    /// It was published by this start.
    case published
    /// It is another policy, which waits to be proposed and published.
    case waits
    /// It has so many errors.
    case faulty(Int)
}

extension House {
    /// The edition in force and the law pack beside the policy.
    ///
    /// The first start publishes what the folder holds. So does a start in demo mode, as long as nobody real is registered:
    /// whoever writes a policy sees it at once. Otherwise two persons publish, in the office (clause 5.4).
    static func policy(for use: Use, _ settings: Settings, through gate: Gate) async throws -> OpenedPolicy {
        let folder = try PolicyFolder(path: settings.policy)
        guard let inForce = try await gate.editionInForce() else {
            guard use == .serving else { throw StartError.empty(settings.data) }
            return try await publishFirst(folder, settings, through: gate)
        }
        if use == .serving { try await Certificates.certifyEarlier(through: gate) }
        let (pack, diagnostics) = folder.lawPack(inForce.document.lawPack)
        guard let pack, diagnostics.isEmpty else { throw refused(diagnostics, settings) }
        guard use == .serving else { return OpenedPolicy(inForce: inForce, lawPack: pack, news: .none) }
        switch try PublicationDesk.Draft(folder, against: inForce) {
        case .unchanged: return OpenedPolicy(inForce: inForce, lawPack: pack, news: .none)
        case .faulty(let errors):
            guard try await !publishesByItself(settings, inForce, gate) else { throw refused(errors, settings) }
            return OpenedPolicy(inForce: inForce, lawPack: pack, news: .faulty(errors.count))
        case .changed(let change):
            guard try await publishesByItself(settings, inForce, gate) else {
                return OpenedPolicy(inForce: inForce, lawPack: pack, news: .waits)
            }
            try refuseOtherPlace(settings, change.document)
            guard let pack = folder.lawPack(change.document.lawPack).pack else { throw refused([], settings) }
            let edition = try await gate.publish(change.document, .demo)
            return OpenedPolicy(inForce: edition, lawPack: pack, news: .published)
        }
    }

    private static func publishFirst(
        _ folder: PolicyFolder, _ settings: Settings, through gate: Gate
    ) async throws -> OpenedPolicy {
        let reading = folder.read()
        guard let document = reading.document, let pack = reading.lawPack else {
            throw refused(reading.errors, settings)
        }
        try refuseOtherPlace(settings, document)
        return OpenedPolicy(inForce: try await gate.publish(document), lawPack: pack, news: .none)
    }

    private static func publishesByItself(_ settings: Settings, _ inForce: Edition, _ gate: Gate) async throws -> Bool {
        // What persons have published in the office is not undone by a folder that knows nothing of it.
        guard settings.isDemo(under: inForce.document), ![.twoPersons, .singleHanded].contains(inForce.manner) else {
            return false
        }
        return try await gate.look { try !SubjectStore($0).hasRealPersons() }
    }

    /// Tells what is wrong, where it is.
    private static func refused(_ errors: [Diagnostic], _ settings: Settings) -> StartError {
        for error in errors { FileHandle.standardError.write(Data("\(settings.policy)/\(error)\n".utf8)) }
        return .policy(settings.policy)
    }

    static func refuseOtherPlace(_ settings: Settings, _ policy: PolicyDocument) throws {
        if let region = settings.region, region != policy.region {
            throw StartError.region(set: region, promised: policy.region)
        }
        if let country = settings.documents.country, country != policy.region {
            throw StartError.documentsCountry(set: country, promised: policy.region)
        }
    }

    /// The name of the log: the operator's site in the first edition, so that a change of the policy begins no other log.
    ///
    /// Another one once a part of the first log was lost (`saqta ledger recover`).
    static func ledgerOrigin(_ first: Edition, in database: any Database) async throws -> String {
        try await LedgerReader(database: database).origin(first: "\(first.document.operatorRecord.site)/ledger")
    }

    /// What the operator must know of the policy's folder at a start.
    func tellPolicy(site: String) {
        let number = inForce.last.number
        switch news {
        case .none: break
        case .published:
            print(
                "The policy in \(settings.policy) was published as edition \(number), in demo mode by the start alone.")
        case .waits:
            print(
                """
                The policy in \(settings.policy) differs from edition \(number), which stays in force. What would change: \
                saqta policy diff \(settings.policy). Propose and publish it in the office: \(site)/ru/office/policy
                """)
        case .faulty(let count):
            print(
                """
                The policy in \(settings.policy) cannot be published, errors: \(count). They are named by: saqta policy \
                check \(settings.policy). Edition \(number) stays in force.
                """)
        }
    }
}
