import ArgumentParser

@main
struct Saqta: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "saqta",
        abstract: "Registers people, keeps their documents sealed, and shows everyone who looked.",
        discussion: """
            Settings are environment variables SAQTA_…, or lines of the file saqta.env; docs/settings.md has them all.
            Guides: docs/guides in the sources, /usr/share/doc/saqta/guides where the package is installed.
              five-minutes.md  try it
              internet.md      on the Internet in 30 minutes
              own-policy.md    write your own policy (saqta policy new)
              backup.md        back up, restore, move to another machine
              lost-phone.md    the telephone with the codes is gone (saqta staff reset)
            """,
        version: version,
        subcommands: [
            Serve.self, InitCommand.self, BeginCommand.self, DoctorCommand.self, PolicyCommand.self,
            ReceiptCommand.self, LedgerCommand.self, StaffCommand.self, ClientCommand.self, RoutesCommand.self,
            DocumentsCommand.self, DatabaseCommand.self, BackupCommand.self, RestoreCommand.self, KeysCommand.self,
            DrillCommand.self, MigrateCommand.self,
        ])
}
