import Primitives
import Testing

@Suite("Octets")
struct BytesTests {
    @Test("are written in hexadecimal and read back")
    func hex() {
        let all = Bytes(0...255)
        #expect(all.hex.hasPrefix("000102030405060708090a0b0c0d0e0f10"))
        #expect(Bytes(hex: all.hex) == all)
        #expect(Bytes(hex: all.hex.uppercased()) == all)
        #expect(Bytes(hex: "") == [])
        #expect(Bytes().hex == "")
    }

    @Test("are not read from other texts", arguments: ["0", "0g", "g0", " 00", "00 ", "0x00", "٠٠", "é", "00:11"])
    func others(text: String) {
        #expect(Bytes(hex: text) == nil)
    }
}
