import Access
import Messages
import Permits
import Policy
import Primitives
import Storage

extension RightsDesk {
    /// Closes one without a person found, and tells the address so, if there is one; nothing personal stands in that message.
    ///
    /// - Parameter state: ``OutsideRequestRow/State/notIdentified`` or ``OutsideRequestRow/State/nothingHeld``.
    /// - Throws: ``RightsRefusal/closed``, ``RightsRefusal/own``.
    package func close(
        _ id: Identifier<OutsideRequestRow>, as state: OutsideRequestRow.State, by actor: Actor
    ) async throws {
        guard state == .notIdentified || state == .nothingHeld else { throw RightsRefusal.closed }
        let template: MessageTemplate = state == .nothingHeld ? .requestNothingHeld : .requestNotIdentified
        try await close(id, by: actor) { _ in Closing(state: state, template: template) }
    }

    /// Closes one of somebody who was identified, and of whom nothing but what the archive holds is left: they are told so,
    /// with the articles and the day. Nothing of the archive is opened for it.
    ///
    /// - Parameters:
    ///   - caseID: the number of the registration that they had.
    ///   - evidence: by what they were known; an address is no evidence, as the archive holds none.
    /// - Returns: what they are told.
    /// - Throws: ``RightsRefusal/noCase`` where nothing is archived of that number, ``RightsRefusal/contactDiffers``,
    ///   ``RightsRefusal/closed``, ``RightsRefusal/own``.
    package func closeArchived(
        _ id: Identifier<OutsideRequestRow>, as caseID: String, by evidence: OutsideRequestRow.Evidence, actor: Actor
    ) async throws -> (articles: String, until: Day) {
        guard evidence != .contact else { throw RightsRefusal.contactDiffers }
        let archived = try await gate.look { try ArchivedStore($0).find(number: caseID) }
        guard let archived else { throw RightsRefusal.noCase }
        let until = Day(of: archived.destroyAt, hoursEast: 5)
        try await close(id, by: actor) { transaction in
            try checkOthers(archived.subject, actor, in: transaction)
            let day = until.description
            return Closing(
                state: .archived, template: .requestArchived,
                note: [
                    "evidence": evidence.rawValue, "archived": caseID, "article": archived.articles, "until": day,
                ], told: ["article": archived.articles, "due": day])
        }
        return (archived.articles, until)
    }

    /// How one is closed.
    private struct Closing {
        let state: OutsideRequestRow.State
        let template: MessageTemplate
        /// What the entry tells beside the outcome.
        var note: [String: String] = [:]
        /// What the message tells beside the number.
        var told: [String: String] = [:]
    }

    private func close(
        _ id: Identifier<OutsideRequestRow>, by actor: Actor,
        _ closing: @escaping @Sendable (any Transaction) throws -> Closing
    ) async throws {
        let row = try await outside(id).request
        let sealer = try await gate.sealer(for: row.subject)
        let (now, message) = (time.now, Identifier<MessageRow>(from: randomness))
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            let closing = try closing(transaction)
            let permit = try gate.permitToWrite(
                Ask(.identifyRequest, by: actor, on: row.subject, for: .rights, caseID: row.number), sealer: sealer,
                in: transaction)
            guard try OutsideStore(transaction).close(row, as: closing.state, ends: now + Self.outsideKept),
                let person = try SubjectStore(transaction).find(row.subject)
            else { throw RightsRefusal.closed }
            let note = row.note.merging(["outcome": closing.state.rawValue]) { $1 }
            try permit.note(note.merging(closing.note) { $1 }, in: transaction)
            guard let channel = row.channel else { return }
            try MessageQueue(transaction).add(
                closing.template, by: channel == .email ? .email : .sms, language: person.language,
                closing.told.merging(["number": row.number]) { $1 }, sealer: sealer, id: message, at: now)
        }
    }
}
