import Access
import Archive
import Backups
import Clients
import Consents
import Disclosures
import Documents
import Foundation
import Identification
import KeyService
import Ledger
import Messages
import Monitoring
import Permits
import Hummingbird
import Logging
import Primitives
import Publication
import Registration
import Retention
import Rights
import ServiceLifecycle
import Threads
import Vault

/// Something the house does again and again, until the server ends.
struct Round: Service {
    let name: String
    /// Milliseconds between two rounds; none when there was work.
    let pause: Int
    let logger: Logger
    /// Returns how much was done.
    let work: @Sendable () async throws -> Int

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await work() > 0 { continue }
                } catch is CancellationError {
                    return
                } catch {
                    // The kind of fault only: an error's text may hold what it failed on.
                    logger.error("Round failed", metadata: ["round": "\(name)", "error.type": "\(type(of: error))"])
                }
                try? await Task.sleep(for: .milliseconds(pause))
            }
        }
    }
}

extension House {
    /// Everything that goes on beside the requests.
    func rounds(_ logger: Logger, _ disk: DiskRoom) -> [Round] {
        func round(_ name: String, every pause: Int, _ work: @escaping @Sendable () async throws -> Int) -> Round {
            Round(name: name, pause: pause, logger: logger, work: work)
        }
        /// One that stands still while work is held after a restore.
        func job(_ name: String, every pause: Int, _ work: @escaping @Sendable () async throws -> Int) -> Round {
            round(name, every: pause) { [gate] in try await gate.isWorkHeld() ? 0 : try await work() }
        }
        return [
            round("sequencer", every: 250) {
                guard !sequencer.isForked else { return 0 }
                do {
                    _ = try await sequencer.sequence()
                } catch LedgerError.forked {
                    let standing = try await sequencer.standing()
                    logger.critical("The ledger signs nothing: \(standing.told). Run saqta ledger recover.")
                }
                return 0
            },
            // The database that leads may be another by now, and be sound.
            round("ledger in doubt", every: 5_000) {
                guard sequencer.isForked else { return 0 }
                do {
                    _ = try await sequencer.sequence()
                    logger.notice("The ledger continues what was signed; it is signed again.")
                } catch LedgerError.forked {}
                return 0
            },
            round("witnesses", every: settings.witnesses.seconds * 1_000) { [logWitnesses] in
                try await logWitnesses.round()
                return 0
            },
            round("ledger copy", every: 2_000) { [ledgerCopy = LedgerOutside(self)] in
                guard !sequencer.isForked else { return 0 }
                try await ledgerCopy?.round()
                return 0
            },
            round("codes", every: 200) { try await signIn.dispatch() },
            round("courier", every: 250) { try await courier.round() },
            job("notices of editions", every: 5_000) { [notices = publication.notices] in
                try await notices.round()
            },
            job("documents", every: 250) {
                // Page images can wait; what is left of the disk is for evidence.
                defer { tell(processing.reader.news(), logger) }
                return disk.isEnough ? try await processing.work().count : 0
            },
            round("policy", every: 1_000) {
                try await inForce.look()
                return 0
            },
            round("disk", every: 1_000) {
                disk.check()
                return 0
            },
            job("deadlines", every: 5_000) {
                let registrations = try await registrar.recount()
                return try await registrations + disclosures.duties.recount() + rights.recount()
            },
            job("questions", every: 60_000) { try await questions.sweep() },
            job("transfers", every: 2_000) { try await disclosures.settle() },
            job("refused withdrawals", every: 3_600_000) { try await disclosures.reopenEnded() },
            round("acceptance", every: 10_000) {
                try await acceptance.flush()
                try await acceptance.record()
                return 0
            },
            job("decisions", every: 500) { try await review.settle() },
            round("erasures", every: 60_000) {
                try await gate.finishErasures()
                return 0
            },
            // Often, so that a service that comes back is noticed before anybody complains.
            round("key service", every: 15_000) {
                guard let transit = rootKeeping.transit else { return 0 }
                // Wiped in time, whether or not anybody asks for anything meanwhile.
                defer { keys.closeIfAway() }
                try await ring.askService()
                try await transit.keepTokenAside()
                return 0
            },
            // Makes erasures final: living keys are wrapped anew, and the old epoch's key ends.
            round("epochs", every: 86_400_000) {
                try await gate.turnEpochs()
                return 0
            },
            round("finality", every: 3_600_000) {
                try await noteKeyCopies()
                return try await gate.finaliseErasures(keeping: BackupKeeping.keys)
            },
            job("consent ends", every: 3_600_000) {
                let swept = try await consentEnds.sweep()
                if swept.erased > 0 {
                    logger.notice("People were erased whose consent had ended", metadata: ["count": "\(swept.erased)"])
                }
                return 0
            },
            job("field ends", every: 86_400_000) {
                let fields = try await fieldEnds.sweep()
                if fields > 0 {
                    logger.notice("Fields were destroyed whose term had ended", metadata: ["count": "\(fields)"])
                }
                return 0
            },
            job("archive ends", every: 86_400_000) {
                let erased = try await archiveEnds.sweep()
                if erased > 0 {
                    logger.notice("People were erased whose archive had its term", metadata: ["count": "\(erased)"])
                }
                return 0
            },
            round("viewings", every: 10_000) { try await gate.endViewings() },
            job("sweep", every: 30_000) {
                try await rights.endHoldsDue()
                _ = try await registrar.sweep()
                _ = try await rights.sweep()
                _ = try await registrar.endRepresentationsDue()
                let scans = try await registrar.endScans(by: documentSweep)
                if scans.refused > 0 {
                    logger.error(
                        "Scans whose term is over were not destroyed: the Gate refused it",
                        metadata: ["count": "\(scans.refused)"])
                }
                try await rights.endProof(documentSweep)
                try await documentSweep.endStaleUploads()
                try await gate.perform { [time] transaction in
                    try SessionStore(transaction).sweep(at: time.now)
                    try ClientsSchema.sweep(at: time.now, in: transaction)
                    try HandoverStore(transaction).sweep(at: time.now)
                }
                return 0
            },
            // Apart, since a store that is away holds it up.
            job("objects", every: 1_000) {
                try await documentSweep.deleteAbandoned()
                return 0
            },
            job("leftovers", every: 3_600_000) {
                try await documentSweep.endLeftovers()
                return 0
            },
        ]
    }

    /// Once when the reading of documents ends, and once when it goes on.
    private func tell(_ isReading: Bool?, _ logger: Logger) {
        switch isReading {
        case false?:
            logger.error(
                "Documents cannot be read: saqta-imaging does not start, or the system refuses its jail; they wait. See saqta doctor."
            )
        case true?: logger.notice("Documents are read again")
        case nil: break
        }
    }
}
