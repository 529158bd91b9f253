import Documents
import Permits
import Primitives
import Registration

extension Registrar {
    /// What a round over the scans whose term is over did, by registrations.
    package struct EndedScans: Sendable, Hashable {
        package var destroyed = 0
        /// Those of whom the Gate refused it.
        package var refused = 0
    }

    /// Destroys the scans whose term is over.
    ///
    /// Of whom the Gate refuses it, the refusal is on record and it is tried again a day later; others do not wait for that.
    package func endScans(by documents: DocumentSweep) async throws -> EndedScans {
        var ended = EndedScans()
        for due in try await scansDue() {
            do {
                try await documents.destroyScans(
                    of: due.registration.subject, kinds: due.kinds, caseID: due.registration.number)
                try await scansDestroyed(due)
                ended.destroyed += 1
            } catch let refusal as GateRefusal where refusal.kind != .unavailable {
                try await scansRefused(due)
                ended.refused += 1
            }
        }
        return ended
    }
}
