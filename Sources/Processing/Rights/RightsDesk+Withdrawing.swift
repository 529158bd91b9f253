import Consents
import Permits
import Policy
import Primitives
import Storage

extension RightsDesk {
    /// Withdraws consents on a request for it that came on paper, by e-mail, by telephone, at a visit or without an account:
    /// with the same text, receipt and consequences as a withdrawal in the account. The request still waits for its answer.
    ///
    /// - Parameter viewing: one that the session has open already; then the request is not opened anew.
    /// - Throws: ``RightsRefusal/noRequest`` where none of this kind waits, ``RightsRefusal/own``,
    ///   ``RightsRefusal/noConsent`` where none is named, ``RightsRefusal/unproven``.
    package func withdraw(
        _ chosen: Set<ConsentID>, on reference: RequestReference, by actor: Actor, viewing: ViewingID? = nil,
        at consents: ConsentDesk
    ) async throws {
        guard !chosen.isEmpty else { throw RightsRefusal.noConsent }
        let row = try await standing(reference).request
        try await gate.look { try checkOthers(row.subject, actor, in: $0) }
        guard row.kind == .withdrawal, row.state.isOpen else { throw RightsRefusal.noRequest }
        guard row.isProven else { throw RightsRefusal.unproven }
        let record = try await open(reference, by: actor, viewing: viewing).record
        let parts = [FieldNumber.familyName, .givenName, .patronymic].compactMap { record[$0]?.reveal() }
        let asked = ConsentDesk.Requested(
            chosen,
            // Staff who answer requests do not read the name of an organisation.
            personName: parts.isEmpty ? reference.caseID : parts.joined(separator: " "), by: actor,
            caseID: reference.caseID, request: reference.number)
        let sealer = try await gate.sealer(for: row.subject)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            guard try RequestStore(transaction).find(reference)?.state.isOpen == true else {
                throw RightsRefusal.noRequest
            }
            try consents.withdraw(asked, of: row.subject, sealer: sealer, in: transaction)
        }
    }
}
