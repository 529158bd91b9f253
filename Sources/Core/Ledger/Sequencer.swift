import Primitives
import Storage
import Synchronization

/// Gives pending entries their leaves and signs what is committed, and nothing that is not.
///
/// Any number may run: the tree moves by compare-and-set on size and root. One that wakes with an old tree signs nothing
/// before it has proven the tree in the database to be a continuation of what it signed before.
package final class Sequencer: Sendable {
    let database: any Database
    let signer: CheckpointSigner
    let file: CheckpointFile
    private let most: Int
    private let state: Mutex<State>

    private struct State {
        var signed: Checkpoint?
        var isForked = false
        /// What the key of this log has signed and was met where the tree did not fit; to be proven with what is known.
        var met: Set<Checkpoint> = []
        var last: Task<Checkpoint?, any Error>?
    }

    /// - Parameters:
    ///   - checkpointFile: where the newest checkpoint is kept outside the database.
    ///   - most: entries in one transaction.
    /// - Throws: ``LedgerError/malformed`` when the file is no checkpoint, ``LedgerError/badSignature`` when it claims to be
    ///   one of this log and is not.
    package init(
        database: any Database, signer: CheckpointSigner, checkpointFile: String, disk: Disk = .system,
        time: TimeSource, most: Int = 1_024
    ) throws {
        self.database = database
        self.signer = signer
        self.most = max(1, most)
        file = CheckpointFile(path: checkpointFile, disk: disk)
        state = Mutex(State())
        if case .ours(let signed) = try outside() { state.withLock { $0.signed = signed } }
    }

    /// The key that verifies the checkpoints, `name+hash+base64`.
    package var verifierKey: String { signer.verifier.text }

    package var verifier: VerifierKey { signer.verifier }

    /// True once the tree in the database was found not to continue what was signed. Nothing is signed until it does.
    ///
    /// A database that had led and woke up shows an older tree, and then the one that leads is back. That it continues all
    /// that was signed is proven each time; what was met on the way there must be in it too, or two trees were signed.
    package var isForked: Bool { state.withLock(\.isForked) }

    /// The note in the checkpoint file, for an audit to hold against the database; nil while nothing is signed.
    package func outsideNote() throws -> String? { try file.read()?.description }

    /// Takes what is pending into the tree and signs the new state.
    ///
    /// - Returns: the newest checkpoint, which holds all entries that were pending before; nil while the tree is empty.
    /// - Throws: ``LedgerError/forked``.
    @discardableResult
    package func sequence() async throws -> Checkpoint? {
        // One after the other: two at once could sign states of which neither knows the other. The work is not torn off
        // when its caller goes, since others wait behind it.
        let turn = state.withLock { state in
            let previous = state.last
            let turn = Task {
                _ = await previous?.result
                return try await self.work()
            }
            state.last = turn
            return turn
        }
        return try await turn.value
    }

    private func work() async throws -> Checkpoint? {
        var isMore = true
        while isMore {
            do {
                let known = try self.known()
                if try await isSettled(known) { break }
                switch try await grow(after: known) {
                case .grown(let checkpoint, let more):
                    if let checkpoint { try await publish(checkpoint) }
                    isMore = more
                case .refused(let met):
                    state.withLock { state in
                        state.met = Set(state.met.union(met).sorted { $0.size > $1.size }.prefix(Self.mostMet))
                    }
                    throw LedgerError.forked
                }
            } catch is LedgerError {
                state.withLock { $0.isForked = true }
                throw LedgerError.forked
            }
        }
        return state.withLock { state in
            state.isForked = false
            state.met = []
            return state.signed
        }
    }

    /// The largest: a tree that does not begin with a smaller one does not begin with those that followed it either.
    private static let mostMet = 64

    /// What is known outside the database.
    struct Known {
        /// What this process signed last and what the file holds, which may be another process's.
        var checkpoints: [Checkpoint] = []
        /// The file's note when it is of another log: of one that has ended here, or the database is not the right one.
        var other: SignedNote?
    }

    /// Read before the database is: what was signed by then is committed by then.
    func known() throws -> Known {
        switch try outside() {
        case .none: state.withLock { Known(checkpoints: [$0.signed].compactMap { $0 } + $0.met) }
        case .other(let note):
            state.withLock { Known(checkpoints: [$0.signed].compactMap { $0 } + $0.met, other: note) }
        case .ours(let outside):
            state.withLock { state in
                let known = [state.signed, outside].compactMap { $0 }
                state.signed = known.max { $0.size < $1.size }
                return Known(checkpoints: known + state.met)
            }
        }
    }

    /// Whether nothing waits, and the database holds and publishes all that is known: most rounds end here, unwritten.
    private func isSettled(_ known: Known) async throws -> Bool {
        try await database.read { transaction in
            guard try transaction.row("SELECT id FROM pending_entry LIMIT 1") == nil else { return false }
            let head = try TreeStore(transaction: transaction).head()
            guard known.other == nil else { return false }
            guard let signed = known.checkpoints.first else { return head.size == 0 && head.note.isEmpty }
            guard head.size == signed.size, head.root == signed.root, head.origin.map({ $0 == signed.origin }) ?? true,
                known.checkpoints.allSatisfy({ $0 == signed })
            else { return false }
            return (try? TreeStore.checkpoint(in: head.note)) == signed
        }
    }

    private enum Growth: Sendable {
        case grown(Checkpoint?, isMore: Bool)
        /// The tree does not fit; these stand in the database, signed.
        case refused([Checkpoint])
    }

    /// A refusal is committed like growth: a database that acknowledges nothing leads no more, and what it shows is no fork.
    private func grow(after known: Known) async throws -> Growth {
        let (most, origin, key) = (most, signer.origin, signer.verifier)
        return try await database.write { transaction in
            let store = TreeStore(transaction: transaction)
            try store.hold()
            guard try store.continues(known, try store.head(), key) == nil else {
                return .refused(store.signed(try store.head(), key))
            }
            try store.lock()
            let head = try store.head()
            let pending = try store.pending(most)
            let (size, root) = (head.size + pending.count, try store.take(pending, after: head.size, root: head.root))
            guard size > 0 else { return .grown(nil, isMore: false) }
            return .grown(Checkpoint(origin: origin, size: size, root: root), isMore: pending.count == most)
        }
    }

    /// Signs what is committed: outside the database first, so that nothing is published that the file does not know of.
    private func publish(_ checkpoint: Checkpoint) async throws {
        let note = try signer.sign(checkpoint)
        try file.write(note, of: checkpoint, replacing: try await ended())
        state.withLock { state in
            if checkpoint.size >= state.signed?.size ?? 0 { state.signed = checkpoint }
        }
        try await database.write { try TreeStore(transaction: $0).publish(note, of: checkpoint) }
    }
}
