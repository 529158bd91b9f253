/// What stands after the end of a picture.
struct Trailer {
    let file: Octets
    /// Where the picture ends.
    let end: Int

    /// Nothing, or the notice that there is something harmless.
    func notices() throws(Refused) -> [Notice] {
        guard end < file.count, file.bytes[end...].contains(where: { $0 != 0 }) else { return [] }
        for mark in ["%PDF-", "<script", "<?php", "<html", "<svg", "Rar!", "PK\u{3}\u{4}"]
        where file.first(mark, in: end..<file.count) != nil {
            throw .polyglot
        }
        if file.has("MZ", at: end) || file.has([0x7F, 0x45, 0x4C, 0x46], at: end) { throw .polyglot }
        return [.trailingData]
    }
}
