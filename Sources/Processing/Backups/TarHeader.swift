import Primitives

/// The header of a file in a tar stream (POSIX.1-2017, pax, "ustar Interchange Format"): a block of 512 octets.
struct TarHeader: Hashable {
    static let block = 512
    /// Two blocks of zeros end a stream.
    static let end = Bytes(repeating: 0, count: 2 * block)

    /// At most 100 octets.
    let name: String
    /// In octets.
    let length: Int
    /// Seconds since 1970.
    var modified = 0

    private static let magic = Bytes("ustar\0".utf8) + Bytes("00".utf8)
    private static let mode = Bytes("0000600\0".utf8)
    private static let plainFile = UInt8(ascii: "0")
    /// Lengths from here on do not fit eleven octal digits.
    private static let long = 1 << 33

    static func isName(_ name: String) -> Bool {
        (1...100).contains(name.utf8.count) && !name.utf8.contains(0) && !name.hasPrefix("/")
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains { ["", ".", ".."].contains($0) }
    }

    /// Zeros that follow so many octets of content, up to the end of a block.
    static func padding(_ length: Int) -> Int { (block - length % block) % block }

    var octets: Bytes {
        var header = Bytes(repeating: 0, count: Self.block)
        func put(_ part: Bytes, at offset: Int) { header.replaceSubrange(offset..<offset + part.count, with: part) }
        put(Bytes(name.utf8), at: 0)
        put(Self.mode, at: 100)
        put(Bytes("0000000\0".utf8) + Bytes("0000000\0".utf8), at: 108)
        put(Self.number(length), at: 124)
        put(Self.number(modified), at: 136)
        header[156] = Self.plainFile
        put(Self.magic, at: 257)
        put(Bytes("0000000\0".utf8) + Bytes("0000000\0".utf8), at: 329)
        put(Self.checksum(of: header), at: 148)
        return header
    }

    /// Reads a header as ``octets`` writes it; nil for any other.
    init?(_ block: Bytes) {
        guard block.count == Self.block, let length = Self.number(block[124..<136]),
            let modified = Self.number(block[136..<148])
        else { return nil }
        let name = String(decoding: block.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
        guard Self.isName(name) else { return nil }
        self.init(name: name, length: length, modified: modified)
        guard octets == block else { return nil }
    }

    init(name: String, length: Int, modified: Int = 0) {
        self.name = name
        self.length = length
        self.modified = modified
    }

    /// Twelve octets: octal, or big-endian behind 0x80 where octal does not reach, as GNU and BSD tar write and read it.
    private static func number(_ value: Int) -> Bytes {
        guard value < long else {
            return [0x80, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
        }
        let digits = String(value, radix: 8)
        return Bytes((String(repeating: "0", count: 11 - digits.count) + digits + "\0").utf8)
    }

    private static func number(_ octets: Bytes.SubSequence) -> Int? {
        if octets.first == 0x80 {
            let value = octets.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(exactly: value)
        }
        return Int(String(decoding: octets.dropLast(), as: UTF8.self), radix: 8).flatMap { $0 < 0 ? nil : $0 }
    }

    private static func checksum(of header: Bytes) -> Bytes {
        // Its own eight octets count as spaces.
        let sum = header.reduce(8 * 32) { $0 + Int($1) }
        let digits = String(sum, radix: 8)
        return Bytes((String(repeating: "0", count: 6 - digits.count) + digits + "\0 ").utf8)
    }
}
