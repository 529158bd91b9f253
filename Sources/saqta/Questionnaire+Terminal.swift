import ArgumentParser
import Foundation
import Operation
import Primitives

extension Questionnaire {
    /// Asks all questions in the terminal, or takes their answers line by line from a file: `< answers`.
    ///
    /// - Throws: `ValidationError` naming the first question for which no line is left.
    mutating func ask(in language: Language) throws {
        while let question = current {
            print("\n\(question.text[language])\n  \(question.hint[language])")
            print(proposed.map { "  [\($0)] > " } ?? "  > ", terminator: "")
            fflush(nil)
            guard let line = readLine() else { throw ValidationError("\(question.id): \(Phrase.initNeeded[language])") }
            if let problem = answer(line.trimmingCharacters(in: .whitespaces)) { print("  ✗ \(problem[language])") }
        }
    }

    /// Takes what is proposed for every question, and asks nothing.
    ///
    /// - Throws: `ValidationError` naming the first question whose proposal is missing or cannot be taken.
    mutating func takeProposals(in language: Language) throws {
        while let question = current {
            if let problem = answer("") { throw ValidationError("\(question.id): \(problem[language])") }
        }
    }
}
