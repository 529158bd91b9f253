import ArgumentParser

struct BeginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin", abstract: "Lets the next start make a new house, with keys and a ledger of its own.",
        discussion: """
            For a site that has never worked before. Once data and keys have been lost, the way back is saqta restore: a new
            house knows nobody, and its ledger does not continue the old one. saqta init does the same with the first
            answers.
            """)

    func run() throws {
        let settings = try Settings.read()
        let beginning = Beginning(settings)
        guard beginning.isNothingThere else {
            throw ValidationError(
                "There are data in \(settings.data) or keys in \(settings.keys). Whoever really wants a new house moves "
                    + "both aside first.")
        }
        try beginning.leave()
        print("The next start makes a new house. Was there one before? Then rather put back its backup: saqta restore.")
    }
}
