/// Says of a file that is none of the accepted types what it is, so that the person can be advised.
struct Foreign {
    let file: Octets

    var reason: Refused {
        if file.first("%PDF-", in: 0..<1_024) != nil { return .polyglot }
        if file.has("PK", at: 0), file[2] < 9 { return isOffice ? .officeDocument : .archive }
        for (signature, reason) in Self.signatures where file.has(signature, at: 0) { return reason }
        if file.has("ustar", at: 257) { return .archive }
        return markup ?? .unknownType
    }

    private var isOffice: Bool {
        let marks = ["[Content_Types].xml", "word/", "xl/", "ppt/", "mimetypeapplication/vnd.oasis"]
        return marks.contains { file.first($0, in: 0..<65_536) != nil }
    }

    private var markup: Refused? {
        var start = file.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
        while start < file.count, file[start] <= 32 { start += 1 }
        guard file[start] == UInt8(ascii: "<") else { return nil }
        let head = String(decoding: file.bytes[start..<min(file.count, start + 1_024)], as: UTF8.self).lowercased()
        return head.contains("<svg") ? .vectorImage : .webPage
    }

    private static let signatures: [([UInt8], Refused)] = [
        ([0x52, 0x61, 0x72, 0x21], .archive), ([0x37, 0x7A, 0xBC, 0xAF], .archive), ([0x1F, 0x8B], .archive),
        ([0x42, 0x5A, 0x68], .archive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .archive),
        ([0x28, 0xB5, 0x2F, 0xFD], .archive), ([0xD0, 0xCF, 0x11, 0xE0], .officeDocument),
        (Array("{\\rtf".utf8), .officeDocument), (Array("MZ".utf8), .executable),
        ([0x7F, 0x45, 0x4C, 0x46], .executable), ([0xCF, 0xFA, 0xED, 0xFE], .executable),
        ([0xCA, 0xFE, 0xBA, 0xBE], .executable), (Array("#!".utf8), .executable),
        (Array("GIF8".utf8), .otherImage), (Array("BM".utf8), .otherImage), (Array("8BPS".utf8), .otherImage),
        ([0xFF, 0x0A], .otherImage), ([0, 0, 0, 12, 0x4A, 0x58, 0x4C, 0x20], .otherImage),
        ([0, 0, 0, 12, 0x6A, 0x50, 0x20, 0x20], .otherImage), (Array("II+\0".utf8), .otherImage),
        (Array("MM\0+".utf8), .otherImage), (Array("%!PS".utf8), .otherImage),
        ([0x1A, 0x45, 0xDF, 0xA3], .film), (Array("OggS".utf8), .film), (Array("ID3".utf8), .film),
    ]
}
