import Passwords
import Testing

@Suite("Password rule")
struct PasswordRuleTests {
    let rule = PasswordRule(site: ["Saqta", "CANTRA", "www.cantra.kz"])
    let person = ["Bektas Nurgali", "b.nurgali.1850@example.kz"]

    @Test(
        "takes fifteen characters or more of any kind",
        arguments: [
            "violet tram nods", "ет піскенше шыда", "жёлтый чайник у окна", "🦊🐫🍎🚲🌧🎻🪁🧵🪵🫖🥾🧲🪙🦉🌵",
            "zK4-pw.T9!mQv_2", "wobble engine paper", "a\tb\u{0}c d e f g h i j k",
        ])
    func takes(password: String) {
        #expect(throws: Never.self) { try rule.accept(password, person: person) }
    }

    @Test("counts characters after normalisation, so that a ligature is the letters it stands for")
    func countsAfterNormalisation() {
        #expect(throws: PasswordRefusal.tooShort(minimum: 15)) { try rule.accept("violet tram no", person: []) }
        #expect(throws: PasswordRefusal.tooShort(minimum: 15)) { try rule.accept("violet tram nó", person: []) }
        #expect(throws: PasswordRefusal.tooShort(minimum: 15)) { try rule.accept("violet tram no\u{301}", person: []) }
        #expect(throws: Never.self) { try rule.accept("violet tram n\u{FB01}", person: []) }
    }

    @Test("takes 1,024 octets and refuses one more")
    func length() {
        let tile = "qpwmzxnvbtyr"
        let longest = String(String(repeating: tile, count: 86).prefix(1_024))
        #expect(throws: Never.self) { try rule.accept(longest, person: []) }
        #expect(throws: PasswordRefusal.tooLong(maximumOctets: 1_024)) { try rule.accept(longest + "x", person: []) }
    }

    @Test(
        "refuses what everybody tries first",
        arguments: [
            "passwordpassword", "P@ssw0rd12345678", "123456789012345", "qwertyuiopasdfgh", "1q2w3e4r5t6y7u8i",
            "aaaaaaaaaaaaaaaa", "abababababababab", "iloveyouiloveyou", "йцукенгшщзхъфыва", "пароль1234567890",
            "Құпиясөз20242025", "gfhjkmgfhjkm2024", "Kazakhstan2026!!", "administrator123", "ПарольПарольПароль",
            "zyxwvutsrqponmlk", "correcthorsebatterystaple", "ｐａｓｓｗｏｒｄpassword",
        ])
    func common(password: String) {
        #expect(throws: PasswordRefusal.common) { try rule.accept(password, person: person) }
    }

    @Test(
        "refuses the names of the site and of the person",
        arguments: [
            "cantracantracantra", "Saqta-CANTRA-2026", "nurgali-bektas-1", "b.nurgali.1850@example.kz",
            "BektasNurgali1850",
        ])
    func aboutYou(password: String) {
        #expect(throws: PasswordRefusal.aboutYou) { try rule.accept(password, person: person) }
        #expect(throws: PasswordRefusal.self) { try rule.accept(password, person: person) }
    }

    @Test("lets a stranger use what is somebody else's name")
    func otherPerson() {
        #expect(throws: Never.self) { try rule.accept("nurgali-bektas-1", person: []) }
    }

    @Test("a password prints as dots")
    func prints() throws {
        let password = try rule.accept("violet tram nods", person: [])
        #expect("\(password)" == "•••")
        #expect(String(reflecting: password) == "•••")
        var dumped = ""
        dump(password, to: &dumped)
        #expect(!dumped.contains("violet"))
    }
}
