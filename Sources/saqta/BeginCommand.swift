import ArgumentParser

struct BeginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin", abstract: "Lets the next start make a new house, with keys and a ledger of its own.",
        discussion: """
            For a site that has never worked before. Once data and keys have been lost, the way back is saqta restore: a new
            house knows nobody, and its ledger does not continue the old one. saqta init does the same with the first
            answers.
            """)

    func run() async throws {
        let settings = try Settings.read()
        let beginning = Beginning(settings)
        let hasRows = try await Databases.areBegun(settings)
        guard !hasRows, !beginning.hasKeys else {
            throw ValidationError(
                "There are rows of a house or keys in \(settings.keys). Whoever really wants a new house moves "
                    + "both aside first.")
        }
        try beginning.leave()
        print("The next start makes a new house. Was there one before? Then rather put back its backup: saqta restore.")
    }
}
