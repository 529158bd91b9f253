import Primitives
import Testing

@testable import WebCore

@Suite("A form that was sent")
struct FormTests {
    @Test(
        "is read after the URL standard",
        arguments: [
            ("a=b", "b"), ("a=b+c%20d", "b c d"), ("a=%D2%9B", "қ"), ("a=1=2", "1=2"), ("a", ""), ("a=%", "%"),
            ("a=%4", "%4"), ("a=%zz", "%zz"), ("a=%26%3D", "&="), ("a=x%0D%0Ay", "x\ny"), ("b=1&a=2&a=3", "2"),
        ])
    func decoding(body: String, expected: String) throws {
        let form = try #require(Form(urlencoded: Bytes(body.utf8)))
        #expect(form.text("a") == expected)
    }

    @Test("keeps what was entered as it was entered, blanks included")
    func keeps() throws {
        let form = try #require(Form(urlencoded: Bytes("name=++Sarsen++&box=a&box=b&empty=+".utf8)))
        #expect(form.text("name") == "  Sarsen  ")
        #expect(form.trimmed("name") == "Sarsen")
        #expect(form.texts("box") == ["a", "b"])
        #expect(form.isChecked("box", value: "b"))
        #expect(form.trimmed("empty") == nil)
        #expect(form.trimmed("absent") == nil)
    }

    @Test("is refused when it has more fields than any page of ours")
    func tooMany() {
        let body = Bytes(String(repeating: "a=1&", count: 501).utf8)
        #expect(Form(urlencoded: body) == nil)
    }

    @Test("never prints what is in it")
    func prints() throws {
        let form = try #require(Form(urlencoded: Bytes("name=Sarsenova".utf8)))
        #expect("\(form) \(String(reflecting: form))".contains("Sarsenova") == false)
        var dumped = ""
        dump(form, to: &dumped)
        #expect(!dumped.contains("Sarsenova"))
    }

    @Test("tells the first thing wrong with each field")
    func errors() {
        var form = Form()
        form.refuse("a", .invariable("first"))
        form.refuse("a", .invariable("second"))
        #expect(form.error(of: "a") == .invariable("first"))
        #expect(form.error(of: "b") == nil)
        #expect(!form.isAccepted)
    }
}
