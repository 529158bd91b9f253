import Access
import Blobs
import Documents
import Foundation
import Hummingbird
import Ledger
import Messages
import Monitoring
import Permits
import Primitives
import Registration
import Serving
import Staffing
import Storage
import Vault
import WebCore

/// How the operator sees the server at work.
struct Sight: Sendable {
    let metrics: MetricRegistry
    let room: DiskRoom
}

extension House {
    /// `/health`, `/ready` and `/metrics`.
    func addSight(_ sight: Sight, to router: Router<WebContext>) throws {
        let readiness = Readiness(checks(sight))
        let token = try settings.sight.metricsToken.map { file in
            String(decoding: try SecretFile.read(file), as: UTF8.self).filter { !$0.isWhitespace }
        }
        HealthRoutes(
            failing: { await readiness.failing() }, metrics: { await metrics(sight) }, token: token
        ).addRoutes(to: router)
    }

    private func checks(_ sight: Sight) -> [(name: String, check: Readiness.Check)] {
        [
            (
                "database",
                {
                    try await Pulse.beat(database, at: time.now)
                    return true
                }
            ),
            (
                "evidence",
                {
                    guard let oldest = try await ledger.standing().oldestPending else { return true }
                    return time.now - oldest <= gate.evidenceMayWait
                }
            ),
            ("ledger", { !sequencer.isForked }),
            ("keys", { ring.isOpen }),
            (
                "documents",
                {
                    try await documentStores.brief.reach()
                    return true
                }
            ),
            ("disk", { sight.room.check().isLow == false }),
        ]
    }

    private func metrics(_ sight: Sight) async -> String {
        var figures = sight.metrics.figures + ProcessFigures.read()
        let disk = sight.room.check()
        figures += [
            Figure(
                "saqta_disk_free_bytes", "Octets free on the disk of the data, beside the reserve.", Double(disk.free)),
            Figure("saqta_disk_reserve_bytes", "Octets in the reserve for evidence.", Double(sight.room.held)),
            Figure("saqta_disk_low", "1 while nothing new is taken.", disk.isLow ? 1 : 0),
            Figure(
                "saqta_documents_reader_unavailable",
                "1 while the process that reads documents cannot be started in its jail.",
                processing.reader.isAvailable ? 0 : 1),
        ]
        if let service = ring.service {
            figures += [
                Figure(
                    "saqta_key_service_seconds", "Time since the key service has last given the root key.",
                    (time.now - service.provedAt).inSeconds),
                Figure("saqta_key_service_open", "0 once nothing opens since it has been away.", ring.isOpen ? 1 : 0),
            ]
        }
        // A store that does not answer leaves its figures out; the others are then the more wanted.
        if let stored = try? await storedFigures() { figures += stored }
        return Figure.text(figures)
    }

    private func storedFigures() async throws -> [Figure] {
        let now = time.now
        let standing = try await ledger.standing()
        let rooms = try await gate.look { transaction in
            let registrations = RegistrationStore(transaction)
            let deadlines = try registrations.deadlines(at: now, near: now + .days(1))
            let oldest = try registrations.oldestWaiting()
            let messages = MessageQueue(transaction)
            let erasures = ErasureCounting(transaction)
            return [
                Figure("saqta_cases", "Registrations by state.", by: "state", try registrations.tally().pairs),
                Figure(
                    "saqta_cases_oldest_seconds", "How long the oldest case has waited for a reviewer.",
                    oldest.map { (now - $0).inSeconds } ?? 0),
                Figure(
                    "saqta_deadlines", "Registrations that end within a day, or should have ended.", by: "state",
                    [("near", deadlines.near), ("over", deadlines.over)]),
                Figure(
                    "saqta_documents", "Documents by state.", by: "state", try DocumentStore(transaction).tally().pairs),
                Figure(
                    "saqta_documents_undeleted", "Objects that must be gone and could not be deleted yet.",
                    Double(try DocumentStore(transaction).undeleted())),
                Figure("saqta_messages", "Messages by state.", by: "state", try messages.tally().pairs),
                Figure(
                    "saqta_messages_overdue", "Messages that should have gone out by now.",
                    Double(try messages.overdue(at: now))),
                Figure(
                    "saqta_codes", "One-time codes that are kept, by state.", by: "state",
                    try CodeCounting(transaction).tally().pairs),
                Figure("saqta_erasures_total", "Persons erased.", Double(try erasures.all()), as: .counter),
                Figure(
                    "saqta_work_held", "1 while mail and jobs stand still after a restore.",
                    try WorkHoldStore(transaction).standing() == nil ? 0 : 1),
                Figure(
                    "saqta_erasures_unfinished", "Erasures whose key is not destroyed yet.",
                    Double(try erasures.unfinished())),
            ]
        }
        let stuck = try await stuck.counts().map { ($0.kind.rawValue, $0.count) }
        let witnesses = try await ledger.witnesses()
        let cosigned = witnesses.compactMap(\.cosigned).max()
        return rooms + [
            Figure("saqta_jobs_stuck", "Jobs that wait for an administrator, by queue.", by: "queue", stuck),
            Figure("saqta_ledger_witnesses", "Witnesses that are asked.", Double(settings.witnesses.places.count)),
            Figure(
                "saqta_ledger_cosigned_entries", "Entries in the newest tree that a witness has signed.",
                Double(try await ledger.cosignedSize() ?? 0)),
            Figure(
                "saqta_ledger_cosigned_seconds", "How long ago a witness signed last; -1 when never.",
                cosigned.map { (now - $0).inSeconds } ?? -1),
            Figure("saqta_ledger_entries", "Entries in the tree.", Double(standing.size)),
            Figure("saqta_ledger_pending_entries", "Entries that wait for their leaf.", Double(standing.pending)),
            Figure(
                "saqta_ledger_oldest_pending_seconds", "Age of the oldest entry that waits.",
                standing.oldestPending.map { (now - $0).inSeconds } ?? 0),
            Figure(
                "saqta_ledger_forked", "1 once the tree was found not to continue what was signed.",
                sequencer.isForked ? 1 : 0),
        ]
    }
}

extension Tally {
    fileprivate var pairs: [(String, Int)] { map { ($0.state, $0.count) } }
}

extension Span {
    fileprivate var inSeconds: Double { Double(microseconds) / 1_000_000 }
}

extension MetricRegistry {
    /// With words for all that the code counts.
    static func ofSaqta() -> MetricRegistry {
        MetricRegistry(help: [
            "http.request.duration": "Time until the answer to a request begins, by pattern of its address.",
            "refusals": "What was refused, by kind and by the reason of the Gate.",
            "documents.deletes.failed": "Objects whose deletion failed; it is tried again.",
            "documents.store.repeats": "Calls to the S3 service that were made again after a failure.",
            "documents.received": "Documents taken in.",
            "documents.received.octets": "Octets of documents taken in.",
            "letters.files.left": "Files of letters that could not be kept.",
            "storage.write.wait": "How long a write waited for its transaction.",
            "storage.transaction.duration": "How long a transaction of writes took, with the sync of the disk.",
        ])
    }
}
