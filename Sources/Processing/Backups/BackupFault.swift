/// Why a backup is refused, and where.
package struct BackupFault: Error, Hashable, Sendable {
    package let set: BackupSet
    /// The member, or nil where there is none.
    package let member: String?
    package let reason: Reason
    /// The place in the file, where it is known.
    package var place: String?

    package init(_ set: BackupSet, member: String? = nil, _ reason: Reason) {
        self.set = set
        self.member = member
        self.reason = reason
    }

    package enum Reason: Hashable, Sendable {
        /// It does not open; age says why.
        case sealed(String)
        /// It ends before its last chunk.
        case cut
        /// It is no backup of this form.
        case notABackup
        /// It is the other set.
        case otherSet
        /// It is of another installation.
        case otherInstallation
        /// It is not signed with the key of the ledger.
        case signature
        /// The key of the ledger is not the one that was named.
        case otherKey(String)
        /// Its schema is newer than this programme.
        case newer(String)
        /// The keys were copied before the data.
        case keysOlder
        /// The member is not what was written.
        case changed
        /// A member is missing, or there is one too many.
        case members
        /// The member has no place in this set.
        case unknown
        /// Persons have no key and are not on record as erased.
        case noKeys(Int)
        /// The keys in it do not fit together.
        case keys(String)
    }
}

extension BackupFault: CustomStringConvertible {
    package var description: String {
        let places = [member.map { "member \($0)" }, place].compactMap { $0 }
        return "the \(set.rawValue) set" + (places.isEmpty ? "" : ", " + places.joined(separator: ", ")) + ": \(reason)"
    }
}

extension BackupFault.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .sealed(let said): said
        case .cut: "it was cut off: the rest is missing"
        case .notABackup: "this is no backup of Saqta in a form that this programme knows"
        case .otherSet: "this is the other set: data and keys are mixed up"
        case .otherInstallation: "it is of another installation than the keys"
        case .signature: "it is not signed with the key of this installation's ledger"
        case .otherKey(let key): "the key of the ledger is another one: \(key)"
        case .newer(let schema): "it was made by a newer programme (schema \(schema)): install that one"
        case .keysOlder: "it was made before the data set: whoever registered between the two has no key in it"
        case .changed: "it is not what was written: its SHA-256 differs"
        case .members: "it is missing, or was put in"
        case .unknown: "it has no place in this set"
        case .noKeys(let count): "\(count) persons of the data set have no key in it and are not on record as erased"
        case .keys(let what): what
        }
    }
}
