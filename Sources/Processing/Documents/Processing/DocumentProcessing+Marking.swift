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
        marks.document = try documentMarks(of: reading)
        return marks
    }

    private func documentMarks(of reading: DocumentReading) throws -> [DocumentMark] {
        try interpreter.identify(reading).flatMap { identifier in
            try gate.indexed(identifier.field, identifier.value.reveal()).map {
                DocumentMark(field: identifier.field, version: $0.version, digest: $0.digest)
            }
        }
    }

    /// Makes the marks of all documents under `version` of the index key too, out of what was read off them.
    ///
    /// It may be broken off at any point and run again.
    /// - Parameter after: is run after each document, with how many are done.
    /// - Returns: how many were left, since the Gate did not let them through or they are gone.
    package func renewMarks(
        _ version: Int, after: @Sendable (Int) async throws -> Void = { _ in }
    ) async throws -> IndexRenewal {
        var (renewal, last): (IndexRenewal, (subject: Bytes, document: Bytes)) = (IndexRenewal(), ([], []))
        while true {
            let from = last
            let page = try await gate.look { transaction in
                try DocumentStore(transaction).unmarked(version, after: from, most: 100)
            }
            guard let newest = page.last else { return renewal }
            last = (newest.subject.bytes, newest.id.bytes)
            for document in page {
                do {
                    if try await renewMarks(of: document) { renewal.renewed += 1 } else { renewal.left += 1 }
                } catch let refusal as GateRefusal where refusal.reason != .noEvidence {
                    renewal.left += 1
                }
                try await after(renewal.renewed + renewal.left)
            }
        }
    }

    private func renewMarks(of document: DocumentRow) async throws -> Bool {
        let ask = Ask(
            .readFromDocument, by: Self.actor, on: document.subject, for: .identification, fields: [.documentMark],
            documents: [document.kind])
        let sealer = try await gate.sealer(for: document.subject)
        let opened = try await gate.read(ask) { transaction in
            [try DocumentStore(transaction).sealedReading(of: document.id, of: document.subject)].compactMap { $0 }
        }
        guard let reading = opened.first else { return false }
        let marks = try documentMarks(of: try reading.map { try DocumentReading(opened: $0) }.reveal())
        guard !marks.isEmpty else { return false }
        let now = time.now
        return try await gate.perform { transaction in
            let permit = try gate.permitToWrite(ask, sealer: sealer, in: transaction)
            let store = DocumentStore(transaction)
            // Erased, exchanged or destroyed meanwhile: its marks are gone, and stay so.
            guard try store.hasMarks(document.id, of: document.subject) else { return false }
            try store.enter(marks, of: document.id, document.subject, at: now)
            try permit.note(["renewed": document.id.description], in: transaction)
            return true
        }
    }

    /// Deletes the marks that stand under versions of the index key that have ended.
    package func endMarks(before version: Int) async throws {
        try await gate.perform { try DocumentStore($0).endMarks(before: version) }
    }
}
