import Foundation
import Primitives
import Synchronization

/// Co-signs the checkpoints of other logs, each when it is proven to continue the one signed before (C2SP `tlog-witness`).
///
/// What it signed last of each log is kept in a folder, durably before the signature leaves. The folder holds the key too:
/// whoever puts an old copy of it back must begin with a new key.
package final class Witness: Sendable {
    package let signer: WitnessSigner
    private let folder: String
    private let time: TimeSource
    /// Verifier keys of the logs that it signs for.
    private let logs: @Sendable () throws -> [VerifierKey]
    private let turn = Mutex(())

    /// The answer to a request.
    package enum Answer: Sendable, Hashable {
        /// Signature lines of a note, each with its end.
        case cosigned(String)
        /// The old size is not that of the tree signed last, which is this.
        case conflict(Int)
        /// The same size with another root: a fork.
        case rootsDiffer
        case badProof
        case malformed
        case unknownLog
        case notSigned
    }

    /// - Parameters:
    ///   - folder: for this witness alone; whoever opens it holds a lock on it.
    ///   - logs: asked at each request.
    package init(
        _ signer: WitnessSigner, folder: String, time: TimeSource, logs: @escaping @Sendable () throws -> [VerifierKey]
    ) {
        self.signer = signer
        self.folder = folder
        self.time = time
        self.logs = logs
    }

    /// Answers a request; one after the other, so that nothing is signed on a state that is no longer the newest.
    ///
    /// - Throws: when what was signed cannot be read or kept; nothing is signed then.
    package func add(_ body: String) throws -> Answer {
        guard let asked = try? AddCheckpoint(parsing: body),
            let checkpoint = try? Checkpoint(text: asked.checkpoint.text)
        else { return .malformed }
        let keys = try logs().filter { $0.name == checkpoint.origin }
        guard !keys.isEmpty else { return .unknownLog }
        guard keys.contains(where: { (try? $0.verify(asked.checkpoint)) != nil }) else { return .notSigned }
        guard asked.oldSize <= checkpoint.size else { return .malformed }
        return try turn.withLock { _ in try decide(asked, checkpoint) }
    }

    private func decide(_ asked: AddCheckpoint, _ checkpoint: Checkpoint) throws -> Answer {
        let file = CheckpointFile(path: path(of: checkpoint.origin))
        let held = try file.read().map { try Checkpoint(text: $0.text) }
        guard held.map({ $0.origin == checkpoint.origin }) ?? true else { throw LedgerError.malformed }
        let (size, root) = (held?.size ?? 0, held?.root ?? MerkleTree.emptyRoot)
        guard asked.oldSize == size else { return .conflict(size) }
        if checkpoint.size == size, checkpoint.root != root {
            try keepEvidence(asked)
            return .rootsDiffer
        }
        guard MerkleTree.isConsistent(size, root, checkpoint.size, checkpoint.root, proof: asked.proof) else {
            return .badProof
        }
        try file.write(asked.checkpoint, of: checkpoint)
        let signature = try signer.cosign(asked.checkpoint.text, at: time.now)
        return .cosigned(signature.line)
    }

    /// What was signed last of a log; nil when nothing was.
    package func newest(of origin: String) throws -> Checkpoint? {
        try CheckpointFile(path: path(of: origin)).read().map { try Checkpoint(text: $0.text) }
    }

    /// Two signed trees of one size are the proof that a log has forked: the second one is kept beside the first.
    private func keepEvidence(_ asked: AddCheckpoint) throws {
        let path = path(of: try Checkpoint(text: asked.checkpoint.text).origin) + ".fork"
        try Data(asked.checkpoint.description.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    private func path(of origin: String) -> String { "\(folder)/\(MerkleTree.leafHash(Bytes(origin.utf8)).hex)" }
}
