import Documents
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A correction that is proposed on a request, as one side sees it.
package struct RequestCorrection: Sendable {
    package let row: CorrectionRow
    /// What is proposed, empty where the datum is to be removed; nil once it was decided.
    package let value: PersonalData<String>?
    /// What stands in the record; nil where nothing does, and once it was decided.
    package let current: PersonalData<String>?

    /// - Parameter values: of those that are still open, in their order.
    static func opened(
        _ rows: [CorrectionRow], _ values: [PersonalData<Bytes>], beside record: OpenRecord?
    ) -> [RequestCorrection] {
        var values = values[...]
        return rows.map { row in
            guard row.state == .proposed else { return RequestCorrection(row: row, value: nil, current: nil) }
            return RequestCorrection(
                row: row, value: values.popFirst()?.map { String(decoding: $0, as: UTF8.self) },
                current: record?[row.field])
        }
    }
}

/// What belongs to correcting data on a request, as rows tell.
struct Correcting {
    let rows: [CorrectionRow]
    let files: [(file: DocumentRow, pages: [PageRow])]
    let canPropose: Bool
    let hasDraft: Bool
    let language: Language

    /// Those that the person has not answered.
    var proposed: [CorrectionRow] { rows.filter { $0.state == .proposed } }

    init(_ row: RequestRow, of actor: Actor, _ book: PolicyBook, in transaction: any Transaction) throws {
        let person = try SubjectStore(transaction).find(row.subject)
        language = person?.language ?? .ru
        guard row.kind == .correction else {
            (rows, files, canPropose, hasDraft) = ([], [], false, row.kind == .information && row.state.isOpen)
            return
        }
        let documents = DocumentStore(transaction)
        rows = try CorrectionStore(transaction).all(on: row.reference.number, of: row.subject)
        files = try documents.files(in: row.correspondence, of: row.subject).filter { $0.state != .receiving }.map {
            (file: $0, pages: try documents.pages(of: $0.id, of: row.subject))
        }
        hasDraft = row.state.isOpen && rows.contains { $0.state == .accepted }
        let isAllowed =
            try book.inForce(in: transaction).permission(
                role: actor.role, act: .proposeCorrection, datum: .field(.proposedValue), purpose: .rights) != nil
        let registration = try RegistrationStore(transaction).find(row.subject)
        canPropose =
            isAllowed && row.state.isOpen && person?.registrant != .organisation && registration.map(\.state) != .draft
    }
}

extension RightsDesk {
    /// Proposes the names as they ought to read to the person who asked for it: what differs from the record waits for
    /// their word in the account, and a message says that something waits.
    ///
    /// Nobody else changes the record: it is written when the person accepts
    /// (`Registrar.answer(_:accept:of:session:)`).
    /// - Parameter viewing: in which the request is open.
    /// - Throws: ``RightsRefusal/nothingChanged``, ``RightsRefusal/closed``, ``RightsRefusal/stillDraft``.
    package func propose(
        _ name: PersonName, on reference: RequestReference, by actor: Actor, viewing: ViewingID?
    ) async throws {
        let open = try await open(reference, by: actor, viewing: viewing)
        let current = PersonName(open.record).values
        let changed = name.values.filter { current[$0.key] != $0.value }
            .map { (field: $0.key, value: $0.value ?? "") }.sorted { $0.field.rawValue < $1.field.rawValue }
        guard !changed.isEmpty else { throw RightsRefusal.nothingChanged }
        let (row, now) = (open.standing.request, time.now)
        let sealer = try await gate.sealer(for: row.subject)
        let proposals = try changed.map { change in
            let id = Identifier<CorrectionRow>(from: randomness)
            return CorrectionRow(
                id: id, field: change.field,
                value: try sealer.seal(Bytes(change.value.utf8), label: CorrectionRow.label(id), in: .record),
                state: .proposed, at: now, request: reference.number)
        }
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            try checkOthers(row.subject, actor, in: transaction)
            let permit = try gate.permitToWrite(
                Ask(
                    .proposeCorrection, by: actor, on: row.subject, for: .rights, fields: [.proposedValue],
                    caseID: reference.caseID), sealer: sealer, in: transaction)
            let registrations = RegistrationStore(transaction)
            guard let found = try RequestStore(transaction).find(reference), found.kind == .correction,
                found.state.isOpen, let registration = try registrations.find(row.subject)
            else { throw RightsRefusal.closed }
            guard registration.state != .draft else { throw RightsRefusal.stillDraft }
            let store = CorrectionStore(transaction)
            for proposal in proposals { try store.propose(proposal, of: row.subject) }
            try permit.note(
                [
                    "request": "\(reference.number)",
                    "field": changed.map { "\($0.field)" }.joined(separator: ","),
                ], in: transaction)
            try registrar.tell(
                .correctionProposed, about: registration, contacts: try registrations.contacts(of: row.subject),
                sealer: sealer, id: message, in: transaction)
        }
    }
}
