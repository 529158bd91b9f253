/// Segments of a JPEG file (ITU-T T.81, annex B).
struct JPEGHeader {
    let file: Octets

    func read() throws(Refused) -> Recognised {
        var recognised = Recognised(type: .jpeg)
        var offset = 2
        while true {
            guard file[offset] == 0xFF, offset + 1 < file.count else { throw .damaged }
            let marker = file[offset + 1]
            switch marker {
            case 0xFF:
                offset += 1
                continue
            case 0xD9:
                guard recognised.width > 0 else { throw .damaged }
                recognised.notices += try Trailer(file: file, end: offset + 2).notices()
                return recognised
            case 0x01, 0xD0...0xD7:
                offset += 2
                continue
            default: break
            }
            guard let length = file.number(at: offset + 2, size: 2), length >= 2 else { throw .damaged }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                guard recognised.width == 0, let height = file.number(at: offset + 5, size: 2),
                    let width = file.number(at: offset + 7, size: 2), width > 0, height > 0
                else { throw .damaged }
                (recognised.width, recognised.height) = (width, height)
            }
            offset += 2 + length
            if marker == 0xDA { offset = try afterScan(offset) }
        }
    }

    /// The first marker after entropy-coded data that is neither a stuffed octet nor a restart.
    private func afterScan(_ start: Int) throws(Refused) -> Int {
        var offset = start
        while let found = file.first([0xFF], in: offset..<file.count) {
            let next = file[found + 1]
            if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return found }
            offset = found + (next == 0xFF ? 1 : 2)
        }
        throw .damaged
    }
}
