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
        /// Entries whose rows were lost with data that a restore could not bring back, as its entry says.
        package let lost: Int
        /// The entries of erasures, which close what is about the erased.
        package let closings: Closings
        /// What does not fit, the first first.
        package let faults: [String]

        package var isSound: Bool { faults.isEmpty }

        package var description: String {
            guard isSound else { return (["NOT SOUND"] + faults.map { "  \($0)" }).joined(separator: "\n") }
            let gone = lost > 0 ? ", \(lost) of data that a restore has not brought back" : ""
            let sound =
                "ok, \(size) entries, root \(root.hex), \(compared) rows compared\(gone), \(closed) closed by erasure"
            guard closings.count > 0 else { return sound }
            let leaves = closings.first
            let named = leaves.map(String.init).joined(separator: ", ") + (closings.count > leaves.count ? ", …" : "")
            return "\(sound) (\(closings.count) persons, entries \(named))"
        }
    }
}
