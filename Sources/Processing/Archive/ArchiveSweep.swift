import Permits
import Policy
import Primitives
import Storage

/// Erases, wholly, people whose archive has had its term: key and all (clause 3.3.a).
///
/// It goes by rows of the archive whose day has come. Of whom there is no such row, nothing is destroyed.
package struct ArchiveSweep: Sendable {
    let gate: Gate
    /// What the rooms delete of a person who is erased.
    let erasure: [ErasureStep]
    let time: TimeSource

    package init(gate: Gate, erasure: [ErasureStep], time: TimeSource) {
        self.gate = gate
        self.erasure = erasure
        self.time = time
    }

    /// Looks at everybody once. - Returns: how many were erased.
    package func sweep() async throws -> Int {
        var (erased, last) = (0, Bytes())
        while true {
            let (now, after) = (time.now, last)
            let page = try await gate.look { try ArchivedStore($0).due(at: now, after: after, limit: 200) }
            guard let newest = page.last else { return erased }
            for row in page {
                do {
                    try await gate.erase(
                        Ask(.expire, by: Actor(.sweep), on: row.subject, for: .rights, caseID: row.caseID),
                        steps: erasure)
                    erased += 1
                } catch let refusal as GateRefusal where refusal.kind != .unavailable {
                    continue
                }
            }
            last = newest.subject.bytes
        }
    }
}
