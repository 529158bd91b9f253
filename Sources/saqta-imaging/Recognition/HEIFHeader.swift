/// Boxes of a HEIF file (ISO/IEC 23008-12 over ISO/IEC 14496-12).
struct HEIFHeader {
    let file: Octets

    /// HEIC by its brands; films and AVIF are other types.
    func type() throws(Refused) -> FileType {
        guard let length = file.number(at: 0, size: 4), length >= 16, length <= min(file.count, 1_024) else {
            throw .damaged
        }
        let brands = [8] + Array(stride(from: 16, to: length, by: 4))
        func named(_ names: [String]) -> Bool { brands.contains { at in names.contains { file.has($0, at: at) } } }
        if named(["heic", "heix", "heim", "heis"]) { return .heic }
        throw named(["avif", "avis", "mif1", "msf1", "jxl "]) ? .otherImage : .film
    }

    func read() throws(Refused) -> Recognised {
        var recognised = Recognised(type: .heic)
        for box in try boxes(in: 0..<file.count) where box.name == "meta" {
            for properties in try boxes(in: box.content.dropFirst(4)) where properties.name == "iprp" {
                for container in try boxes(in: properties.content) where container.name == "ipco" {
                    for extent in try boxes(in: container.content) where extent.name == "ispe" {
                        let start = extent.content.lowerBound
                        guard let width = file.number(at: start + 4, size: 4),
                            let height = file.number(at: start + 8, size: 4)
                        else { throw .damaged }
                        if width * height > recognised.width * recognised.height {
                            (recognised.width, recognised.height) = (width, height)
                        }
                    }
                }
            }
        }
        guard recognised.width > 0 else { throw .damaged }
        return recognised
    }

    /// The boxes of a range; they must fill it exactly.
    private func boxes(in range: Range<Int>) throws(Refused) -> [(name: String, content: Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard var length = file.number(at: offset, size: 4), found.count < 4_096 else { throw .damaged }
            var head = 8
            if length == 1 {
                guard let long = file.number(at: offset + 8, size: 8) else { throw .damaged }
                (length, head) = (long, 16)
            }
            if length == 0 { length = range.upperBound - offset }
            guard length >= head, length <= range.upperBound - offset else { throw .damaged }
            let name = String(decoding: file.bytes[offset + 4..<offset + 8], as: UTF8.self)
            found.append((name, offset + head..<offset + length))
            offset += length
        }
        return found
    }
}
