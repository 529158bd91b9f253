import Age
import ArgumentParser
import Foundation
import Primitives
import Vault

extension BackupCommand {
    struct Init: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Makes the recovery key, without which no backup can be read.",
            discussion: """
                The secret key goes to standard output, once, and stays nowhere on this machine: write it on paper, or make \
                it elsewhere with age-keygen and name only its public half here with --recipient.
                """)

        @Option(help: "The public half, age1…, of a key that was made elsewhere.") var recipient: String?
        @Flag(help: "Take another key than before; older backups stay readable with the older key only.")
        var replace = false

        func run() async throws {
            umask(0o077)
            let settings = try Settings.read()
            guard FileManager.default.fileExists(atPath: "\(settings.keys)/\(KeyFiles.ringName)") else {
                throw BackupError.nothing(keys: settings.keys)
            }
            let path = BackupSource.recipientFile(settings)
            if let known = try? String(contentsOfFile: path, encoding: .utf8), !replace {
                throw BackupError.hasRecipient(known.trimmingCharacters(in: .whitespacesAndNewlines))
            }
            if let recipient {
                guard AgeIdentity.isRecipient(recipient) else { throw BackupError.noRecipientKey(recipient) }
                try DurableFile.replace(path, with: Bytes((recipient + "\n").utf8))
            } else {
                let made = try AgeIdentity.make()
                // Shown before it is stored: a key that nobody saw must not seal anything.
                print(made.file, terminator: "")
                guard fflush(nil) == 0 else { throw BackupError.failed(to: "write", "standard output") }
                try DurableFile.replace(path, with: Bytes((made.recipient + "\n").utf8))
            }
            FileHandle.standardError.write(
                Data(
                    """
                    Backups are sealed from now on for the key above. Keep it away from this machine, on paper and in a \
                    second place: without it no backup can be read, and with it every backup can.

                    """.utf8))
        }
    }
}
