import Primitives
import Testing

@Suite("An identifier")
struct IdentifierTests {
    @Test("is 16 octets and 32 digits")
    func text() throws {
        let octets = Bytes(0..<16)
        let identifier = try #require(SubjectID(octets))
        #expect(identifier.description == "000102030405060708090a0b0c0d0e0f")
        #expect(SubjectID(identifier.description) == identifier)
        #expect("\(identifier)" == identifier.bytes.hex)
    }

    @Test("is not of another length", arguments: [0, 1, 15, 17, 32])
    func length(count: Int) {
        #expect(SubjectID(Bytes(repeating: 7, count: count)) == nil)
        #expect(SubjectID(Bytes(repeating: 7, count: count).hex) == nil)
    }

    @Test("is made of the randomness that is passed in")
    func fresh() {
        let randomness = Randomness { Bytes(repeating: 9, count: $0) }
        #expect(SubjectID(from: randomness).bytes == Bytes(repeating: 9, count: 16))
    }

    @Test("of the system's randomness comes once", arguments: [1, 7, 8, 9, 16, 33])
    func system(count: Int) {
        #expect(Randomness.system.bytes(count).count == count)
        #expect(Set((0..<200).map { _ in SubjectID(from: .system) }).count == 200)
    }
}
