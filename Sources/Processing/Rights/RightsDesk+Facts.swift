import Documents
import Permits
import Policy
import Primitives
import Registration
import Storage

/// What the house knows that an answer to a request needs; nothing personal in it but which data there are.
package struct AnswerFacts: Sendable {
    package let kind: RequestKind
    /// In which the person reads.
    package let language: Language
    package let edition: Edition
    /// The data that are held.
    package let fields: [FieldNumber]
    package let documents: [DocumentKindID]
    /// What the person agreed to have corrected on it.
    package let corrected: [FieldNumber]
}

extension RightsDesk {
    /// What an answer to a request for information, or to correct data, is drawn up from.
    ///
    /// - Throws: ``RightsRefusal/noRequest``, ``RightsRefusal/own``.
    package func facts(for reference: RequestReference, by actor: Actor) async throws -> AnswerFacts {
        let row = try await standing(reference).request
        return try await gate.look { [holdings] transaction in
            try checkOthers(row.subject, actor, in: transaction)
            let held = try Holdings(of: row.subject, rooms: holdings, editions: gate.book, in: transaction)
            let corrections = try CorrectionStore(transaction).all(on: reference.number, of: row.subject)
            return AnswerFacts(
                kind: row.kind, language: held.language, edition: held.edition,
                fields: Set(held.named).sorted { $0.rawValue < $1.rawValue },
                documents: Set(held.documents.filter { $0.blob != nil }.map(\.kind)).sorted(),
                corrected: Set(corrections.filter { $0.state == .accepted }.map(\.field)).sorted {
                    $0.rawValue < $1.rawValue
                })
        }
    }
}
