import Policy
import Primitives
import Testing

@Suite("The policy of CANTRA")
struct CantraTests {
    @Test("checks clean but for what the operator sets and what is not built")
    func checks() throws {
        let reading = try Cantra.folder().read()
        #expect(reading.errors.map(\.description) == [])
        #expect(reading.warnings.map(\.description) == [])
    }
}
