import Blobs
import Ledger
import Permits
import Primitives
import Storage

extension DocumentAudit {
    /// A person's documents and the entries about them, of one instant.
    private struct Standing: Sendable {
        let history: DocumentHistory
        var rows: [DocumentRow] = []
        var pages: [DocumentID: [PageRow]] = [:]
        var readings: [DocumentID: Bytes] = [:]

        /// What differs when something was changed meanwhile.
        var mark: [String] {
            rows.map { "\($0.id) \($0.state) \($0.changedAt.microseconds) \($0.blob?.description ?? "")" }
        }
    }

    /// Compares one person's documents.
    func compare(_ subject: SubjectID, _ tally: inout Tally) async throws {
        var standing = try await standing(of: subject)
        // Again when something does not fit, since the person may just be changing it.
        for _ in 0..<3 {
            var attempt = tally
            var faults = standing.history.faults(standing.rows, standing.pages, standing.readings)
            // What the rows get wrong is named once, not again by each file.
            for row in standing.rows where !faults.contains(where: { $0.contains("document \(row.id)") }) {
                faults += try await files(row, standing, &attempt)
            }
            let later = faults.isEmpty ? nil : try await self.standing(of: subject)
            guard let later, later.mark != standing.mark else {
                tally = attempt
                tally.report.faults += faults.map { "person \(subject): \($0)" }
                return
            }
            standing = later
        }
        tally.report.faults.append("person \(subject): the documents change faster than they can be compared")
    }

    private func standing(of subject: SubjectID) async throws -> Standing {
        try await gate.look { transaction in
            let store = DocumentStore(transaction)
            var standing = Standing(history: DocumentHistory(try LedgerStore(transaction).placed(of: subject)))
            standing.rows = try store.everything(of: subject)
            standing.pages = try store.pages(of: subject)
            for row in standing.rows {
                standing.readings[row.id] = try store.sealedReading(of: row.id, of: subject)?.value
            }
            return standing
        }
    }

    /// Compares the files of a document whose rows fit.
    private func files(_ row: DocumentRow, _ standing: Standing, _ tally: inout Tally) async throws -> [String] {
        guard row.state != .receiving, let blob = row.blob, let entry = standing.history.received[row.id] else {
            return []
        }
        tally.report.documents += 1
        var faults: [String] = []
        switch try await read(blob, &tally) {
        case .whole(let length, _) where length != row.sealedLength:
            faults.append("has a file of \(length) octets instead of \(row.sealedLength ?? 0) (\(entry))")
        case .whole(_, let digest) where digest != row.digest: faults.append("has a file that was changed (\(entry))")
        case .whole: break
        case .unreadable(let why): faults.append("has a file that \(why) (\(entry))")
        }
        guard let entry = standing.history.rendered[row.id] else { return faults.map { "document \(row.id) \($0)" } }
        for page in standing.pages[row.id] ?? [] {
            switch (try await read(page.image, &tally), try await read(page.thumbnail, &tally)) {
            case (.whole(_, let image), .whole(_, let thumbnail)):
                if PageRow.digest(image: image, thumbnail: thumbnail) != page.digest {
                    faults.append("has an image of page \(page.number) that was changed (\(entry))")
                }
            case (.unreadable(let why), _), (_, .unreadable(let why)):
                faults.append("has an image of page \(page.number) that \(why) (\(entry))")
            }
        }
        return faults.map { "document \(row.id) \($0)" }
    }

    /// What a file is found to be.
    private enum Content {
        case whole(Int, digest: Bytes)
        /// With the reason, as "is missing".
        case unreadable(String)
    }

    private func read(_ blob: BlobKey, _ tally: inout Tally) async throws -> Content {
        do {
            let length = try await blobs.length(blob)
            let digest = try await ObjectDigest.of(length) { try await blobs.read(blob, $0) }
            tally.add(length)
            return .whole(length, digest: digest)
        } catch BlobError.missing {
            tally.add(0)
            return .unreadable("is missing")
        } catch BlobError.damaged {
            tally.add(0)
            return .unreadable("cannot be read")
        }
    }
}
