import Permits
import Primitives
import Storage

extension RequestStore {
    /// Blocks a person's data, or lets work with them go on, as a later entry says, in a house that was put back from
    /// before it. The request behind it is not there; its words are in no ledger.
    ///
    /// - Parameters:
    ///   - since: when it was done.
    ///   - isOwn: the person did it themselves.
    /// - Returns: false when it is so already, or the person is erased.
    package func blockAgain(
        _ isBlocked: Bool, _ subject: SubjectID, since: Instant, isOwn: Bool
    ) throws(StorageError) -> Bool {
        let subjects = SubjectStore(transaction)
        guard let row = try subjects.find(subject), row.state == (isBlocked ? .living : .blocked) else { return false }
        try subjects.setState(isBlocked ? .blocked : .living, of: subject)
        try endBlock(of: subject)
        if isBlocked { try setBlock(SubjectBlock(since: since, isOwn: isOwn), of: subject) }
        return true
    }
}
