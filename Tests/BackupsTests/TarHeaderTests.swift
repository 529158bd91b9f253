import Primitives
import Testing

@testable import Backups

@Suite("The header of a tar member")
struct TarHeaderTests {
    @Test("is read back as it was written", arguments: [0, 1, 511, 512, 8_589_934_591, 8_589_934_592, 1 << 45])
    func lengths(length: Int) {
        let header = TarHeader(
            name: "data/documents/ab/cd/\(String(repeating: "e", count: 32))", length: length, modified: 7)
        #expect(header.octets.count == 512)
        #expect(TarHeader(header.octets) == header)
    }

    @Test("is the one that GNU tar writes for the same file")
    func known() {
        // tar --format=ustar --mtime=@1795511100 --mode=600 --owner=0 --group=0 --numeric-owner -c member
        var known = Bytes("member".utf8) + Bytes(repeating: 0, count: 94)
        known += Bytes("0000600\u{0}0000000\u{0}0000000\u{0}00000000005\u{0}15301251474\u{0}010423\u{0} 0".utf8)
        known += Bytes(repeating: 0, count: 100) + Bytes("ustar\u{0}00".utf8) + Bytes(repeating: 0, count: 64)
        known += Bytes("0000000\u{0}0000000\u{0}".utf8) + Bytes(repeating: 0, count: 167)
        #expect(TarHeader(name: "member", length: 5, modified: 1_795_511_100).octets == known)
    }

    @Test("with one octet changed is none, wherever it is")
    func changed() {
        let octets = TarHeader(name: "data/saqta.sqlite", length: 1_000_000, modified: 1_795_511_100).octets
        for place in octets.indices {
            var other = octets
            other[place] ^= 1
            #expect(TarHeader(other) == nil, "octet \(place)")
        }
    }

    @Test("is a block of its own", arguments: [(0, 0), (1, 511), (512, 0), (513, 511)])
    func padding(length: Int, zeros: Int) {
        #expect(TarHeader.padding(length) == zeros)
    }
}
