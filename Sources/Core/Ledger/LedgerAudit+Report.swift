import Primitives

extension LedgerAudit {
    /// What an audit found.
    package struct Report: Sendable, CustomStringConvertible {
        package let size: Int
        /// Derived from the entries.
        package let root: Bytes
        /// Entries of living persons that were compared.
        package let compared: Int
        /// Entries whose persons are erased.
        package let closed: Int
        /// The erased persons, and the leaf of the entry that closes what is about them.
        package let closings: [SubjectID: Int]
        /// What does not fit, the first first.
        package let faults: [String]

        package var isSound: Bool { faults.isEmpty }

        package var description: String {
            guard isSound else { return (["NOT SOUND"] + faults.map { "  \($0)" }).joined(separator: "\n") }
            let sound = "ok, \(size) entries, root \(root.hex), \(compared) rows compared, \(closed) closed by erasure"
            guard !closings.isEmpty else { return sound }
            let leaves = closings.values.sorted()
            let named = leaves.prefix(8).map(String.init).joined(separator: ", ") + (leaves.count > 8 ? ", …" : "")
            return "\(sound) (\(leaves.count) persons, entries \(named))"
        }
    }
}
