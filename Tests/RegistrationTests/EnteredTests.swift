import Access
import Primitives
import Registration
import Testing

@Suite("What was entered")
struct EnteredTests {
    @Test("needs a family or a given name")
    func missing() {
        #expect(throws: RegistrationRefusal.fields([FieldProblem("family", .missing)])) {
            _ = try PersonName(family: " ", given: "", patronymic: "Ильинична")
        }
    }

    @Test(
        "is refused beside its field, with what is wrong with it",
        arguments: [
            ("Ivan4", FieldProblem.Problem.name(.notLetters)), ("<b>", .name(.notLetters)),
            ("А\u{301}лия", .name(.mark)),
            ("Али\u{200B}я", .name(.invisible)), (String(repeating: "а", count: 101), .name(.tooLong)),
        ])
    func names(given: String, problem: FieldProblem.Problem) {
        #expect(throws: RegistrationRefusal.fields([FieldProblem("given", problem)])) {
            _ = try PersonName(family: "Ли", given: given, patronymic: "")
        }
    }

    @Test("names each field that cannot be accepted")
    func several() {
        let both = [FieldProblem("family", .name(.notLetters)), FieldProblem("patronymic", .name(.mark))]
        #expect(throws: RegistrationRefusal.fields(both)) {
            _ = try PersonName(family: "1", given: "Ару", patronymic: "\u{301}")
        }
    }

    @Test(
        "as an address is refused with what is wrong with it",
        arguments: [
            (Channel.email, "почта@b.kz", FieldProblem("email", .emailNotLatin)),
            (.email, "a@gm\u{430}il.com", FieldProblem("email", .emailMixed)),
            (.email, "a", FieldProblem("email", .notAnEmail)),
            (.email, " ", FieldProblem("email", .missing)),
            (.telephone, "777", FieldProblem("telephone", .notATelephone)),
            (.telephone, "", FieldProblem("telephone", .missing)),
        ])
    func addresses(channel: Channel, entered: String, problem: FieldProblem) {
        #expect(throws: RegistrationRefusal.fields([problem])) { _ = try Registrar.normalised(channel, entered) }
    }

    @Test("as an address of any alphabet is kept as written and compared in one form")
    func alphabets() throws {
        let address = try Registrar.normalised(.email, " Aru@Пошта.ҚАЗ ")
        #expect(address.shown == "Aru@Пошта.ҚАЗ")
        #expect(address.compared == "aru@xn--80a1acn3a.xn--80ao21a")
    }
}
