import Policy
import Testing

@Suite("Act")
struct ActTests {
    @Test("has a code of its own that fits in a ledger entry")
    func codes() {
        #expect(Set(Act.allCases.map(\.rawValue)).count == Act.allCases.count)
        #expect(Act.allCases.allSatisfy { $0.rawValue.utf8.count <= 24 })
    }
}
