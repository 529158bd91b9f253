/// A backup is two sets of files: without the one the other says nothing, and the one with the keys ends sooner.
package enum BackupSet: String, Sendable, CaseIterable {
    /// Rows, sealed documents, ledger, policy.
    case data
    /// Root key, key ring and the persons' wrapped keys; copied after the data.
    case keys

    /// The folder in which a set tells about itself.
    private var folder: String { "backup/\(rawValue)" }

    /// The member that comes first and tells whose set it is, and of when.
    package var manifest: String { "\(folder)/manifest.txt" }
    /// The member with the digest of each before it, as `sha256sum` writes them.
    package var list: String { "\(folder)/members.txt" }
    /// The last member, which seals the list.
    package var seal: String { "\(folder)/seal.txt" }
    /// Objects that rows name and that were deleted while the set was made.
    package static let gone = "backup/data/gone.txt"
    /// The persons who had been erased when the keys had been copied.
    package static let erasures = "backup/keys/erasures.txt"
}
