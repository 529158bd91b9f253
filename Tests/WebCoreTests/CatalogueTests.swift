import Foundation
import Primitives
import Testing

/// What holds for every text in Russian, Kazakh and English, wherever it is written.
@Suite("Every text for people")
struct CatalogueTests {
    /// Words that are the same in Russian and in Kazakh; names of countries may be too.
    private static let shared: Set<String> = [
        "Сайт", "Телефон", "Код", "Оператор", "Редакция", "Сеанс", "SMS", "Маркетолог", "Аудитор", "Акт", "Файл",
        "Наурыз мейрамы", "Нотариус", "Адвокат", "Архив",
    ]

    /// Letters that look alike in both scripts and stand alone as a word in Russian or Kazakh.
    private static let lookAlikes: Set<String> = ["a", "c", "o", "y", "k", "A", "B", "C", "O", "K", "Y", "i", "I"]

    private static let marks: Set<Character> = [".", "?", "!"]

    /// The number mechanism, where a language has forms of its own; it is tested by its values.
    private static let forms: Set<String> = ["Phrase+Numbers.swift", "Phrase+Day.swift", "Phrase+Dates.swift"]

    @Test("is found in the sources and in the policies")
    func found() {
        #expect(WrittenPhrase.sources.count > 500, "\(WrittenPhrase.sources.count)")
        #expect(WrittenPhrase.policies.count > 150, "\(WrittenPhrase.policies.count)")
    }

    @Test("mixes no scripts within a word", arguments: Language.allCases)
    func scripts(language: Language) {
        for phrase in WrittenPhrase.all {
            for word in words(phrase.words(in: language)) {
                #expect(!(word.isPartlyLatin && word.isPartlyCyrillic), "\(word) in \(phrase)")
                #expect(language == .en || !Self.lookAlikes.contains(word), "\(word) in \(phrase)")
            }
        }
        for file in WrittenPhrase.files("policies", "md") where file.lastPathComponent == "\(language.rawValue).md" {
            for word in words(WrittenPhrase.read(file) ?? "") {
                #expect(!(word.isPartlyLatin && word.isPartlyCyrillic), "\(word) in \(file)")
            }
        }
    }

    @Test("is written in the letters of its language")
    func letters() {
        for phrase in WrittenPhrase.all {
            #expect(!phrase[.en].isPartlyCyrillic, "\(phrase)")
            #expect(!phrase[.ru].has(anyOf: "ӘҒҚҢӨҰҮҺІәғқңөұүһі"), "\(phrase)")
            for word in words(phrase[.kk]) where !word.lowercased().hasPrefix("субъект") {
                #expect(!word.has(anyOf: "ЁЩЪёщъ"), "\(word) in \(phrase)")
            }
        }
    }

    @Test("differs between Russian and Kazakh, but for words that both use")
    func translated() {
        for phrase in WrittenPhrase.all where phrase[.ru] == phrase[.kk] {
            #expect(
                Self.shared.contains(phrase[.ru]) || !phrase[.ru].isPartlyCyrillic
                    || phrase.file == "Phrase+Countries.swift"
                    || phrase[.ru].contains("{"),
                "\(phrase[.ru]) in \(phrase)")
        }
    }

    @Test("takes the same values in every language")
    func values() {
        // What a template puts in follows the grammar of each language.
        for phrase in WrittenPhrase.all
        where !Self.forms.contains(phrase.file) && !phrase.texts.values.contains(where: { $0.contains("{{") }) {
            for language in [Language.kk, .en] {
                #expect(phrase.values(in: language) == phrase.values(in: .ru), "\(phrase)")
            }
        }
    }

    @Test("has its language's quotation marks and dashes")
    func signs() {
        for phrase in WrittenPhrase.all {
            for language in Language.allCases {
                let text = phrase.words(in: language)
                #expect(!text.contains("'") && !text.contains("\"") && !text.contains("--"), "\(phrase)")
                #expect(text.contains("«") == text.contains("»"), "\(phrase)")
                #expect(text.contains("“") == text.contains("”"), "\(phrase)")
            }
            #expect(!phrase[.ru].contains(" – "), "Russian takes a long dash: \(phrase)")
            #expect(!phrase[.kk].contains("—"), "Kazakh takes a short dash: \(phrase)")
            #expect(!phrase[.en].contains("«") && !phrase[.ru].contains("“") && !phrase[.kk].contains("“"))
        }
    }

    @Test("ends in every language as it does in Russian")
    func endings() {
        for phrase in WrittenPhrase.all where !Self.forms.contains(phrase.file) {
            let ends = Language.allCases.map { phrase[$0].last.map(Self.marks.contains) ?? false }
            #expect(Set(ends).count == 1, "\(phrase): \(phrase.texts.values)")
        }
    }

    /// Words that once stood for a term; the glossary has another for it.
    @Test(
        "keeps to the words of the glossary",
        arguments: [
            (Language.kk, "мұрағат"), (.kk, "жалпыға қолжетімді"), (.kk, "дәлелді бас тарт"), (.kk, "әдепкі"),
            (.kk, "Құпияны сақтау"), (.kk, "машинаның"), (.kk, "пароль"), (.kk, "аккаунт"), (.ru, "аккаунт"),
            (.ru, "Согласен"), (.ru, "логин"), (.ru, "сотрудник"), (.ru, "юзер"), (.en, "log in"), (.en, "employee"),
            (.en, "e-mail letter"), (.en, "ize "), (.en, "color"), (.en, "program "), (.en, "please contact"),
        ])
    func glossary(language: Language, retired: String) {
        for phrase in WrittenPhrase.all {
            #expect(!phrase[language].localizedCaseInsensitiveContains(retired), "\(phrase)")
        }
    }

    @Test("says in Kazakh that a consent is withdrawn as the law says it")
    func withdrawal() {
        for phrase in WrittenPhrase.all {
            let text = phrase[.kk].lowercased()
            let all = text.ranges(of: "қайтарып ал").count
            #expect(text.ranges(of: "кері қайтарып ал").count == all, "\(phrase)")
        }
    }

    private func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map(String.init)
    }
}

extension String {
    fileprivate var isPartlyLatin: Bool {
        unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
    }
    fileprivate var isPartlyCyrillic: Bool { unicodeScalars.contains { (0x400...0x52F).contains($0.value) } }
    fileprivate func has(anyOf letters: String) -> Bool { contains { letters.contains($0) } }
}
