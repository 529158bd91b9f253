import Ledger
import Permits
import Policy
import Primitives
import Storage

/// One act on a person's data, as the list of who looked tells it.
package struct PastAct: Sendable, Hashable {
    package let role: RoleID
    /// The code of the act; one of a newer programme has no ``Act``.
    package let code: String
    package let fields: [FieldNumber]
    package let purpose: PurposeID?
    package let clause: ClauseID?
    package let at: Instant
    package let isRefused: Bool
    /// Closed words about the act.
    package let note: [String: String]
    /// One person did both halves of an act of two.
    package let isSingleHanded: Bool

    package var act: Act? { Act(rawValue: code) }

    init(_ entry: LedgerEntry) {
        role = RoleID(entry.role)
        code = entry.act
        fields = entry.fields.map { FieldNumber($0) }
        purpose = entry.purpose.map { PurposeID($0) }
        clause = entry.clause.map { ClauseID($0) }
        at = entry.at
        isRefused = entry.outcome != .done
        note = entry.note
        isSingleHanded = entry.isSingleHanded
    }
}

extension Registrar {
    /// Every act on a person's data, the newest first, for the person to read; reading is an act itself.
    ///
    /// - Parameter before: nil begins at the newest.
    package func history(
        of subject: SubjectID, session: Bytes, before: Instant? = nil, limit: Int
    ) async throws -> [PastAct] {
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(.readOwnHistory, by: .subject(subject, session: session), on: subject, for: .rights),
                sealer: sealer, in: transaction)
            try permit.note(in: transaction)
        }
        return try await gate.history(of: subject, before: before, limit: limit).map(PastAct.init)
    }
}
