import Ledger
import Policy
import Primitives

/// What the entries about one person say of their documents. The order of the entries does not matter.
struct DocumentHistory {
    /// Entries that tell that a document is whole, by document.
    private(set) var received: [DocumentID: PlacedEntry] = [:]
    /// Entries that tell that its pages are there.
    private(set) var rendered: [DocumentID: PlacedEntry] = [:]
    /// Entries that tell that its file cannot be taken.
    private(set) var refused: [DocumentID: PlacedEntry] = [:]
    /// Entries that tell that its scan is gone: taken out, exchanged or destroyed.
    private(set) var gone: [DocumentID: PlacedEntry] = [:]
    /// The documents that came while this one was kept beside them.
    private var followers: [DocumentID: [DocumentID]] = [:]

    init(_ entries: [PlacedEntry]) {
        for placed in entries where placed.entry.outcome == .done {
            let note = placed.entry.note
            let documents = DocumentNote.ids(note[DocumentNote.document])
            switch Act(rawValue: placed.entry.act) {
            case .uploadDocument:
                guard let document = documents.first else { continue }
                received[document] = placed
                for earlier in DocumentNote.ids(note[DocumentNote.removes]) { gone[earlier] = placed }
                for earlier in DocumentNote.ids(note[DocumentNote.follows]) {
                    followers[earlier, default: []].append(document)
                }
            case .renderDocument, .readFromDocument:
                guard let document = documents.first else { continue }
                if note[DocumentNote.refused] != nil {
                    refused[document] = placed
                } else if placed.entry.digest != nil {
                    rendered[document] = placed
                }
            case .removeDocument, .destroyDocument:
                for document in documents { gone[document] = placed }
            default: continue
            }
        }
    }

    /// The entry of the scan that stands in a document's place while it is kept for the reviewer; nil when none does.
    func follower(of document: DocumentID) -> PlacedEntry? {
        followers[document]?.first { gone[$0] == nil }.flatMap { received[$0] }
    }
}
