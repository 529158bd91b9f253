import Primitives
import TestKit
import Testing

@Suite("A telephone number")
struct TelephoneNumberTests {
    @Test(
        "is understood however it is written",
        arguments: [
            ("8 777 206 07 77", "+77772060777"), ("+7 (777) 206-07-77", "+77772060777"),
            ("87772060777", "+77772060777"), ("7 777 206 07 77", "+77772060777"), ("777 206 07 77", "+77772060777"),
            ("007 777 206 07 77", "+77772060777"), ("(+7) 777.206.07.77", "+77772060777"),
            ("+7\u{A0}777\u{2011}206–07—77", "+77772060777"), ("\u{202A}+7 777 206-07-77\u{202C}", "+77772060777"),
            ("8 (700) 000-00-01", "+77000000001"), ("8-708-000-00-01", "+77080000001"),
        ])
    func mobile(entered: String, e164: String) {
        #expect(TelephoneNumber(entered)?.e164 == e164)
    }

    @Test(
        "may be one of a fixed line of Kazakhstan, with a code of three digits or of four",
        arguments: [
            ("+7 727 250 00 00", "+77272500000"), ("8 (727) 250-00-00", "+77272500000"),
            ("8 (7172) 55-00-00", "+77172550000"), ("+7 7172 55 00 00", "+77172550000"), ("7172550000", "+77172550000"),
            ("8 7212 40 00 00", "+77212400000"), ("8 (71036) 2-00-00", "+77103620000"),
            ("8 7292 30 00 00", "+77292300000"),
        ])
    func fixed(entered: String, e164: String) {
        #expect(TelephoneNumber(entered)?.e164 == e164)
    }

    @Test(
        "may be one of another country",
        arguments: [
            ("+49 30 1234567", "+49301234567"), ("0049 30 1234567", "+49301234567"),
            ("8 10 49 30 1234567", "+49301234567"), ("+998 90 123 45 67", "+998901234567"),
            ("8~10 998 90 123 45 67", nil), ("+1 (212) 555-01-23", "+12125550123"),
            ("+996 700 000 001", "+996700000001"),
            ("8 905 000 00 01", "+79050000001"), ("+375 29 000 00 01", "+375290000001"),
        ] as [(String, String?)])
    func abroad(entered: String, e164: String?) {
        #expect(TelephoneNumber(entered)?.e164 == e164)
    }

    @Test(
        "is not seen in anything else",
        arguments: [
            "", "+", "777", "+7 777 206 07", "8 777 206 07 777", "abc", "++77772060777", "7+7772060777",
            "+7777 2060777 доб. 5", "+8 777 206 07 77", "+7 177 206 07 77", "8 077 206 07 77", "0301234567",
            "+0777206077", "+1234567890123456", "٨٧٧٧٢٠٦٠٧٧٧", "8 10 49 30", "8777206077O",
        ])
    func none(entered: String) {
        #expect(TelephoneNumber(entered) == nil)
    }

    @Test(
        "that is to be written in E.164 is not guessed at",
        arguments: [
            ("+77772060777", true), ("87772060777", false), ("+7777", false), ("+7777206077\n", false),
            ("+٧٧٧٧٢٠٦٠٧٧٧", false), ("+0777206077", false), ("+1234567890123456", false), ("+7 7772060777", false),
        ])
    func strict(text: String, isNumber: Bool) {
        #expect((TelephoneNumber(e164: text) != nil) == isNumber)
    }

    @Test("is masked but for its ends, and prints as dots")
    func masked() throws {
        #expect(TelephoneNumber.mask("+77772060777") == "+7 777 ••• •• 77")
        let number = try #require(TelephoneNumber("8 777 206 07 77"))
        #expect(number.formatted == "+7 777 206 07 77")
        #expect(!"\(number) \(String(reflecting: number))".contains("7"))
    }

    @Test("is the same when it is read again, however it came, 10,000 times")
    func again() {
        let marks = ["", "", "", " ", "-", "(", ")", "\u{A0}", "\u{200E}"] + ["+", "a", "٣"]
        var understood = 0
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            var entered = dice.pick(["8", "+7", "7", "", "+", "00", "810"])
            for _ in 0..<dice.roll(7...12) {
                entered += dice.pick(Array(marks.prefix(dice.roll(9...12)))) + "\(dice.roll(0...9))"
            }
            guard let number = TelephoneNumber(entered) else { continue }
            understood += 1
            for written in [number.e164, number.formatted] where TelephoneNumber(written) != number {
                Issue.record("seed \(seed): \(entered)")
            }
            if TelephoneNumber(e164: number.e164) != number { Issue.record("seed \(seed): \(entered)") }
        }
        #expect(understood > 500)
    }
}
