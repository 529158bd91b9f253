import Registration
import Testing

@Suite("An address")
struct AddressTests {
    @Test(
        "of a telephone is understood however it is written",
        arguments: [
            ("8 777 206 07 77", "+77772060777"), ("+7 (777) 206-07-77", "+77772060777"),
            ("87772060777", "+77772060777"),
            ("7 777 206 07 77", "+77772060777"), ("777 206 07 77", "+77772060777"),
            ("007 777 206 07 77", "+77772060777"),
            ("+49 30 1234567", "+49301234567"), ("+998 90 123 45 67", "+998901234567"),
        ])
    func telephone(entered: String, e164: String) {
        #expect(TelephoneNumber(entered)?.e164 == e164)
    }

    @Test(
        "that is no telephone number is not taken for one",
        arguments: ["", "777", "+7 777 206 07", "8 777 206 07 777", "abc", "++77772060777", "+7777 2060777 доб. 5"])
    func noTelephone(entered: String) {
        #expect(TelephoneNumber(entered) == nil)
    }

    @Test("of a telephone is masked but for its ends")
    func maskedTelephone() {
        #expect(TelephoneNumber.mask("+77772060777") == "+7 777 ••• •• 77")
    }

    @Test("of e-mail is compared without regard to case")
    func email() {
        #expect(EmailAddress(" Aigerim@Example.KZ ")?.normalised == "aigerim@example.kz")
        #expect(EmailAddress("Aigerim@Example.KZ")?.text == "Aigerim@Example.KZ")
    }

    @Test(
        "that is no e-mail address is not taken for one",
        arguments: [
            "", "a", "a@b", "a@@b.kz", "a b@c.kz", "a@b..kz", ".a@b.kz", "a@-b.kz", "a@b.kz\r\nBcc: c@d.kz",
            "почта@b.kz",
            "a@почта.kz", "<a@b.kz>",
        ])
    func noEmail(entered: String) {
        #expect(EmailAddress(entered) == nil)
    }
}

@Suite("A name")
struct PersonNameTests {
    @Test(
        "may be Kazakh, Russian or Latin, with hyphen, apostrophe and spaces",
        arguments: [
            ("Қарағанды-Үлгіева", "Әйгерім", "Нұрланқызы"), ("O’Neil", "Anne Marie", ""), ("Ёлкина", "", "Ильинична"),
            ("", "Айбек", ""),
        ])
    func accepted(family: String, given: String, patronymic: String) throws {
        let name = try PersonName(family: family, given: given, patronymic: patronymic)
        #expect(name.shown == [family, given, patronymic].filter { !$0.isEmpty }.joined(separator: " "))
    }

    @Test("needs a family or a given name")
    func missing() {
        #expect(throws: RegistrationRefusal.fields([FieldProblem("family", .missing)])) {
            _ = try PersonName(family: " ", given: "", patronymic: "Ильинична")
        }
    }

    @Test("with digits or signs is refused beside its field", arguments: ["Ivan4", "<b>", "Ли;", "😀"])
    func refused(given: String) {
        #expect(throws: RegistrationRefusal.fields([FieldProblem("given", .notAName)])) {
            _ = try PersonName(family: "Ли", given: given, patronymic: "")
        }
    }
}
