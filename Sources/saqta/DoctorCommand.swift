import ArgumentParser
import Foundation
import Operation
import Primitives
import Vault

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Says what is missing or dangerous before real people register.",
        discussion: "Exit code: 0 all is well, 1 something to look at, 2 danger.")

    @Option(help: "ru, kk or en; by default that of the terminal.") var language: String?
    @Flag(help: "Print only what is not fine.") var brief = false

    func run() async throws {
        let settings = try Settings.read()
        let isBegun = try await Databases.areBegun(settings)
        let facts = try await isBegun ? Self.facts(settings) : OperatingFacts(beforeTheFirstStart: settings)
        let checkup = Checkup(facts)
        let language = Language.ofTerminal(asked: language)
        for finding in checkup.findings where !brief || finding.gravity != .fine {
            print("\(Phrase.doctorGravity(finding.gravity)[language]): \(finding.found[language])")
            if let advice = finding.advice { print("    → \(advice[language])") }
        }
        let counts = Finding.Gravity.allCases.reversed().map {
            "\(Phrase.doctorGravity($0)[language]): \(checkup.count($0))"
        }
        print(counts.joined(separator: ", "))
        if checkup.exitCode != 0 { throw ExitCode(checkup.exitCode) }
    }

    /// Without the key service nothing of the house opens; what can be known all the same is told.
    private static func facts(_ settings: Settings) async throws -> OperatingFacts {
        do {
            return try await House.open(settings, site: "", for: .command).facts()
        } catch VaultError.keyService {
            return try await OperatingFacts(beforeTheFirstStart: settings)
        }
    }
}

extension Language {
    /// The language asked for, else that of the terminal's locale, else English.
    static func ofTerminal(asked: String?) -> Language {
        let environment = ProcessInfo.processInfo.environment
        let names = [asked, environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]]
        for name in names.compactMap({ $0 }) where !name.isEmpty {
            return Language(rawValue: String(name.prefix(2)).lowercased()) ?? .en
        }
        return .en
    }
}
