import Foundation
import Operation
import Policy
import Primitives
import Testing

@Suite("The template of a policy")
struct PolicyTemplateTests {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")

    private static let texts = ["policy.yml", "ru.md", "kk.md", "en.md"]

    private func made(_ answers: [String: String]) throws -> PolicyFolder {
        var file = EnvironmentFile()
        for (name, answer) in answers { file[name] = answer }
        var questions = Questionnaire.forPolicy(file)
        #expect(questions.unasked == [])
        while let question = questions.current {
            let problem = questions.answer("")
            try #require(problem == nil, "\(question.id): \(problem?.en ?? "")")
        }
        var policy = try PolicyFolder(path: Self.folder.appending(path: "template").path)
        for name in Self.texts {
            let template = TextTemplate(try #require(policy.files[name]))
            policy.files[name] = try template.filled(with: PolicyAnswers(questions.answers))
        }
        return policy
    }

    private static let cantra = [
        "name_ru": "CANTRA", "site": "www.cantra.kz", "email": "cantra@cantra.kz", "telephone": "8 777 206 07 77",
        "documents": "address_proof, other", "advertising": "yes", "courier": "yes", "abroad": "yes",
        "publication": "yes",
    ]

    @Test("is the policy of the first operator, once filled with its answers", arguments: texts)
    func oneTruth(name: String) throws {
        let first = try PolicyFolder(path: Self.folder.appending(path: "cantra").path)
        let again = try made(Self.cantra)
        let lines = [first.files[name], again.files[name]].map {
            $0?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        }
        for (index, (theirs, ours)) in zip(lines[0], lines[1]).enumerated() where theirs != ours {
            Issue.record("\(name):\(index + 1): “\(theirs)” of cantra and “\(ours)” of the template are one text")
            break
        }
        #expect(lines[0].count == lines[1].count)
    }

    struct Operator: Sendable, CustomTestStringConvertible {
        var answers: [String: String]
        var testDescription: String { answers.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: " ") }
    }

    /// Every form of business, and every way to answer yes or no.
    static let operators: [Operator] = ["ИП", "ТОО", "АО", "другое"].flatMap { form in
        (0..<64).map { bits in
            let isSet: (Int) -> Bool = { bits >> $0 & 1 == 1 }
            var answers = [
                "kind": form, "name_ru": "Дала", "name_kk": "Дала аспаны", "name_en": "Dala", "site": "dala.example.kz",
                "email": "dala@example.kz", "telephone": "8 777 000 00 00",
                "alone": isSet(2) ? "no" : "yes", "review_days": isSet(2) ? "1" : "2",
                "ask_telephone": isSet(0) ? "да" : "нет",
                "advertising": isSet(1) ? "yes" : "no",
                "courier": isSet(2) ? "yes" : "no", "abroad": isSet(3) ? "иә" : "жоқ",
                "publication": isSet(4) ? "yes" : "no", "documents": isSet(3) ? "none" : "other",
            ]
            if isSet(5) {
                answers.merge([
                    "number": form == "ИП" ? "990228601248" : "991251000023", "hosting": "own", "mail": "own",
                    "sms": "SMS Dala", "courier_name": "Dala Express",
                ]) { $1 }
            }
            return Operator(answers: answers)
        }
    }

    @Test("passes its check for every operator, and warns of what is not filled in", arguments: operators)
    func passes(one: Operator) throws {
        let policy = try made(one.answers)
        let reading = policy.read()
        #expect(reading.errors.map(\.description) == [])
        let document = try #require(reading.document)
        let texts = Self.texts.compactMap { policy.files[$0] }.joined()
        #expect(!texts.localizedCaseInsensitiveContains("cantra") && !texts.contains("{{"))
        #expect(!texts.contains("\n\n\n") && !texts.contains(" .") && !texts.contains(" ,"))

        let record = document.operatorRecord
        let isFilled = one.answers["number"] != nil
        #expect(record.toBeSet.isEmpty == isFilled)
        let placeholders = reading.warnings.map(\.message).filter { $0.contains("is a placeholder") }
        #expect(placeholders.count == record.toBeSet.count)
        let unbuilt = reading.warnings.map(\.message).filter { $0.hasSuffix("has no control that is built") }
        #expect(reading.warnings.count == placeholders.count + unbuilt.count, "\(reading.warnings.map(\.message))")
        #expect(texts.contains("указывает Оператор") != isFilled)

        for id in ["advertising", "courier", "cross_border", "publication"] {
            let answer = one.answers[id == "cross_border" ? "abroad" : id]
            let isAsked = ["yes", "иә"].contains(answer) && (id != "courier" || one.answers["ask_telephone"] == "да")
            #expect((document.consent(ConsentID(id)) != nil) == isAsked, "\(id)")
        }
        #expect(document.contacts.asked == (one.answers["ask_telephone"] == "да" ? [4, 5] : [4]))
        #expect(document.staffing.singleHanded == (one.answers["alone"] == "yes"))
        #expect((document.field(5) != nil) == (one.answers["ask_telephone"] == "да"))
    }

    @Test("names the operator as its form of business declines it")
    func names() throws {
        let basis = Self.operators[0].answers
        let forms = [
            "ИП": "индивидуальному предпринимателю «Дала»",
            "ТОО": "товариществу с ограниченной ответственностью «Дала»",
            "АО": "акционерному обществу «Дала»", "другое": "организации: Дала",
        ]
        for (form, words) in forms {
            let document = try #require(try made(basis.merging(["kind": form]) { $1 }).read().document)
            #expect(document.clause("1.1")?.text.ru.contains("Сайт принадлежит \(words) (далее — Оператор)") == true)
            #expect(document.clause("1.1")?.text.kk.contains("«Дала аспаны»") == (form != "другое"))
            #expect(document.operatorRecord.kind == (form == "ИП" ? .soleProprietor : .legalEntity))
        }
    }
}

@Suite("Answers about a policy")
struct PolicyQuestionTests {
    @Test(
        "are refused with a reason",
        arguments: [
            ("kind", "братство"), ("name_ru", "ИП \"Дала\""), ("name_ru", "*Дала*"), ("name_en", "Дала"),
            ("number", "990228601249"), ("number", "991240000013"), ("site", "https://dala.example.kz"),
            ("email", "dala"), ("telephone", "777"), ("ask_telephone", "maybe"), ("confirm", "3"),
            ("documents", "passport"), ("consent_years", "4"), ("draft_days", "0"), ("asked_days", "7"),
            ("scan_days", "366"), ("review_days", "1"),
        ])
    func refused(id: String, entered: String) throws {
        var questions = Questionnaire.forPolicy()
        let good = [
            "name_ru": "Дала", "name_en": "Dala", "site": "dala.example.kz", "email": "dala@example.kz",
            "telephone": "8 777 000 00 00",
        ]
        while let question = questions.current, question.id != id {
            #expect(questions.answer(good[question.id] ?? "") == nil, "\(question.id)")
        }
        #expect(questions.current?.id == id)
        #expect(questions.answer(entered) != nil)
        #expect(questions.current?.id == id)
    }

    @Test("are proposed from those before, and asked only where they follow")
    func proposals() {
        var questions = Questionnaire.forPolicy()
        var asked: [String] = []
        let answers = [
            "name_ru": "Dala", "site": "dala.example.kz", "email": "dala@example.kz", "telephone": "8 777 000 00 00",
            "ask_telephone": "no",
        ]
        while let question = questions.current {
            asked.append(question.id)
            if question.id == "name_kk" { #expect(questions.proposed == "Dala") }
            #expect(questions.answer(answers[question.id] ?? "") == nil, "\(question.id)")
        }
        #expect(!asked.contains("confirm") && !asked.contains("courier") && !asked.contains("sms"))
        #expect(questions.answers["name_en"] == "Dala" && questions.answers["number"] == nil)
    }
}

@Suite("A text with places for answers")
struct TextTemplateTests {
    private func filled(_ text: String) throws -> String {
        var answers = EnvironmentFile()
        answers["name_ru"] = "Дала"
        answers["advertising"] = "yes"
        return try TextTemplate(text).filled(with: PolicyAnswers(answers))
    }

    @Test(
        "holds what stands, without the lines of its tags",
        arguments: [
            ("a {{name_ru}} b", "a Дала b"),
            ("{{#advertising}}yes{{/advertising}}{{^advertising}}no{{/advertising}}", "yes"),
            ("a\n  {{#abroad}}\nb\n  {{/abroad}}\nc", "a\nc"), ("a\n\n{{^abroad}}\nb\n\n{{/abroad}}\nc", "a\n\nb\n\nc"),
            ("{{#advertising}}x{{#abroad}}y{{/abroad}}z{{/advertising}}", "xz"), ("[]{a: {b: c}}", "[]{a: {b: c}}"),
        ])
    func stands(text: String, expected: String) throws {
        #expect(try filled(text) == expected)
    }

    @Test(
        "names the line of what is wrong with it",
        arguments: [
            ("a\n{{nobody}}", TextTemplate.Fault.unknown(name: "nobody", line: 2)),
            ("{{#nobody}}{{/nobody}}", .unknown(name: "nobody", line: 1)),
            ("a\n{{#abroad}}\nb", .unpaired(name: "abroad", line: 2)),
            ("{{#abroad}}{{/advertising}}", .unpaired(name: "advertising", line: 1)),
            ("{{/abroad}}", .unpaired(name: "abroad", line: 1)), ("{{name_ru", .unpaired(name: "name_ru", line: 1)),
        ])
    func faults(text: String, fault: TextTemplate.Fault) {
        #expect(throws: fault) { try filled(text) }
    }
}
