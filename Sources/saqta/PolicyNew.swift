import ArgumentParser
import Foundation
import Operation
import Policy
import Primitives

/// A new operator's policy, made from the template.
struct PolicyNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes the policy of another operator from nothing.",
        discussion: """
            Asks what differs between two operators and writes policy.yml and the texts in Russian, Kazakh and English.
            Answers are read line by line, so that they can also come from a file: saqta policy new policies/NAME < answers.
            The guide is docs/guides/own-policy.md.

            Names in a file of answers: \(Questionnaire.namesForPolicy.joined(separator: ", ")).
            """)

    @Argument(help: "The folder to make, beside the folder lawpacks: policies/NAME.") var folder: String
    @Option(help: "A file with NAME=ANSWER a line; what it leaves out is taken as proposed, and nothing is asked.")
    var answers: String?
    @Option(help: "The folder of the template; by default the one that came with the programme.") var template: String?
    @Option(help: "ru, kk or en; by default that of the terminal.") var language: String?

    func run() throws {
        let language = Language.ofTerminal(asked: language)
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw ValidationError(Phrase.policyThere(folder)[language])
        }
        let beside = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: "\(beside)/lawpacks") else {
            throw ValidationError(Phrase.policyNoLaw("policies/NAME")[language])
        }
        var source = try PolicyFolder(path: templateFolder(beside: beside))
        // It is checked against the law that it will lie beside.
        source.files.merge(try PolicyFolder(path: "\(beside)/lawpacks").files) { _, beside in beside }
        let answers = try ask(in: language)
        let made = try Self.policy(from: source, answers)
        let reading = made.read()
        for diagnostic in reading.diagnostics { print("\(folder)/\(diagnostic)") }
        print("\(reading.errors.count) errors, \(reading.warnings.count) warnings")
        guard reading.errors.isEmpty else { throw ExitCode(1) }
        try Self.write(made, to: folder)
        print("\n\(Phrase.policyMade(folder)[language])")
    }

    private func ask(in language: Language) throws -> PolicyAnswers {
        guard let answers else {
            var questions = Questionnaire.forPolicy()
            try questions.ask(in: language)
            print("")
            return PolicyAnswers(questions.answers)
        }
        var questions = Questionnaire.forPolicy(try Settings.environmentFile(answers))
        if let name = questions.unasked.first { throw ValidationError("\(answers): there is no question \(name)") }
        try questions.takeProposals(in: language)
        return PolicyAnswers(questions.answers)
    }

    private func templateFolder(beside policies: String) throws -> String {
        let programme = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let installed = programme.appending(path: "../../share/saqta/policies/template").standardizedFileURL.path
        let places = template.map { [$0] } ?? ["\(policies)/template", "./policies/template", installed]
        guard let found = places.first(where: { FileManager.default.fileExists(atPath: "\($0)/policy.yml") }) else {
            throw ValidationError("There is no template in \(places.joined(separator: ", ")).")
        }
        return found
    }

    private static func policy(from template: PolicyFolder, _ answers: PolicyAnswers) throws -> PolicyFolder {
        var made = template
        for (name, text) in template.files where !name.hasPrefix("../") {
            do throws(TextTemplate.Fault) {
                made.files[name] = try TextTemplate(text).filled(with: answers)
            } catch {
                throw ValidationError("The template's \(name): \(error)")
            }
        }
        return made
    }

    /// Whole or not at all.
    private static func write(_ policy: PolicyFolder, to folder: String) throws {
        let unfinished = "\(folder).new"
        try? FileManager.default.removeItem(atPath: unfinished)
        try FileManager.default.createDirectory(atPath: unfinished, withIntermediateDirectories: false)
        for (name, text) in policy.files where !name.hasPrefix("../") {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(unfinished)/\(name)"))
        }
        guard rename(unfinished, folder) == 0 else { throw ValidationError("\(folder) cannot be made.") }
    }
}
