import Permits
import Policy
import Primitives

extension DocumentProcessing {
    /// The keyed digests of a document, as far as the policy lets them be made.
    struct Marks: Sendable {
        /// Nil when the policy has no such field.
        var file: Bytes?
        var document: [DocumentMark] = []

        /// The fields that are kept by them.
        var fields: [FieldNumber] {
            (file == nil ? [] : [.fileMark]) + (document.isEmpty ? [] : [.documentMark])
        }
    }

    /// Makes them: of the file, by which it is found again among the person's own, and of what identifies the document,
    /// by which it is found again in other registrations.
    func marks(of original: OpenDocument, _ reading: DocumentReading, _ document: DocumentRow) async throws -> Marks {
        let act: Act = reading.isEmpty ? .renderDocument : .readFromDocument
        let allowed = try await gate.look { transaction in
            let editions = [
                try gate.book.inForce(in: transaction), try gate.book.edition(document.edition, in: transaction),
            ]
            return editions.compactMap { $0?.fields(role: .imaging, act: act, purpose: document.purpose) }
                .reduce([.fileMark, .documentMark] as Set<FieldNumber>) { $0.intersection($1) }
        }
        var marks = Marks()
        if allowed.contains(.fileMark) { marks.file = try await original.fingerprint() }
        guard allowed.contains(.documentMark) else { return marks }
        marks.document = try gate.marks(of: interpreter.identify(reading))
        return marks
    }
}
