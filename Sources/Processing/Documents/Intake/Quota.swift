import Policy
import Primitives

/// How much one person may send, by the policy's limits.
struct Quota {
    let limits: UploadLimits

    init(_ limits: UploadLimits) { self.limits = limits }

    /// How many octets an announced file may have.
    ///
    /// - Parameter documents: what is there already and stays.
    func most(
        for file: DocumentIntake.Announcement, as kind: DocumentKind, beside documents: [DocumentRow]
    ) throws(IntakeRefusal) -> Int {
        if let type = file.type, !kind.accepted.contains(type) { throw .file(.notAccepted, most: nil) }
        guard documents.filter({ $0.state != .refused }).count < limits.files else {
            throw .tooManyFiles(most: limits.files)
        }
        let room = limits.totalBytes - Self.octets(of: documents)
        let most = limits.most(file.type)
        if let length = file.length {
            guard length > 0 else { throw .file(.empty, most: nil) }
            guard length <= most else { throw .file(.tooLarge, most: most) }
            guard length <= room else { throw .tooMuch(most: limits.totalBytes) }
            return length
        }
        guard room > 0 else { throw .tooMuch(most: limits.totalBytes) }
        return min(most, room)
    }

    /// Octets that documents take, those announced included.
    private static func octets(of documents: [DocumentRow]) -> Int {
        documents.filter { $0.blob != nil }.reduce(0) { $0 + ($1.length ?? $1.announced ?? 0) }
    }
}
