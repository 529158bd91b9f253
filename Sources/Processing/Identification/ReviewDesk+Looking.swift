import Permits
import Policy
import Primitives
import Registration
import Storage

/// What may be known of a case without opening it.
package struct CaseStanding: Sendable {
    package let registration: RegistrationRow
    /// Fields for which a value as in the document was proposed and not yet answered.
    package let proposed: [FieldNumber]
}

extension ReviewDesk {
    /// Where a case stands; nothing personal in it.
    /// - Throws: ``ReviewRefusal/noCase``.
    package func standing(of number: String) async throws -> CaseStanding {
        try await gate.look { transaction in
            guard let row = try RegistrationStore(transaction).find(number: number) else { throw ReviewRefusal.noCase }
            let corrections = try CorrectionStore(transaction).all(of: row.subject)
            return CaseStanding(
                registration: row, proposed: corrections.filter { $0.state == .proposed }.map(\.field))
        }
    }

    /// Shows the e-mail address or telephone of a case that the reviewer holds: an act of its own.
    ///
    /// - Returns: nil when the person has not given it.
    package func reveal(_ field: FieldNumber, on number: String, by actor: Actor) async throws -> PersonalData<String>?
    {
        let row = try await gate.look { try held(number, by: actor, in: $0) }
        let record = try await gate.read(
            Ask(.reveal, by: actor, on: row.subject, for: .contact, fields: [field], caseID: number))
        return record[field]
    }

    /// The note with which a case was put aside, opened for the reviewer who holds it: an act of its own.
    package func note(on number: String, by actor: Actor) async throws -> PersonalData<String>? {
        let row = try await gate.look { try held(number, by: actor, in: $0) }
        guard row.isSetAside else { return nil }
        let opened = try await gate.read(
            Ask(
                .openCase, by: actor, on: row.subject, for: .identification, fields: [.caseNote], caseID: number)
        ) { transaction in
            let words = try transaction.row("SELECT words FROM registration WHERE subject_id = \(row.subject)")?
                .bytesIfAny(0)
            return words.map { [SealedItem($0, label: "aside \(number)", in: .record)] } ?? []
        }
        return opened.first.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    }
}
