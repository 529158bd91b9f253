/// Chunks of a PNG file (W3C PNG, clause 5).
struct PNGHeader {
    let file: Octets

    func read() throws(Refused) -> Recognised {
        guard file.has("IHDR", at: 12), let width = file.number(at: 16, size: 4),
            let height = file.number(at: 20, size: 4), width > 0, height > 0
        else { throw .damaged }
        var recognised = Recognised(type: .png, width: width, height: height)
        var offset = 8
        while let length = file.number(at: offset, size: 4), offset + 12 + length <= file.count {
            let last = file.has("IEND", at: offset + 4)
            offset += 12 + length
            if last {
                recognised.notices += try Trailer(file: file, end: offset).notices()
                return recognised
            }
        }
        throw .damaged
    }
}
