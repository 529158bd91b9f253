import Age
import Backups
import Foundation
import Ledger
import Permits
import Primitives
import Restoring

/// A restore that is done to see whether it works, into a folder that goes again.
struct RestoreDrill {
    let keys: SealedSet
    let data: SealedSet
    let key: VerifierKey?
    let newest: NewestLedger?
    /// How many records are opened at most.
    let records: Int

    /// - Throws: ``RefusedBackup``; ``StartError/inUse(_:process:)`` while another drill works there.
    func run(in parent: String) async throws -> Report {
        let aside = try DrillFolder(in: parent)
        defer { withExtendedLifetime(aside) {} }
        let folder = try RestoreFolder(aside.path)
        var times: [(what: String, time: Duration)] = []
        var last = ContinuousClock.now
        func lap(_ what: String) {
            times.append((what, ContinuousClock.now - last))
            last = ContinuousClock.now
        }
        let told = try Restore(keys: keys, data: data, folder: folder, key: key, mayKeysBeOlder: false).read()
        lap("read")
        let house = try await RestoredHouse(folder.work)
        // What cannot be done again is told; a restore would stop at it.
        let outcome = try await house.settle(
            data.manifest, told, RestoredHouse.Continuation(newest: newest, leavesUnmatched: true))
        lap("settled and compared")
        let proof = try await house.gate.proveOpening(most: records)
        lap("opened")
        let erased = Set(told.erased + (outcome.later?.persons ?? []))
        return Report(
            sets: [data.manifest, keys.manifest], signer: told.verifier.text, outcome: outcome, proof: proof,
            newest: newest?.name, erased: erased,
            untold: Set(outcome.later?.since ?? []).subtracting(told.erased).count,
            returned: try await house.gate.returned(of: Array(erased)), times: times)
    }

    /// What came of it.
    struct Report: CustomStringConvertible {
        let sets: [BackupManifest]
        let signer: String
        let outcome: RestoredHouse.Outcome
        let proof: OpeningProof
        let newest: String?
        /// Everybody whose erasure is known.
        let erased: Set<SubjectID>
        /// How many of them only the newest ledger knows.
        let untold: Int
        /// Those of them who are here again.
        let returned: [SubjectID]
        let times: [(what: String, time: Duration)]

        var isSound: Bool {
            outcome.audit.isSound && outcome.withoutKey.isEmpty && proof.closed.isEmpty && returned.isEmpty
                && outcome.unmatched == 0 && outcome.replayed.policyLost == 0
        }

        var description: String {
            var lines = sets.map { "\($0.set.rawValue) set: \(BackupRun.told($0))" } + ["signed with \(signer)"]
            lines.append(outcome.audit.description)
            if !outcome.withoutKey.isEmpty { lines.append("WITHOUT A KEY: \(outcome.withoutKey.count) persons") }
            lines.append(
                "opened with the restored keys: \(proof.records) records of \(proof.persons), \(proof.fields) fields"
                    + (proof.closed.isEmpty ? "" : "; \(proof.closed.count) DO NOT OPEN"))
            lines += proof.closed.prefix(8).map { "  \($0)" }
            lines.append(
                "erased: \(erased.count) persons on record, \(outcome.closed) of them after the data were copied; "
                    + (returned.isEmpty ? "none comes back" : "\(returned.count) COME BACK"))
            lines += returned.prefix(8).map { "  \($0)" }
            if newest != nil { lines += outcome.ledgerLines }
            lines.append(aboutNewest)
            lines.append(times.map { "\($0.what) in \(Self.seconds($0.time)) s" }.joined(separator: ", "))
            lines.append(isSound ? "ok; nothing of the copy is left" : "NOT SOUND; nothing of the copy is left")
            return lines.joined(separator: "\n")
        }

        private var aboutNewest: String {
            guard let newest else {
                return
                    "who was erased after \(sets.last.map { "\($0.made)" } ?? ""), withdrew or was blocked is not known here; "
                    + "see --newest"
            }
            return untold == 0
                ? "\(newest) knows nobody who was erased after the keys were copied"
                : "\(untold) of them were erased after the keys were copied: a restore needs --newest to close them"
        }

        private static func seconds(_ time: Duration) -> String {
            let tenths = time.components.seconds * 10 + time.components.attoseconds / 100_000_000_000_000_000
            return "\(tenths / 10).\(tenths % 10)"
        }
    }
}

/// The folder of a drill, which goes at its end, or with the next drill when this one was killed.
final class DrillFolder {
    let path: String
    private let lock: DataLock

    /// - Throws: ``StartError/inUse(_:process:)`` while another drill works there.
    init(in parent: String) throws {
        let parent = parent.hasSuffix("/") ? String(parent.dropLast()) : parent
        path = "\(parent)/saqta-drill-\(getuid())"
        lock = try DataLock(path)
        var status = stat()
        if lstat(path, &status) == 0 { try FileManager.default.removeItem(atPath: path) }
        Leftovers.add(path)
        // Whoever else puts something there meanwhile is not given the keys.
        guard mkdir(path, 0o700) == 0 else { throw BackupError.failed(to: "make", path) }
    }

    deinit {
        Removal.remove(path)
        Leftovers.drop(path)
    }
}
