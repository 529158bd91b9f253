import Consents
import HouseKit
import Ledger
import Permits
import Primitives
import Registration
import Restoring
import Rights
import Storage
import TestKit

extension World {
    /// The newest signed state of the ledger.
    func ledger() async throws -> (size: Int, root: Bytes) {
        try await LedgerReader(database: house.database).signed()
    }

    /// Settles a house that was just put back: its tree goes on from the newest one, those erased since are erased again, and
    /// what else the newest ledger knows is done again.
    ///
    /// - Returns: how many were erased again, and what else was done.
    func settle(
        from ledger: (size: Int, root: Bytes), made: Instant, after lost: World
    ) async throws -> (closed: Int, replayed: Replay.Outcome) {
        let rows = lost.house.database
        let later = try await LedgerReader(database: rows).later(
            than: ledger.size, root: ledger.root, signedBy: house.sequencer.verifier, keeping: Replay.takes)
        let remains = try await rows.read { transaction in
            Replay.Remains(
                editions: try LaterEdition.all(after: 0, in: transaction),
                voids: try Gate.voidContents(in: transaction))
        }
        let gap = try await LedgerAdoption(of: rows, into: house.database).run()
        _ = try await house.sequencer.sequence()
        let replay = Replay(
            gate: house.gate, consents: consents, erasure: house.registrar.erasure,
            terms: rights.terms, time: house.clock.source)
        let plan = try await replay.plan(later.entries)
        var replayed = Replay.Outcome()
        let closed = try await house.gate.restored(
            Restoration(
                ledgerSize: ledger.size, ledgerRoot: ledger.root, made: made, erased: [], marks: later.marks, gap: gap),
            steps: house.registrar.erasure
        ) {
            replayed = try await replay.run(plan, remains)
            return replayed.note
        }
        // The entry of the restore has its leaf before anything else is done, or copied.
        _ = try await house.sequencer.sequence()
        return (closed, replayed)
    }
}
