import Documents
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A case that a reviewer has open: form and documents, with what the machine remarks.
package struct OpenCase: Sendable {
    package let registration: RegistrationRow
    package let viewing: ViewingID
    /// The fields that identification needs; e-mail and telephone are not among them.
    package let record: OpenRecord
    package let documents: [DocumentRow]
    package let pages: [DocumentID: [PageRow]]
    package let readings: [DocumentID: PersonalData<DocumentReading>]
    /// Originals that were seen at the counter, with the last characters of their numbers.
    package let originals: [(row: SeenOriginal, digits: PersonalData<String>)]
    package let remarks: [Remark]
    /// What was written about the case: the note with which it was put aside and, while an objection to a refusal is
    /// looked at, that refusal's words and the person's.
    package let texts: [CaseText: PersonalData<String>]
    package let isInvented: Bool
    package let registrant: Registrant
    /// Who act, or agree, for the person, each to be decided on by itself; empty where nobody does.
    package let representations: [ClaimedRepresentation]

    /// The other documents that are the same file.
    package func twins(of document: DocumentRow) -> [DocumentRow] {
        guard let fingerprint = document.fingerprint else { return [] }
        return documents.filter { $0.fingerprint == fingerprint && $0.id != document.id }
    }
}

extension ReviewDesk {
    /// Opens a case that the reviewer holds: one act that names all fields identification needs, durable before anything
    /// is shown. While the viewing lasts the same session sees the same things without a new act.
    ///
    /// - Parameter viewing: one that the session has open already.
    package func open(
        _ number: String, by actor: Actor, viewing: ViewingID? = nil, documents room: DocumentAccess
    ) async throws -> OpenCase {
        let (row, edition, person, originals) = try await gate.look { transaction in
            let row = try held(number, by: actor, in: transaction)
            let person = try SubjectStore(transaction).find(row.subject)
            let originals = try OriginalStore(transaction).all(of: row.subject)
            return (row, try gate.book.inForce(in: transaction), person, originals)
        }
        let documents = try await room.documents(of: row.subject).filter { $0.pages > 0 }
        var pages: [DocumentID: [PageRow]] = [:]
        for document in documents { pages[document.id] = try await room.pages(of: document.id, of: row.subject) }
        let ask = Ask(
            .openCase, by: actor, on: row.subject, for: .identification,
            fields: edition.fields(role: actor.role, act: .openCase, purpose: .identification),
            documents: Set(documents.map(\.kind) + originals.map(\.row.kind)).sorted(), caseID: number)
        let blobs = pages.values.flatMap { $0 }.flatMap { [$0.image.bytes, $0.thumbnail.bytes] }
        let (id, record) = try await gate.openViewing(ask, blobs: blobs, orGoingOn: viewing)
        try await begin(row)
        let readings = try await room.readings(
            of: documents.map(\.id), fields: ask.fields, in: id, of: row.subject, for: actor)
        let likenesses = try await likenesses(of: row, in: id, isNew: id != viewing)
        let digits =
            originals.isEmpty
            ? [] : try await gate.items(in: id, of: row.subject, for: actor) { _ in originals.map(\.digits) }
        return OpenCase(
            registration: row, viewing: id, record: record, documents: documents, pages: pages, readings: readings,
            originals: zip(originals, digits).map { one, digits in
                (one.row, digits.map { String(decoding: $0, as: UTF8.self) })
            },
            remarks: Remark.all(
                record: record, registrant: person?.registrant ?? .person,
                readings: readings.values.map { $0.reveal() }, documents: documents, likenesses: likenesses,
                at: time.now),
            texts: try await texts(of: row, fields: ask.fields, in: id, for: actor),
            isInvented: person?.isInvented ?? false, registrant: person?.registrant ?? .person,
            representations: try await representations(of: row, for: actor))
    }

    /// What was written about a case, opened within the viewing that names it.
    private func texts(
        of row: RegistrationRow, fields: [FieldNumber], in viewing: ViewingID, for actor: Actor
    ) async throws -> [CaseText: PersonalData<String>] {
        let kinds = (row.objectedAt == nil ? [.note] : CaseText.allCases).filter { fields.contains($0.field) }
        let texts = try await gate.look { try RegistrationStore($0).texts(kinds, of: row) }
        guard !texts.isEmpty else { return [:] }
        let opened = try await gate.items(in: viewing, of: row.subject, for: actor) { _ in texts.map(\.sealed) }
        return CaseText.opened(texts.map(\.kind), opened)
    }

    private func begin(_ row: RegistrationRow) async throws {
        guard row.state == .sent else { return }
        let now = time.now
        try await gate.perform { transaction in
            _ = try RegistrationStore(transaction).move(row.subject, from: [.sent], to: .inReview, due: nil, at: now)
        }
    }

    /// Asks for a better scan of one document; only that one can be sent again.
    package func askAgain(
        _ document: DocumentID, reason: ReasonID, on number: String, by actor: Actor
    ) async throws {
        let now = time.now
        let subject = try await subject(of: number)
        try await askMore(
            number, by: actor, .askMore,
            note: ["document": String(document.description.prefix(8)), "reason": reason.rawValue]
        ) { transaction, _ in
            guard try gate.book.inForce(in: transaction).document.reason(reason)?.use == .ask else {
                throw ReviewRefusal.noReason
            }
            guard try DocumentStore(transaction).review(document, of: subject, .askedAgain(reason), at: now) else {
                throw ReviewRefusal.noSuchPart
            }
        }
    }

    /// Approves one document, or takes that back.
    package func review(
        _ document: DocumentID, approved: Bool, on number: String, by actor: Actor
    ) async throws {
        let subject = try await subject(of: number)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            let row = try held(number, by: actor, in: transaction)
            guard row.state.awaitsReview, row.pending == nil else { throw ReviewRefusal.notNow }
            guard
                try DocumentStore(transaction).review(
                    document, of: subject, approved ? .approved : .undecided, at: now)
            else { throw ReviewRefusal.noSuchPart }
            let permit = try gate.permitToWrite(
                Ask(.decide, by: actor, on: subject, for: .identification, caseID: number), sealer: sealer,
                in: transaction)
            try permit.note(
                ["document": String(document.description.prefix(8)), "approved": approved ? "1" : "0"], in: transaction)
        }
    }
}
