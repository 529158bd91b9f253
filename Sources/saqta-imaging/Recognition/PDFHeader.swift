/// What the octets of a PDF file tell without a parser (ISO 32000-1, clause 7.5).
struct PDFHeader {
    let file: Octets

    func read() throws(Refused) -> Recognised {
        guard let end = file.first("%%EOF", in: max(0, file.count - 2_048)..<file.count) else { throw .damaged }
        if names("/Encrypt") { throw .encrypted }
        var recognised = Recognised(type: .pdf)
        if names("/JavaScript") || names("/JS") || names("/Launch") || names("/EmbeddedFile") || names("/OpenAction") {
            recognised.notices.append(.activeContent)
        }
        if names("/ByteRange") { recognised.notices.append(.signed) }
        let trailer = try Trailer(file: file, end: end + 7).notices()
        if file.first("%%EOF", in: end + 1..<file.count) == nil { recognised.notices += trailer }
        return recognised
    }

    /// Whether `name` stands as a whole name: no letter or digit follows it.
    private func names(_ name: String) -> Bool {
        var from = 0
        while let found = file.first(name, in: from..<file.count) {
            let next = file[found + name.utf8.count]
            let continues = (48...57).contains(next) || (65...90).contains(next) || (97...122).contains(next)
            if !continues { return true }
            from = found + 1
        }
        return false
    }
}
