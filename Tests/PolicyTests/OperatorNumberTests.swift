import Policy
import Primitives
import Testing

@Suite("The operator's number")
struct OperatorNumberTests {
    @Test("is put into the policy and no placeholder any more; nothing else changes")
    func sets() throws {
        let folder = try PolicyFolder(path: Cantra.path)
        let changed = try #require(folder.settingOperatorNumber("990228601248"))
        let document = try #require(changed.read().document)
        #expect(document.operatorRecord.iinOrBin == "990228601248")
        #expect(document.operatorRecord.toBeSet == ["hosting", "mail", "sms", "courier"])
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

@Suite("The name of a recipient")
struct RecipientNameTests {
    @Test(
        "is put into the policy in every language and no placeholder any more",
        arguments: ["hosting", "mail", "courier"])
    func sets(id: String) throws {
        let wound = Break(
            "to_be_set: [iin_or_bin, hosting, mail, sms, courier]", "to_be_set: [\(id), iin_or_bin, sms]", says: "")
        let folder = try wound.applied(to: Cantra.folder())
        let changed = try #require(folder.settingRecipient(RecipientID(id), name: "Дала Байланыс"))
        let document = try #require(changed.read().document)
        let name = try #require(document.recipient(RecipientID(id))?.name)
        #expect([name.ru, name.kk, name.en] == ["Дала Байланыс", "Дала Байланыс", "Дала Байланыс"])
        #expect(document.operatorRecord.toBeSet == ["iin_or_bin", "sms"])
        let before = try #require(folder.files["policy.yml"]).split(separator: "\n")
        let after = try #require(changed.files["policy.yml"]).split(separator: "\n")
        #expect(zip(before, after).count { $0 != $1 } == 4 && before.count == after.count)
    }

    @Test(
        "leaves the policy whole when there is nobody of that kind: no consent to them is asked, and no placeholder is left",
        arguments: ["hosting", "mail", "courier"])
    func removes(id: String) throws {
        let folder = try Cantra.folder()
        let changed = try #require(folder.removingRecipient(RecipientID(id)))
        let document = try #require(changed.read().document)
        #expect(document.recipient(RecipientID(id)) == nil)
        #expect(!document.operatorRecord.toBeSet.contains(id) && document.operatorRecord.toBeSet.count == 4)
        #expect(document.consents.allSatisfy { $0.id.rawValue != id })
        #expect(folder.removingRecipient("nobody") == nil)
    }

    @Test("has no place where there is no such recipient, or none to write it")
    func refuses() throws {
        #expect(try Cantra.folder().settingRecipient("nobody", name: "Дала") == nil)
        let inline = Break(
            "    name:\n      ru: \"SMS-провайдер (указывает Оператор)\"",
            "    name:\n      # Whoever it is.\n      ru: \"SMS-провайдер (указывает Оператор)\"", says: "")
        #expect(try inline.applied(to: Cantra.folder()).settingRecipient("sms", name: "Дала") == nil)
    }
}
