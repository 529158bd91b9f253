import Blobs
import Foundation
import Permits
import Policy
import Primitives
import Storage

extension DocumentProcessing {
    /// Makes pages and reading, and stores them in one transaction with the entry.
    func render(_ claim: Claim) async throws -> Outcome {
        let document = claim.document
        guard let blob = document.blob else { return .overtaken }
        let sealer = try await gate.sealer(for: document.subject)
        let rule = try await rule(for: document)
        let permit = try await gate.permitToOpen(ask(.renderDocument, document), blob: blob.bytes)
        let original = try await permit.open(from: blobs, at: time.now)
        let writer = ObjectWriter(blobs: blobs, sealing: sealing, sealer: sealer)
        let pages = MadePages()
        let report = try await maker.make(
            PageRequest(
                length: original.length, accepted: rule.kind.accepted, limits: rule.limits,
                readsZone: !rule.readable.isEmpty && rule.kind.provesIdentity, readsText: !rule.readable.isEmpty),
            { range in try await original.read(range) },
            { page in await pages.add(try await store(page, with: writer)) })
        guard rule.kind.accepted.contains(report.type) else { throw PageFailure.refused(.notAccepted) }
        let made = await pages.rows
        guard !made.isEmpty, made.count == report.pages else { throw PageFailure.failed }
        let reading = interpreter.interpret(report.text, rule.kind).limited(to: rule.readable)
        let marks = try await marks(of: original, reading, document)
        return try await finish(claim, report: report, pages: made, reading: reading, marks: marks, sealer: sealer)
    }

    /// What the policy says about a document's kind.
    private struct Rule: Sendable {
        let kind: DocumentKind
        let limits: UploadLimits
        /// The fields that may be read off it, by the edition in force and by the one under which it came.
        let readable: [FieldNumber]
    }

    private func rule(for document: DocumentRow) async throws -> Rule {
        try await gate.look { transaction in
            let inForce = try gate.book.inForce(in: transaction)
            // A kind that the policy no longer asks for is treated as the edition says under which it came.
            let earlier = try gate.book.edition(document.edition, in: transaction)
            guard
                let kind = inForce.document.documentKind(document.kind) ?? earlier?.document.documentKind(document.kind)
            else { throw PageFailure.refused(.notAccepted) }
            let readable = [inForce, earlier].compactMap { $0 }.reduce(kind.readableFields) { readable, edition in
                let allowed = edition.fields(role: .imaging, act: .readFromDocument, purpose: document.purpose)
                let own = edition.document.documentKind(document.kind)?.readableFields
                return readable.filter { allowed.contains($0) && own?.contains($0) != false }
            }
            return Rule(kind: kind, limits: inForce.document.limits, readable: readable)
        }
    }

    /// Seals the two images of a page. Until the document is done they are entered as unfinished, so that a process that
    /// dies leaves no object that nobody knows of.
    private func store(_ page: MadePage, with writer: ObjectWriter) async throws -> PageRow {
        let image = BlobKey(from: randomness)
        let thumbnail = BlobKey(from: randomness)
        let later = time.now + .days(1)
        try await gate.perform { transaction in
            try DocumentStore(transaction).abandon([image, thumbnail], because: .unfinished, at: later)
        }
        let digest = PageRow.digest(
            image: try await writer.write(page.image, as: image),
            thumbnail: try await writer.write(page.thumbnail, as: thumbnail))
        return PageRow(
            number: page.number, image: image, thumbnail: thumbnail, width: page.width, height: page.height,
            digest: digest)
    }

    private func finish(
        _ claim: Claim, report: PageReport, pages: [PageRow], reading: DocumentReading, marks: Marks,
        sealer: Sealer
    ) async throws -> Outcome {
        let document = claim.document
        let sealed =
            try reading.isEmpty
            ? nil
            : sealer.seal(
                Bytes(JSONEncoder().encode(reading)), label: DocumentReading.label(document.id), in: .documents)
        let digest = PageRow.digest(of: pages, reading: sealed)
        let now = time.now
        return try await gate.perform { transaction in
            // At once as strongly as the permit asks: two who share a lock and then want it alone wait for each other.
            try transaction.lock(document.subject, .exclusive)
            let updated = try transaction.run(
                """
                UPDATE document SET state = 'ready', type = \(report.type.rawValue), pages = \(pages.count),
                       hints = \(PageHint.text(report.hints)), reading = \(sealed), fingerprint = \(marks.file),
                       busy_until = 0, changed_at = \(now)
                WHERE subject_id = \(document.subject) AND id = \(document.id) AND turn = \(claim.turn)
                      AND state = 'received'
                """)
            guard updated == 1 else { return .overtaken }
            for page in pages { try insert(page, of: document, in: transaction) }
            try DocumentStore(transaction).enter(marks.document, of: document.id, document.subject, at: now)
            let permit = try gate.permitToWrite(
                ask(
                    sealed == nil ? .renderDocument : .readFromDocument, document,
                    fields: reading.values.map(\.field) + marks.fields), sealer: sealer, in: transaction)
            try permit.note(
                DocumentNote.rendered(document.id, pages: pages.count), digest: digest, in: transaction)
            return .ready
        }
    }

    private func insert(_ page: PageRow, of document: DocumentRow, in transaction: any Transaction) throws {
        for blob in [page.image, page.thumbnail] {
            let kept = try transaction.run(
                "DELETE FROM blob_abandoned WHERE blob = \(blob) AND reason = \(Abandonment.unfinished.rawValue)")
            // So much time has passed that the sweep has taken it: the pages must be made again.
            guard kept == 1 else { throw PageFailure.failed }
        }
        try transaction.run(
            """
            INSERT INTO page (subject_id, document, number, image, thumbnail, width, height, digest)
            VALUES (\(document.subject), \(document.id), \(page.number), \(page.image), \(page.thumbnail),
                    \(page.width), \(page.height), \(page.digest))
            """)
    }

    /// Refuses a file, with a reason that the person is told.
    func refuse(_ claim: Claim, _ reason: FileRefusal) async throws -> Outcome {
        let document = claim.document
        let sealer = try await gate.sealer(for: document.subject)
        let now = time.now
        return try await gate.perform { transaction in
            // At once as strongly as the permit asks: two who share a lock and then want it alone wait for each other.
            try transaction.lock(document.subject, .exclusive)
            let updated = try transaction.run(
                """
                UPDATE document SET state = 'refused', reason = \(reason.rawValue), blob = NULL, busy_until = 0,
                       changed_at = \(now)
                WHERE subject_id = \(document.subject) AND id = \(document.id) AND turn = \(claim.turn)
                      AND state = 'received'
                """)
            guard updated == 1 else { return .overtaken }
            if let blob = document.blob {
                try DocumentStore(transaction).abandon([blob], because: .refused, at: now)
            }
            let permit = try gate.permitToWrite(ask(.renderDocument, document), sealer: sealer, in: transaction)
            try permit.note(DocumentNote.refused(document.id, reason), in: transaction)
            return .refused
        }
    }

    private func ask(_ act: Act, _ document: DocumentRow, fields: [FieldNumber] = []) -> Ask {
        Ask(
            act, by: Self.actor, on: document.subject, for: document.purpose, fields: fields, documents: [document.kind]
        )
    }
}

/// The pages that have been stored of one document.
private actor MadePages {
    private(set) var rows: [PageRow] = []

    func add(_ row: PageRow) { rows.append(row) }
}
