import ArgumentParser
import Policy

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Makes and checks policies.",
        discussion: "The guide is docs/guides/own-policy.md.", subcommands: [PolicyNew.self, Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a policy folder; prints errors and warnings with file and line.")

        @Argument(help: "The folder with policy.yml and the texts.") var folder: String

        func run() throws {
            let reading = try PolicyFolder(path: folder).read()
            for diagnostic in reading.diagnostics { print("\(folder)/\(diagnostic)") }
            print("\(reading.errors.count) errors, \(reading.warnings.count) warnings")
            if !reading.errors.isEmpty { throw ExitCode(1) }
        }
    }
}
