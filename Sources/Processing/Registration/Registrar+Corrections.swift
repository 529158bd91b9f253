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
        let values = try await gate.read(ask) { _ in
            open.map { SealedItem($0.value, label: CorrectionRow.label($0.id), in: .record) }
        }
        return zip(open, values).map { ($0, $1.map { String(decoding: $0, as: UTF8.self) }) }
    }

    /// Takes or turns down a proposed value; taking it writes it into the record.
    package func answer(
        _ id: Identifier<CorrectionRow>, accept: Bool, of subject: SubjectID, session: Bytes
    ) async throws {
        let found = try await proposals(to: subject, session: session).first { $0.row.id == id }
        guard let found else { throw RegistrationRefusal.none }
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { transaction in
            guard try CorrectionStore(transaction).close(id, accept ? .accepted : .rejected, of: subject) else {
                throw RegistrationRefusal.none
            }
            let permit = try gate.permitToWrite(
                Ask(
                    accept ? .acceptCorrection : .rejectCorrection, by: .subject(subject, session: session),
                    on: subject,
                    for: .identification, fields: [found.row.field]), sealer: sealer, in: transaction)
            if accept {
                try permit.store([found.row.field: found.value.reveal()], in: transaction)
                try corrected(found.row.field, subject, transaction)
            } else {
                try permit.note(in: transaction)
            }
        }
    }
}
