import Access
import Clients
import Documents
import Ledger
import Messages
import Operation
import Permits
import Policy
import Primitives
import Staffing

extension House {
    /// Where an administrator sees to jobs that are stuck.
    var stuck: StuckDesk { StuckDesk(gate: gate, rooms: Schema.queues, time: time) }

    /// What an examination of this installation knows; reads no personal data.
    func facts() async throws -> OperatingFacts {
        var facts = try await OperatingFacts(settings, under: try await inForce.look().document, at: time.now)
        let (staff, oldest, unsent, undeleted) = try await gate.look { transaction in
            (
                try StaffStore(transaction).all().filter { $0.state == .active },
                try LedgerStore(transaction).oldestPending(), try MessageQueue(transaction).count(.unsent),
                try DocumentStore(transaction).undeleted()
            )
        }
        facts.administrators = staff.count { $0.roles.contains(.administrator) }
        facts.reviewers = staff.count { $0.roles.contains(.reviewer) }
        facts.programmes = try await clients.all().filter(\.isConnected).map(\.name)
        facts.isSingleHanded = try await self.staff.isSingleHanded()
        facts.evidenceWaits = oldest.map { time.now - $0 } ?? .seconds(0)
        if case .sound = try await sequencer.standing() {
            facts.ledgerContinues = true
        } else {
            facts.ledgerContinues = false
        }
        let known = try await ledger.witnesses()
        facts.witnesses = settings.witnesses.places.map { place in
            let standing = known.first { $0.name == place.key.name }
            return .init(
                name: place.key.name, signed: standing?.cosigned, isAhead: standing?.fault == LogWitnesses.aheadFault)
        }
        if let copy = LedgerOutside(self) {
            facts.ledgerCopy = .init(folder: copy.folder, lacks: try await copy.lacks())
        }
        facts.unsentMessages = unsent
        facts.heldSince = try await gate.look { try WorkHoldStore($0).standing()?.since }
        facts.undeleted = undeleted
        facts.stuckJobs = try await stuck.counts().map(\.count).reduce(0, +)
        return facts
    }
}
