import Access
import Foundation
import Imaging
import Ledger
import Machine
import Messages
import Operation
import Permits
import Policy
import Primitives
import Staffing

extension House {
    /// What an examination of this installation knows; reads no personal data.
    func facts() async throws -> OperatingFacts {
        let policy = edition.document
        var facts = OperatingFacts(now: time.now, policyRegion: policy.region, site: settings.siteAddress)
        facts.region = settings.region
        facts.address = settings.address
        facts.placeholders = policy.operatorRecord.toBeSet
        facts.sendsMail = settings.mail != nil
        facts.sendsSMS = settings.sms != nil
        facts.asksTelephone = policy.contacts.asked.contains(.telephone)
        facts.isSingleHanded = policy.staffing.singleHanded
        let (staff, oldest, unsent) = try await gate.look { transaction in
            (
                try StaffStore(transaction).all().filter { $0.state == .active },
                try LedgerStore(transaction).oldestPending(), try MessageQueue(transaction).count(.unsent)
            )
        }
        facts.administrators = staff.count { $0.roles.contains(.administrator) }
        facts.reviewers = staff.count { $0.roles.contains(.reviewer) }
        facts.evidenceWaits = oldest.map { time.now - $0 } ?? .seconds(0)
        facts.unsentMessages = unsent
        addMachine(to: &facts)
        facts.imagingWorks = await imagingWorks()
        return facts
    }

    private func addMachine(to facts: inout OperatingFacts) {
        let (data, keys) = (absolute(settings.data), absolute(settings.keys))
        facts.keysLieWithData = keys == data || keys.hasPrefix(data + "/")
        facts.exposed = Machine.exposed([
            data, "\(data)/saqta.sqlite", "\(data)/keys.sqlite", "\(data)/documents", keys,
        ])
        facts.runsAsRoot = Machine.isRoot
        facts.clock = Machine.isClockSynchronised.map { $0 ? .synchronised : .free } ?? .unknown
        facts.volumes = [data, keys].compactMap { path in
            Machine.room(at: path).map { OperatingFacts.Volume(path: path, free: $0.free, size: $0.size) }
        }
        if facts.volumes.count == 2, facts.volumes[0].size == facts.volumes[1].size,
            facts.volumes[0].free == facts.volumes[1].free
        {
            facts.volumes.removeLast()
        }
        facts.versions = ["Saqta \(Saqta.version)", ProcessInfo.processInfo.operatingSystemVersionString]
    }

    private func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// Whether the programme that reads documents denies itself all it must; nil when it does not start.
    private func imagingWorks() async -> Bool? {
        guard let report = try? await ImagingWorker(programme: settings.imaging).examine() else { return nil }
        return report.allowed.filter { $0.key != "thread" }.values.allSatisfy { !$0 }
    }
}
