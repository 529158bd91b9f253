import Policy
import Testing

@Suite("The operator's number")
struct OperatorNumberTests {
    @Test("is put into the policy and no placeholder any more; nothing else changes")
    func sets() throws {
        let folder = try PolicyFolder(path: Cantra.path)
        let changed = try #require(folder.settingOperatorNumber("990228601248"))
        let document = try #require(changed.read().document)
        #expect(document.operatorRecord.iinOrBin == "990228601248")
        #expect(document.operatorRecord.toBeSet.isEmpty)
        let before = try #require(folder.files["policy.yml"]).split(separator: "\n")
        let after = try #require(changed.files["policy.yml"]).split(separator: "\n")
        #expect(zip(before, after).count { $0 != $1 } == 2 && before.count == after.count)
    }

    @Test(
        "is refused when it is none, or of another kind than the operator",
        arguments: ["990228601249", "12", "991240000013"])
    func refuses(number: String) throws {
        #expect(try PolicyFolder(path: Cantra.path).settingOperatorNumber(number) == nil)
    }
}
