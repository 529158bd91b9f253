/// Tells the type of a document by its content, before any decoder sees it.
struct Recognition {
    let file: Octets
    let ask: Ask

    func recognise() throws(Refused) -> Recognised {
        guard file.count > 0 else { throw .empty }
        let type = try type()
        if type != .pdf, file.first("%PDF-", in: 0..<1_024) != nil { throw .polyglot }
        if endsAsArchive { throw .polyglot }
        var recognised = try header(type)
        guard recognised.width * recognised.height <= ask.pixels else { throw .tooManyPixels }
        if type != .pdf, hasMetadata { recognised.notices.append(.metadata) }
        return recognised
    }

    private func type() throws(Refused) -> FileType {
        if file.has([0xFF, 0xD8, 0xFF], at: 0) { return .jpeg }
        if file.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) { return .png }
        if file.has("RIFF", at: 0), file.has("WEBP", at: 8) { return .webp }
        if file.has("II*\0", at: 0) || file.has("MM\0*", at: 0) { return .tiff }
        if file.has("%PDF-", at: 0) { return .pdf }
        if file.has("ftyp", at: 4) { return try HEIFHeader(file: file).type() }
        throw Foreign(file: file).reason
    }

    private func header(_ type: FileType) throws(Refused) -> Recognised {
        switch type {
        case .jpeg: try JPEGHeader(file: file).read()
        case .png: try PNGHeader(file: file).read()
        case .webp: try WebPHeader(file: file).read()
        case .heic: try HEIFHeader(file: file).read()
        case .tiff: try TIFFHeader(file: file, pages: ask.pages).read()
        case .pdf: try PDFHeader(file: file).read()
        }
    }

    /// Whether the end of the file is the end of a ZIP archive (APPNOTE 4.3.16), whatever its beginning is.
    private var endsAsArchive: Bool {
        var from = max(0, file.count - 65_557)
        while let end = file.first([0x50, 0x4B, 5, 6], in: from..<file.count) {
            if let comment = file.number(at: end + 20, size: 2, little: true), end + 22 + comment <= file.count {
                return true
            }
            from = end + 4
        }
        return false
    }

    private var hasMetadata: Bool {
        let marks = ["Exif\0\0", "http://ns.adobe.com/xap", "eXIf", "EXIF", "<x:xmpmeta", "XMP "]
        return marks.contains { file.first($0) != nil }
    }
}
