import ArgumentParser
import Permits
import Policy
import Primitives
import Publication
import WebCore

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Makes, checks and compares policies.",
        discussion: "The guide is docs/guides/own-policy.md.",
        subcommands: [PolicyNew.self, Check.self, Diff.self, PolicyDraft.self, PolicyDays.self])

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

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says how a policy folder differs from the edition in force.",
            discussion: """
                Words that have gone stand in [- -], new ones in {+ +}. Exit code: 0 nothing differs, 1 something does, \
                2 the folder has errors. To put it in force, propose and publish it in the office.
                """)

        @Argument(help: "The folder with policy.yml and the texts.") var folder: String
        @Option(help: "ru, kk or en; by default that of the terminal.") var language: String?

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            let inForce = house.inForce.last
            switch try PublicationDesk.Draft(try PolicyFolder(path: folder), against: inForce) {
            case .unchanged: print("\(folder) is edition \(inForce.number), which is in force.")
            case .changed(let change):
                print("Edition \(inForce.number), in force: \(inForce.hash.hex)")
                print("\(folder): \(change.hash.hex)\n")
                print(DifferenceText(change.difference, Language.ofTerminal(asked: language)).text)
                for warning in change.warnings { print("\(folder)/\(warning)") }
                throw ExitCode(1)
            case .faulty(let errors):
                for error in errors { print("\(folder)/\(error)") }
                throw ExitCode(2)
            }
        }
    }
}
