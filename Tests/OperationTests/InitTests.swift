import Operation
import Primitives
import Testing

@Suite("The file of settings")
struct EnvironmentFileTests {
    @Test(
        "gives back every value",
        arguments: [
            "KZ", "Алматы қ., Абай даңғылы, 1", "a\"b\\c", "{\"to\":\"{digits}\",\"text\":\"{text}\"}", "a=b", "# no",
        ])
    func roundTrip(value: String) throws {
        var file = EnvironmentFile()
        file["SAQTA_ADDRESS"] = value
        #expect(try EnvironmentFile(parsing: file.text)["SAQTA_ADDRESS"] == value)
    }

    @Test("is read as systemd reads it: remarks, quotes, the last of two")
    func reading() throws {
        let file = try EnvironmentFile(parsing: "# a remark\n\nA = 1\nB='x y'\nA=2\n")
        #expect(file["A"] == "2")
        #expect(file["B"] == "x y")
    }

    @Test("names the line that cannot be read", arguments: ["A=1\nnonsense\n", "A=1\nB=\"open\n", "A=1\nB-C=1\n"])
    func malformed(text: String) {
        #expect(throws: EnvironmentFile.Malformed(line: 2)) { try EnvironmentFile(parsing: text) }
    }
}

@Suite("The first set-up")
struct QuestionnaireTests {
    private func answer(_ questions: inout Questionnaire, _ answers: [String: String]) -> [String] {
        var asked: [String] = []
        while let question = questions.current, asked.count < 40 {
            asked.append(question.id)
            #expect(questions.answer(answers[question.id] ?? "") == nil, "\(question.id)")
        }
        return asked
    }

    private let needed = ["SAQTA_SITE": "https://www.example.kz", "SAQTA_ADDRESS": "Алматы, Абай даңғылы, 1"]

    @Test("asks only what follows from the answers before")
    func few() {
        var questions = Questionnaire(region: "KZ")
        let asked = answer(&questions, needed)
        #expect(
            asked == [
                "SAQTA_SITE", "SAQTA_REGION", "SAQTA_ADDRESS", "SAQTA_TLS_CERTIFICATE", "SAQTA_TRUSTED_PROXIES",
                "SAQTA_MAIL_HOST", "SAQTA_SMS_URL", "SAQTA_BACKUP",
            ])
        #expect(questions.answers["SAQTA_REGION"] == "KZ")
        #expect(questions.answers["SAQTA_MAIL_HOST"] == nil)
    }

    @Test("asks for the key of a certificate and all of a mail server")
    func more() {
        var questions = Questionnaire(region: "KZ")
        let asked = answer(
            &questions,
            needed.merging([
                "SAQTA_TLS_CERTIFICATE": "/etc/saqta/tls.pem", "SAQTA_TLS_KEY": "/etc/saqta/tls.key",
                "SAQTA_MAIL_HOST": "mail.example.kz", "SAQTA_MAIL_FROM": "site@example.kz", "SAQTA_MAIL_USER": "site",
                "SAQTA_MAIL_PASSWORD_FILE": "/etc/saqta/mail.secret",
            ]) { $1 })
        #expect(!asked.contains("SAQTA_TRUSTED_PROXIES"))
        #expect(asked.contains("SAQTA_TLS_KEY") && asked.contains("SAQTA_MAIL_PASSWORD_FILE"))
        #expect(questions.answers["SAQTA_MAIL_PORT"] == "587")
    }

    @Test(
        "says what is wrong with an address and asks again",
        arguments: ["", "www.example.kz", "http://www.example.kz", "https://example.kz/site", "https://localhost"])
    func site(entered: String) {
        var questions = Questionnaire(region: "KZ")
        #expect(questions.answer(entered) != nil)
        #expect(questions.current?.id == "SAQTA_SITE")
    }

    @Test("refuses another country than the policy promises")
    func region() {
        var questions = Questionnaire(region: "KZ")
        #expect(questions.answer("https://www.example.kz") == nil)
        #expect(questions.answer("NL") != nil)
        #expect(questions.answer("") == nil)
    }

    @Test("takes a folder of backups by its whole path only")
    func backup() {
        var questions = Questionnaire(region: "KZ")
        while let question = questions.current, question.id != "SAQTA_BACKUP" {
            #expect(questions.answer(needed[question.id] ?? "") == nil)
        }
        #expect(questions.answer("backups") != nil)
        #expect(questions.answer("/var/backups/saqta") == nil)
        #expect(questions.answers["SAQTA_BACKUP"] == "/var/backups/saqta")
    }

    @Test("proposes what was answered before")
    func again() throws {
        var questions = Questionnaire(try EnvironmentFile(parsing: "SAQTA_SITE=https://a.example.kz\n"), region: "KZ")
        #expect(questions.proposed == "https://a.example.kz")
        #expect(questions.answer("") == nil)
        #expect(questions.answers["SAQTA_SITE"] == "https://a.example.kz")
    }
}
