/// An entry and where it stands in the tree.
package struct PlacedEntry: Sendable, CustomStringConvertible {
    package let entry: LedgerEntry
    /// nil while the entry waits.
    package let leaf: Int?

    package var description: String { leaf.map { "entry \($0)" } ?? "an entry that waits for its leaf" }

    package init(entry: LedgerEntry, leaf: Int?) {
        self.entry = entry
        self.leaf = leaf
    }
}
