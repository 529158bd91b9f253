import Primitives

/// The entries of a bundle: each behind its length in two octets, the high one first (C2SP `tlog-tiles`).
enum EntryBundle {
    /// - Throws: ``LedgerError/tooLong(_:)`` for an entry whose length does not fit two octets.
    static func octets(of entry: Bytes) throws -> Bytes {
        guard let length = UInt16(exactly: entry.count) else { throw LedgerError.tooLong(entry.count) }
        return [UInt8(length >> 8), UInt8(length & 255)] + entry
    }

    static func entries(in bundle: Bytes) throws -> [Bytes] {
        var (entries, index) = ([Bytes](), 0)
        while index < bundle.count {
            guard index + 2 <= bundle.count else { throw LedgerError.malformed }
            let end = index + 2 + (Int(bundle[index]) << 8) + Int(bundle[index + 1])
            guard end <= bundle.count else { throw LedgerError.malformed }
            entries.append(Bytes(bundle[(index + 2)..<end]))
            index = end
        }
        return entries
    }
}
