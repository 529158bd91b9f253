/// Directories of a TIFF file (TIFF 6.0, section 2).
struct TIFFHeader {
    let file: Octets
    /// How many pages are allowed.
    let pages: Int

    func read() throws(Refused) -> Recognised {
        let little = file.has("II", at: 0)
        var recognised = Recognised(type: .tiff)
        var count = 0
        var offset = file.number(at: 4, size: 4, little: little) ?? 0
        while offset != 0 {
            count += 1
            guard count <= pages else { throw .tooManyPages }
            guard let entries = file.number(at: offset, size: 2, little: little),
                let next = file.number(at: offset + 2 + entries * 12, size: 4, little: little)
            else { throw .damaged }
            var size: [Int: Int] = [:]
            for entry in stride(from: offset + 2, to: offset + 2 + entries * 12, by: 12) {
                guard let tag = file.number(at: entry, size: 2, little: little), tag == 256 || tag == 257 else {
                    continue
                }
                let short = file.number(at: entry + 2, size: 2, little: little) == 3
                size[tag] = file.number(at: entry + 8, size: short ? 2 : 4, little: little)
            }
            guard let width = size[256], let height = size[257], width > 0, height > 0 else { throw .damaged }
            if width * height > recognised.width * recognised.height {
                (recognised.width, recognised.height) = (width, height)
            }
            offset = next
        }
        guard count > 0 else { throw .damaged }
        return recognised
    }
}
