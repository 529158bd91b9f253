/// The first chunk of a WebP file (RFC 9649).
struct WebPHeader {
    let file: Octets

    func read() throws(Refused) -> Recognised {
        guard let length = file.number(at: 4, size: 4, little: true), length + 8 <= file.count, let size else {
            throw .damaged
        }
        guard size.width > 0, size.height > 0 else { throw .damaged }
        var recognised = Recognised(type: .webp, width: size.width, height: size.height)
        recognised.notices += try Trailer(file: file, end: length + 8).notices()
        return recognised
    }

    private var size: (width: Int, height: Int)? {
        func number(_ offset: Int, _ size: Int) -> Int? { file.number(at: offset, size: size, little: true) }
        if file.has("VP8X", at: 12), let width = number(24, 3), let height = number(27, 3) {
            return (width + 1, height + 1)
        }
        if file.has("VP8L", at: 12), file[20] == 0x2F, let bits = number(21, 4) {
            return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        if file.has("VP8 ", at: 12), file.has([0x9D, 0x01, 0x2A], at: 23), let width = number(26, 2),
            let height = number(28, 2)
        {
            return (width & 0x3FFF, height & 0x3FFF)
        }
        return nil
    }
}
