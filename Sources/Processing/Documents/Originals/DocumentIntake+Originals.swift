import Permits
import Policy
import Primitives
import Storage

extension DocumentIntake {
    /// How many characters of a number are kept: enough to tell which document was seen.
    package static let digitsKept = 4
    /// How many days an original may have been seen before it is put on record.
    package static let seenAtMost = 30

    /// Puts on record that an original was seen, in place of a scan of a compulsory kind.
    ///
    /// - Parameters:
    ///   - digits: the last four letters or digits of the document's number.
    ///   - day: on which it was seen, in Almaty.
    /// - Throws: ``OriginalRefusal``; `GateRefusal` for roles that may not.
    package func see(
        _ kind: DocumentKindID, digits: String, on day: Day, of subject: SubjectID, by actor: Actor
    ) async throws {
        let digits = digits.filter { !$0.isWhitespace }.uppercased()
        guard digits.count == Self.digitsKept, digits.allSatisfy({ $0.isLetter || $0.isNumber }) else {
            throw OriginalRefusal.digits
        }
        let now = time.now
        let ago = Day(of: now, hoursEast: 5).daysSince1970 - day.daysSince1970
        guard (0...Self.seenAtMost).contains(ago) else { throw OriginalRefusal.day }
        let sealer = try await gate.sealer(for: subject)
        let sealed = try sealer.seal(Bytes(digits.utf8), label: SeenOriginal.label(kind), in: .record)
        try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let standing = try standing(subject, nil, transaction)
            guard standing.stage != .closed else { throw OriginalRefusal.closed }
            let policy = try gate.book.inForce(in: transaction)
            let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
            guard let asked = policy.document.documentKind(kind), asked.compulsory, asked.isAsked(of: registrant)
            else { throw OriginalRefusal.notAsked }
            let permit = try gate.permitToWrite(
                Ask(
                    .seeOriginal, by: actor, on: subject, for: .identification, fields: [.readDocumentNumber],
                    documents: [kind], caseID: standing.caseID), sealer: sealer, in: transaction)
            try OriginalStore(transaction).put(
                SeenOriginal(subject: subject, kind: kind, seenOn: day, edition: policy.number, at: now),
                digits: sealed)
            try permit.note(["seen": day.description], in: transaction)
        }
    }
}
