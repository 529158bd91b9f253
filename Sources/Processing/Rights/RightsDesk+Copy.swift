import Documents
import Permits
import Policy
import Primitives
import Registration
import Storage

extension RightsDesk {
    /// Whether a copy can be sealed for a recipient of age, `age1…`.
    package func canSeal(for recipient: String) throws -> Bool { try archives.accepts(recipient) }

    /// Makes a copy of everything held about a person, for them: one act that names all fields and documents, durable before
    /// anything is opened.
    ///
    /// - Parameter recipient: for whom it is sealed with age; nil for a copy that lies open.
    /// - Throws: ``RightsRefusal/noRecipient``.
    package func copy(
        of subject: SubjectID, session: Bytes, for recipient: String?, documents room: DocumentAccess
    ) async throws -> OwnCopy {
        try await copy(of: subject, by: .subject(subject, session: session), for: recipient, room)
    }

    /// The same by staff on a request for a copy, only sealed: for whom the person named.
    ///
    /// - Throws: as ``copy(of:session:for:documents:)``; ``RightsRefusal/noRequest`` where none of this kind waits,
    ///   ``RightsRefusal/unproven``.
    package func copy(
        on reference: RequestReference, for recipient: String, by actor: Actor, documents room: DocumentAccess
    ) async throws -> OwnCopy {
        let row = try await standing(reference).request
        try await gate.look { try checkOthers(row.subject, actor, in: $0) }
        guard row.kind == .copy, row.state.isOpen else { throw RightsRefusal.noRequest }
        guard row.isProven else { throw RightsRefusal.unproven }
        return try await copy(of: row.subject, by: actor, for: recipient, room)
    }

    private func copy(
        of subject: SubjectID, by actor: Actor, for recipient: String?, _ room: DocumentAccess
    ) async throws -> OwnCopy {
        if let recipient, try !archives.accepts(recipient) { throw RightsRefusal.noRecipient }
        let held = try await gate.look { [holdings] in
            try Holdings(of: subject, rooms: holdings, editions: gate.book, in: $0)
        }
        let ask = Ask(
            .takeCopy, by: actor, on: subject, for: .rights, fields: held.named, documents: held.kinds,
            caseID: held.registration.number)
        // Which key it was, without naming it: the operator can tell whether it is the one that the person sent.
        let note = recipient.map { ["sealed_for": Bytes(gate.mac("copy", over: Bytes($0.utf8)).prefix(8)).hex] } ?? [:]
        let (viewing, record) = try await gate.openViewing(
            ask, blobs: held.whole.compactMap { $0.blob?.bytes }, lasting: OwnCopy.lasts, note: note)
        let opened = try await gate.items(in: viewing.id, of: subject, for: actor) { _ in held.sealed }
        let (readings, leftOut) = try await readings(of: held.documents, for: ask, room)
        let content = held.content(
            record: record, texts: opened.map { String(decoding: $0.reveal(), as: UTF8.self) }, readings: readings,
            leftOut: leftOut, history: try await gate.history(of: subject, limit: Int(Int32.max)), at: time.now)
        return OwnCopy(
            caseID: held.registration.number, isSealed: recipient != nil,
            content: PersonalData(try content.encoded()), documents: held.whole, names: held.names,
            viewing: viewing.id, actor: actor, subject: subject, room: room, madeAt: time.now
        ) { [archives] in try archives.make(recipient) }
    }

    /// What the machine read off the documents. The policy lets it be used for identification alone, so that the person reads
    /// it by an act of its own, and nobody else does.
    private func readings(
        of documents: [DocumentRow], for copy: Ask, _ room: DocumentAccess
    ) async throws -> (readings: [DocumentID: PersonalData<DocumentReading>], leftOut: [String: String]) {
        guard copy.actor.isOwn else { return ([:], ["readings": "own_only"]) }
        let ask = Ask(
            .readOwn, by: copy.actor, on: copy.subject, for: .identification, fields: Holdings.read,
            caseID: copy.caseID)
        do {
            return (try await room.readings(ask, of: documents.map(\.id)), [:])
        } catch let refusal as GateRefusal where refusal.reason == .noConsent {
            return ([:], ["readings": refusal.reason.rawValue])
        }
    }
}
