import Permits
import Policy
import Primitives
import Storage

extension Registrar {
    /// The values proposed to a person, opened for them to see.
    package func proposals(
        to subject: SubjectID, session: Bytes
    ) async throws -> [(row: CorrectionRow, value: PersonalData<String>)] {
        let open = try await gate.look { try CorrectionStore($0).all(of: subject).filter { $0.state == .proposed } }
        guard !open.isEmpty else { return [] }
        let ask = Ask(
            .readOwn, by: .subject(subject, session: session), on: subject, for: .rights, fields: [.proposedValue])
        let values = try await gate.read(ask) { _ in open.map(\.sealed) }
        return zip(open, values).map { ($0, $1.map { String(decoding: $0, as: UTF8.self) }) }
    }

    /// Takes or turns down a proposed value; taking it writes it into the record, of which an empty one is removed.
    ///
    /// What is proposed on a request rests on the right to have data corrected, whatever became of the registration
    /// (Law 94-V, art. 24(1)(2)); the request stays open for whoever answers it.
    package func answer(
        _ id: Identifier<CorrectionRow>, accept: Bool, of subject: SubjectID, session: Bytes
    ) async throws {
        let found = try await proposals(to: subject, session: session).first { $0.row.id == id }
        guard let (row, value) = found else { throw RegistrationRefusal.none }
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            guard try CorrectionStore(transaction).close(id, accept ? .accepted : .rejected, of: subject) else {
                throw RegistrationRefusal.none
            }
            let permit = try gate.permitToWrite(
                Ask(
                    accept ? .acceptCorrection : .rejectCorrection, by: .subject(subject, session: session),
                    on: subject, for: row.request == nil ? .identification : .rights, fields: [row.field],
                    caseID: try RegistrationStore(transaction).find(subject)?.number), sealer: sealer,
                in: transaction)
            let note = row.request.map { ["request": "\($0)"] } ?? [:]
            if accept {
                let text: String? = value.reveal().isEmpty ? nil : value.reveal()
                try permit.store([row.field: text], note: note, in: transaction)
                try corrected(row.field, subject, transaction)
            } else {
                try permit.note(note, in: transaction)
            }
        }
    }
}

extension CorrectionRow {
    /// The value, to be opened.
    package var sealed: SealedItem { SealedItem(value, label: Self.label(id), in: .record) }
}
