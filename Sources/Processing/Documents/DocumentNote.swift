import Primitives

/// The closed words with which entries tell what became of documents; an audit reads them again.
enum DocumentNote {
    static let document = "document"
    static let length = "length"
    static let pages = "pages"
    static let refused = "refused"
    /// The document that went, since this one came in its place.
    static let removes = "removes"
    /// The document that is kept beside this one for the reviewer.
    static let follows = "follows"
    /// By which other means the person sent what staff put in.
    static let with = "with"

    static func received(_ id: DocumentID, sealedLength: Int, _ place: DocumentPlace) -> [String: String] {
        var note = [document: id.description, length: "\(sealedLength)"]
        note[removes] = place.removes?.description
        note[follows] = place.follows?.description
        return note
    }

    static func rendered(_ id: DocumentID, pages count: Int) -> [String: String] {
        [document: id.description, pages: "\(count)"]
    }

    static func refused(_ id: DocumentID, _ reason: FileRefusal) -> [String: String] {
        [document: id.description, refused: reason.rawValue]
    }

    /// The documents that a word names.
    static func ids(_ list: String?) -> [DocumentID] {
        (list ?? "").split(separator: ",").compactMap { DocumentID(String($0)) }
    }

    static func gone(_ ids: [DocumentID]) -> [String: String] {
        [document: ids.map(\.description).joined(separator: ",")]
    }
}

/// In whose place a document came.
struct DocumentPlace {
    /// Gone with it.
    var removes: DocumentID?
    /// Kept beside it.
    var follows: DocumentID?
}
