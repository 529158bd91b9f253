import ArgumentParser
import Primitives
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Brings the databases to the schema of this version, and says which steps that took.",
        discussion: """
            A server does the same when it starts. Any number may run at once, on any number of machines and beside \
            servers: each step is done once, whole or not at all, and the others wait for it. Steps only add, so that \
            servers of the version before go on meanwhile.

            The databases of a new site are made by the first start of its server.
            """)

    func run() async throws {
        let settings = try Settings.read()
        guard try await Databases.areBegun(settings) else { throw StartError.empty(settings.data) }
        let done = try await Databases(settings).migrate(at: TimeSource.system.now)
        for (database, step) in done { print("\(database): \(step.number) \(step.title)") }
        print(done.isEmpty ? "Nothing to do: the schema is that of this version." : "\(done.count) steps done.")
    }
}
