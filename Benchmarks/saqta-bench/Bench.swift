import ArgumentParser

@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saqta-bench",
        abstract: "What a server is measured against, and the ledger by itself, for `make bench`.",
        subcommands: [Rows.self, Hello.self, LedgerFigures.self, Seed.self])
}
