import ArgumentParser

@main
struct Saqta: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "saqta",
        abstract: "Registers people, keeps their documents sealed, and shows everyone who looked.",
        version: version,
        subcommands: [
            Serve.self, InitCommand.self, DoctorCommand.self, PolicyCommand.self, ReceiptCommand.self,
            LedgerCommand.self, StaffCommand.self, RoutesCommand.self,
            BackupCommand.self, RestoreCommand.self,
        ])
}
