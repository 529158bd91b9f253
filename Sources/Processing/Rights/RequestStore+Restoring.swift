import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage

extension RequestStore {
    /// Blocks a person's data, or lets work with them go on, as a later entry says, in a house that was put back from
    /// before it. The request behind it is not there; its words are in no ledger.
    ///
    /// - Parameters:
    ///   - since: when it was done.
    ///   - isOwn: the person did it themselves.
    ///   - request: the place of the request on which staff did it; nil when the entry names none.
    /// - Returns: false when it is so already, or the person is erased.
    package func blockAgain(
        _ isBlocked: Bool, _ subject: SubjectID, since: Instant, isOwn: Bool, request: Int?
    ) throws(StorageError) -> Bool {
        let subjects = SubjectStore(transaction)
        guard let row = try subjects.find(subject), row.state == (isBlocked ? .living : .blocked) else { return false }
        try subjects.setState(isBlocked ? .blocked : .living, of: subject)
        try endBlock(of: subject)
        if isBlocked {
            try setBlock(SubjectBlock(since: since, isOwn: isOwn, request: isOwn ? nil : request), of: subject)
        }
        return true
    }

    /// Takes in a request as a later entry says, in a house that was put back from before it; its words are in no ledger.
    ///
    /// - Parameters:
    ///   - terms: within what it is answered, from the day of receipt on.
    ///   - words: what stands in place of those that the person wrote, sealed for the request; nil where none were written.
    /// - Returns: false when the person has a request of that number, or the entry does not say enough.
    package func receiveAgain(
        _ entry: LedgerEntry, of subject: SubjectID, terms: RequestTerms,
        words: (Identifier<RequestRow>) throws -> Bytes?
    ) throws -> Bool {
        guard let number = entry.note["request"].flatMap({ Int($0) }),
            let kind = entry.note["kind"].flatMap({ RequestKind(rawValue: $0) }),
            let way = entry.note["way"].flatMap({ RequestRow.Way(rawValue: $0) }),
            let day = entry.note["received"].flatMap({ Day($0) }),
            let registration = try RegistrationStore(transaction).find(subject),
            try !all(of: subject).contains(where: { $0.reference.number == number }),
            let term = try terms.term(of: kind, after: day, in: transaction)
        else { return false }
        // The same each time, as the entry is.
        let id = Identifier<RequestRow>(of: entry.nonce)
        let row = RequestRow(
            subject: subject, id: id, reference: RequestReference(registration.number, number), kind: kind,
            state: .received, way: way, receivedOn: day, createdAt: entry.at, term: term, ground: nil, closedAt: nil,
            evidence: entry.note["evidence"].flatMap(OutsideRequestRow.Evidence.init(rawValue:)))
        try insert(row, words: try words(id))
        return true
    }
}
