import Primitives
import TestKit
import Testing

@Suite("An e-mail address")
struct EmailAddressTests {
    @Test(
        "is taken when it can stand in a header",
        arguments: ["aru@example.kz", "a.b+c@xn--80ak6aa92e.kz", "o'neil_1@a-b.example", "A@B.kz", "1@2.kz"])
    func plain(text: String) {
        #expect(EmailAddress(text)?.text == text)
        #expect(EmailAddress(text)?.mailbox.lowercased() == text.lowercased())
    }

    @Test("is kept as it was written and compared without regard to case")
    func cases() {
        #expect(EmailAddress(" Aigerim@Example.KZ ")?.normalised == "aigerim@example.kz")
        #expect(EmailAddress("Aigerim@Example.KZ")?.text == "Aigerim@Example.KZ")
        #expect(EmailAddress("Aigerim@Example.KZ")?.mailbox == "Aigerim@example.kz")
    }

    /// The right side by Python's codec `idna`.
    @Test(
        "may have a domain in any alphabet, which is sent to in its ASCII form",
        arguments: [
            ("aru@почта.қаз", "aru@xn--80a1acny.xn--80ao21a"), ("Aru@ПОШТА。Қаз", "Aru@xn--80a1acn3a.xn--80ao21a"),
            ("a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"), ("a@bücher.example", "a@xn--bcher-kva.example"),
            ("a@bu\u{308}cher.example", "a@xn--bcher-kva.example"),
            ("a@mail.пример.рф", "a@mail.xn--e1afmkfd.xn--p1ai"),
        ])
    func international(text: String, mailbox: String) throws {
        let address = try #require(EmailAddress(text))
        #expect(address.mailbox == mailbox)
        #expect(EmailAddress(address.mailbox)?.mailbox == mailbox)
        #expect(EmailAddress(address.normalised)?.normalised == address.normalised)
    }

    @Test(
        "is refused when it could carry something else, or leads nowhere",
        arguments: [
            "", "a", "@b.kz", "a@", "a@b", "a@b@c.kz", "a@@b.kz", "a b@c.kz", "a@b.kz\r\nBcc: x@y.kz", "a\0@b.kz",
            "<a@b.kz>", "a@b.kz>", "\"a b\"@c.kz", "a..b@c.kz", ".a@c.kz", "a.@c.kz", "a@-b.kz", "a@b-.kz", "a@b..kz",
            "a@[127.0.0.1]", "a@127.0.0.1", "a,b@c.kz", "a@b.kz,c@d.kz", "a@b.kz SIZE=1", "a@почта..қаз", "a@-қ.қаз",
            "a@қ%41.қаз", "a@қ/.қаз", "a@қ\u{200B}\u{202E}.қаз", "a@қ:8.қаз", "a@\u{301}.kz", "a@b.kz.", "☎@b.kz",
            String(repeating: "a", count: 65) + "@b.kz",
            "a@" + Array(repeating: String(repeating: "b", count: 63), count: 4).joined(separator: "."),
        ])
    func refused(text: String) {
        #expect(throws: EmailAddress.Fault.shape) { try EmailAddress(entered: text) }
    }

    @Test("is refused with its reason when its letters are not Latin where they must be, or mixed")
    func letters() {
        #expect(throws: EmailAddress.Fault.localPart) { try EmailAddress(entered: "почта@b.kz") }
        #expect(throws: EmailAddress.Fault.localPart) { try EmailAddress(entered: "\u{430}@b.kz") }
        #expect(throws: EmailAddress.Fault.mixedAlphabets) { try EmailAddress(entered: "a@gm\u{430}il.com") }
        #expect(throws: EmailAddress.Fault.mixedAlphabets) { try EmailAddress(entered: "a@mail.r\u{443}") }
    }

    @Test("prints as dots, and is masked but for the first letters and the end")
    func prints() throws {
        let address = try #require(EmailAddress("aru@example.kz"))
        #expect(!"\(address) \(String(reflecting: address))".contains("aru"))
        #expect(address.masked == "a•••@e•••.kz")
    }

    @Test("never holds what could end a line, and is the same when it is read again, 10,000 times")
    func again() {
        let pieces = [
            "a", "Z", "1", ".", "-", "@", "қ", "Ә", "ß", "é", "e\u{301}", "\u{430}", "。", "xn--", "\r", "\n", " ", "<",
            "\0",
            "\u{200D}", "\u{202E}", "%", "[", ".kz", "@b.kz", "@қ.қаз", "İ", "א", "1", "_",
        ]
        var understood = 0
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            let kinds = Array(pieces.prefix(dice.roll(3...pieces.count)))
            let entered =
                "a" + dice.text(of: kinds, 0...4) + dice.pick(["@", "", "@x"]) + dice.text(of: kinds, 0...5)
                + dice.pick([".kz", ".қаз", ""])
            guard let address = EmailAddress(entered) else { continue }
            understood += 1
            let isPlain = address.mailbox.utf8.allSatisfy {
                (0x21...0x7E).contains($0) && !"<>,;:\\\"[]()".utf8.contains($0)
            }
            let same = [address.text, address.mailbox, address.normalised]
                .allSatisfy { EmailAddress($0)?.normalised == address.normalised }
            if !isPlain || !same { Issue.record("seed \(seed): \(entered.debugDescription)") }
        }
        #expect(understood > 300)
    }
}
