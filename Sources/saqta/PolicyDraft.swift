import ArgumentParser
import Foundation
import Permits
import Policy
import Primitives
import Publication
import WebCore

/// Carries the draft of the next edition between a folder and the office.
struct PolicyDraft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Takes a policy folder into the office as the draft of the next edition.",
        discussion: """
            The files that differ become new versions in the office; nothing that was saved there is lost. With --write the \
            way is the other one: the draft is written into the folder. Exit code 1: the draft has errors.
            """)

    @Argument(help: "The folder with policy.yml and the texts.") var folder: String
    @Flag(help: "Writes the office’s draft into the folder instead.") var write = false

    func run() async throws {
        let house = try await House.open(try Settings.read(), site: "", for: .command)
        let drafts = house.publication.drafts
        if write {
            let files = try await drafts.files()
            guard !files.isEmpty else {
                print("There is no draft in the office.")
                throw ExitCode(2)
            }
            for file in files {
                try Data(file.text.utf8).write(to: URL(filePath: folder).appending(path: file.name), options: .atomic)
                print("\(folder)/\(file.name): version \(file.revision)")
            }
            return
        }
        let changed = try await drafts.take(try PolicyFolder(path: folder))
        print(changed.isEmpty ? "The draft is as the folder is." : "New versions: \(changed.joined(separator: ", "))")
        guard let standing = try await drafts.standing() else { throw ExitCode(2) }
        for diagnostic in standing.diagnostics { print("\(folder)/\(diagnostic)") }
        let errors = standing.diagnostics.count { $0.severity == .error }
        print("\(errors) errors, \(standing.diagnostics.count - errors) warnings")
        if errors > 0 { throw ExitCode(1) }
    }
}
