import Blobs
import Permits
import Primitives
import Storage

extension DocumentProcessing {
    /// What an error says, and of what.
    enum Cause {
        /// The house lacks something for all alike, or ends: the document waits without blame.
        case house
        /// Something about this document, but not in the file; a closed word says what.
        case obstacle(String, BackOff)
        /// The file itself.
        case document

        init(_ error: any Error) {
            switch error {
            case is CancellationError, is StorageError: self = .house
            case let error as GateRefusal where error.reason == .noEvidence: self = .house
            case let error as GateRefusal: self = .obstacle(error.reason.rawValue, .refused)
            case let error as BlobError where error != .missing && error != .damaged:
                self = .obstacle(error.fault, .obstacle)
            default: self = .document
            }
        }
    }

    /// Puts a document back, with what keeps it from being read: what lasts is shown to an administrator.
    func hinder(_ claim: Claim, by fault: String, _ rule: BackOff) async throws -> Outcome {
        let (now, document) = (time.now, claim.document)
        try await gate.perform { transaction in
            let row = try transaction.row(
                "SELECT obstacles FROM document WHERE subject_id = \(document.subject) AND id = \(document.id)")
            let obstacles = Int(try row?.intIfAny(0) ?? 0) + 1
            try transaction.run(
                """
                UPDATE document SET busy_until = \(now + rule.pause(after: obstacles)), attempts = attempts - 1,
                       obstacles = \(obstacles), fault = \(fault), failing_since = COALESCE(failing_since, \(now))
                WHERE subject_id = \(document.subject) AND id = \(document.id) AND turn = \(claim.turn)
                      AND state = 'received'
                """)
        }
        return .again
    }
}

extension BlobError {
    /// A closed word for an administrator.
    var fault: String {
        switch self {
        case .missing: "object_missing"
        case .damaged: "object_damaged"
        case .full: "store_full"
        case .unavailable: "store_unavailable"
        }
    }
}
