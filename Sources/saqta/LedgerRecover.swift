import ArgumentParser
import Foundation
import Ledger
import Permits
import Primitives

extension LedgerCommand {
    struct Recover: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says what the ledger has lost, and begins a new log when told to.",
            discussion: """
                When the database is older than the checkpoint file, as after a copy of yesterday was put back, the \
                server signs nothing: another end of the same log would contradict what people and witnesses hold. \
                Put the newest data back if there are any. Else --begin-again begins a log of another name and key: it \
                keeps the entries that are left, and its first own entry names the last checkpoint of the old log. \
                Sessions, codes and open links end, and receipts of the old log stay genuine.

                Ends with 0 when nothing is lost or a new log was begun, with 1 when something is lost, and with 2 when \
                the ledger was changed: no log follows from that, and nothing is done.
                """)

        @Option(help: "Begin the new log; give the name that this command prints without it.")
        var beginAgain: String?

        func run() async throws {
            let settings = try Settings.read()
            // A server must not sign meanwhile.
            let lock = try beginAgain.map { _ in try DataLock(settings.data) }
            defer { withExtendedLifetime(lock) {} }
            let house = try await House.open(settings, site: "", for: .command)
            let recovery = LedgerRecovery(house.sequencer)
            switch try await recovery.find(house.sequencer) {
            case .sound(let entries): print("ok, \(entries) entries, and nothing that was signed is missing")
            case .refused(let standing):
                print("REFUSED: \(standing.told).")
                print("No log can follow from this. Put back a whole copy of the data; saqta ledger verify names more.")
                throw ExitCode(2)
            case .lost(let loss): try await settle(loss, house, recovery)
            }
        }

        private func tell(_ loss: LedgerRecovery.Loss) {
            let (kept, signed) = (loss.kept, loss.signed)
            print("The log \(signed.origin) was signed with \(signed.size) entries, root \(signed.root.hex).")
            let missing = "entries \(kept) to \(signed.size - 1) are missing, with what was done."
            print("The database holds \(kept): " + (signed.size > kept ? missing : "those of the log before it."))
        }

        private func settle(_ loss: LedgerRecovery.Loss, _ house: House, _ recovery: LedgerRecovery) async throws {
            tell(loss)
            let keyless = try await house.gate.withoutKey()
            guard keyless.isEmpty else {
                print(
                    """
                    REFUSED: \(keyless.count) persons of these data have no key: they were erased after the copy was \
                    made. Put the copy back with saqta restore and the newest key set, which closes them again.
                    """)
                throw ExitCode(2)
            }
            guard let beginAgain else {
                print("Nothing was changed. Put back newer data if there are any; else stop the server and run")
                print("  saqta ledger recover --begin-again \(loss.next)")
                throw ExitCode(1)
            }
            guard beginAgain == loss.next else {
                print("REFUSED: the new log would be called \(loss.next), not \(beginAgain). Nothing was changed.")
                throw ExitCode(1)
            }
            let signer = try await recovery.beginAgain(
                loss, with: house.gate.entryOfRecovery(loss, witnessed: recovery.witnessed()), at: house.time.now)
            let sequencer = try Sequencer(
                database: house.database, signer: signer, checkpointFile: "\(house.settings.data)/checkpoint",
                time: house.time)
            try await house.gate.endWhatOlderDataOpen(at: house.time.now)
            let checkpoint = try await sequencer.sequence()
            print("A new log has begun: \(signer.origin), \(checkpoint?.size ?? 0) entries.")
            print("Ledger key: \(sequencer.verifierKey)")
            print("Mail and jobs are held until an administrator releases them in the office.")
            print("Give this key to whoever checks receipts or is a witness; those of the old log stay genuine.")
        }
    }
}
