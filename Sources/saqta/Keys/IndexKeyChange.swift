import Documents
import Identification
import Ledger
import Permits
import Primitives

/// A change of the key of the blind index while servers work: announce it, fill, wait, fill what came meanwhile, end the
/// former one. It may be broken off at any point and run again.
struct IndexKeyChange {
    let house: House
    /// Whoever made digests before the announcement has stored them by then.
    let settle: Span

    private var marks: DocumentMarkIndex {
        DocumentMarkIndex(gate: house.gate, identify: ZoneReading.identifiers, time: house.time)
    }

    /// - Returns: what was done, for the operator.
    func run() async throws -> String {
        let version = try house.gate.announceIndexVersion()
        let first = try await fill(version.number)
        try await wait(until: version.madeAt + settle)
        let second = try await fill(version.number)
        let left = try await house.gate.unindexed(version.number, in: Schema.index, limit: .max)
        try await house.gate.endIndexVersions()
        try await marks.end(before: version.number)
        let lost =
            left == 0
            ? ""
            : "; \(left) persons must confirm an address again, since the one they had confirmed is no longer theirs"
        return "index key: version \(version.number), \(first.persons + second.persons) persons and "
            + "\(first.documents + second.documents) documents entered under it\(lost)"
    }

    private func fill(_ version: Int) async throws -> (persons: Int, documents: Int) {
        let sequencer = house.sequencer
        let bar = ProgressBar("persons")
        let total = try await house.gate.unindexed(version, in: Schema.index, limit: .max)
        bar.show(0, of: total)
        let renewal = try await house.gate.renewIndex(version, in: Schema.index) { done in
            bar.show(done.renewed + done.left, of: max(total, done.renewed + done.left))
            // Evidence must not wait where no server sees to it.
            try await sequencer.sequence()
        }
        bar.end()
        let documents = try await marks.renew(version) { done in
            if done % 100 == 0 { try await sequencer.sequence() }
        }
        return (renewal.renewed, documents.renewed)
    }

    private func wait(until end: Instant) async throws {
        let bar = ProgressBar("seconds until requests of before have ended")
        let total = Int(max(0, (end - house.time.now).seconds))
        while house.time.now < end {
            bar.show(total - Int(max(0, (end - house.time.now).seconds)), of: total)
            try await Task.sleep(for: .milliseconds(500))
        }
        bar.show(total, of: total)
        bar.end()
    }
}
