import Ledger
import Policy
import Primitives

extension DocumentHistory {
    /// How far rows are not those of the entries; no file is looked at.
    func faults(_ rows: [DocumentRow], _ pages: [DocumentID: [PageRow]], _ readings: [DocumentID: Bytes]) -> [String] {
        var faults: [String] = []
        let held = Set(rows.map(\.id))
        for (document, entry) in received where !held.contains(document) {
            faults.append("document \(document) has lost its row (\(entry))")
        }
        for document in pages.keys where !held.contains(document) && received[document] == nil {
            faults.append("document \(document) has pages and no row")
        }
        for row in rows {
            let (pages, reading) = (pages[row.id] ?? [], readings[row.id])
            let isEmpty = row.blob == nil && pages.isEmpty && reading == nil
            let fault = whole(row, isEmpty: isEmpty) ?? contents(row, isEmpty: isEmpty) ?? images(row, pages, reading)
            if let fault { faults.append("document \(row.id) \(fault)") }
        }
        return faults.sorted()
    }

    /// Whether a document is there at all, or nothing is left but its row.
    private func whole(_ row: DocumentRow, isEmpty: Bool) -> String? {
        if let entry = gone[row.id] {
            return row.state == .destroyed && isEmpty ? nil : "was put back: its scan went with \(entry)"
        }
        if row.state == .destroyed { return "is marked as destroyed, and no entry tells so" }
        if row.state == .receiving {
            return received[row.id].map { "was put back: it was received with \($0)" }
        }
        return received[row.id] == nil ? "stands in no entry" : nil
    }

    /// Whether the row of a document tells what the entry about its arrival does.
    private func contents(_ row: DocumentRow, isEmpty: Bool) -> String? {
        guard row.state != .destroyed, let placed = received[row.id] else { return nil }
        let note = placed.entry.note
        if row.digest != placed.entry.digest || note[DocumentNote.length] != row.sealedLength.map({ "\($0)" }) {
            return "has the length or digest of another file than \(placed)"
        }
        if note["documents"] != row.kind.rawValue { return "is of another kind than \(placed) tells" }
        if let entry = refused[row.id] {
            return row.state == .refused && isEmpty ? nil : "was put back: its file was refused with \(entry)"
        }
        if row.state == .refused { return "is marked as refused, and no entry tells so" }
        return row.blob == nil ? "has lost its file's name (\(placed))" : nil
    }

    /// Whether its pages are those of the entry about them.
    private func images(_ row: DocumentRow, _ pages: [PageRow], _ reading: Bytes?) -> String? {
        guard row.state != .destroyed, row.state != .refused else { return nil }
        guard let placed = rendered[row.id] else {
            let isEmpty = pages.isEmpty && reading == nil
            return isEmpty && (row.state == .receiving || row.state == .received)
                ? nil : "has pages or a reading, and no entry tells of them"
        }
        if row.state == .received { return "was put back: its pages were made with \(placed)" }
        if row.pages != pages.count || placed.entry.note[DocumentNote.pages] != "\(pages.count)"
            || PageRow.digest(of: pages, reading: reading) != placed.entry.digest
        {
            return "has other pages, or another reading, than \(placed)"
        }
        switch (row.state == .replaced, follower(of: row.id)) {
        case (false, let entry?): return "was put back: another scan came in its place with \(entry)"
        case (true, nil): return "is marked as replaced, and no entry tells so"
        default: return nil
        }
    }
}
