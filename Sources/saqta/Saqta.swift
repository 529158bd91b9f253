import ArgumentParser

@main
struct Saqta: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saqta",
        abstract: "Registers people, keeps their documents sealed, and shows everyone who looked.",
        subcommands: [
            Serve.self, PolicyCommand.self, ReceiptCommand.self, LedgerCommand.self, StaffCommand.self,
            BackupCommand.self, RestoreCommand.self,
        ])
}
