import Primitives
import TestKit
import Testing

@Suite("A name")
struct PersonNameTests {
    @Test(
        "may be Kazakh, Russian or Latin, with hyphen, apostrophe and spaces",
        arguments: [
            "Қарағанды-Үлгіева", "Әйгерім", "Нұрланқызы", "Серікұлы", "O’Neil", "O'Neil", "Anne Marie", "Ёлкина",
            "Ильинична", "ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі", "Аманʼулы", "Ахмет улы", "Гасан-оглы", "Гасан Али оглы",
            "Мамед кызы",
            "Сағди", "Şoqan", "Ybyraı", "Müller", "D`Artagnan", "А. С.", "Жүсіпбек", "Ұлан", "һ",
        ])
    func accepted(text: String) throws {
        #expect(try PersonName.part(text) == text)
        #expect(try PersonName.part(text).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }

    @Test(
        "is composed, and loses the blanks that mean nothing",
        arguments: [
            ("Сери\u{306}к", "Серйк"), ("Е\u{308}лкина", "Ёлкина"), ("Mu\u{308}ller", "Müller"),
            ("  Анна \u{A0} Мария\t", "Анна Мария"), ("Салтыков\u{2011}Щедрин", "Салтыков-Щедрин"),
        ])
    func normalised(entered: String, kept: String) throws {
        #expect(try PersonName.part(entered).map { Array($0.unicodeScalars) } == Array(kept.unicodeScalars))
    }

    @Test("is absent when nothing was entered", arguments: ["", " ", "\u{A0}\n\t"])
    func absent(entered: String) throws {
        #expect(try PersonName.part(entered) == nil)
    }

    @Test(
        "is refused with what is wrong with it",
        arguments: [
            ("Ivan4", PersonName.Fault.notLetters), ("<b>", .notLetters), ("Ли;", .notLetters), ("😀", .notLetters),
            ("-", .notLetters), ("' ’", .notLetters), ("Али×", .notLetters), ("҂", .notLetters), ("ア", .notLetters),
            ("А\u{301}лия", .mark), (" \u{301}", .mark), ("а\u{483}", .mark), ("а\u{488}", .mark), ("a\u{FE0F}", .mark),
            ("Али\u{200B}я", .invisible), ("\u{202E}яилА", .invisible), ("Али\u{2066}я", .invisible),
            ("Али\u{AD}я", .invisible), ("\u{FEFF}Алия", .invisible), ("Али\u{200D}я", .invisible),
            ("Али\0я", .invisible),
            ("Али\u{1B}я", .invisible), (String(repeating: "ә", count: 101), .tooLong),
        ])
    func refused(entered: String, fault: PersonName.Fault) {
        #expect(throws: fault) { try PersonName.part(entered) }
    }

    @Test("is shown as family name, given name, patronymic")
    func shown() {
        #expect(PersonName(family: "Үлгіева", given: "Ару", patronymic: "Серікқызы").shown == "Үлгіева Ару Серікқызы")
        #expect(PersonName(given: "Айбек").shown == "Айбек")
    }

    @Test("is the same when it is read again, 10,000 times")
    func again() throws {
        let pieces = [
            "а", "Ә", "ғ", "І", "и", "\u{306}", "е", "\u{308}", "u", "\u{301}", "Z", "é", "-", "\u{2010}", "\u{2011}",
            "’", "'", "ʼ",
            " ", "\u{A0}", "\t", ".", "1", "\u{200B}", "ß", "İ", "\u{1E9B}", "\u{323}", "\u{212B}", "\u{344}",
        ]
        var kept = 0
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            let entered = dice.text(of: pieces, 1...7)
            guard let part = try? PersonName.part(entered) else { continue }
            kept += 1
            let again = try PersonName.part(part)
            if again.map({ Array($0.utf8) }) != Array(part.utf8) {
                Issue.record("seed \(seed): \(entered.debugDescription)")
            }
        }
        #expect(kept > 500)
    }
}
