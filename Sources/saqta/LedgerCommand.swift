import ArgumentParser
import Foundation
import Ledger
import Permits
import Primitives

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Looks after the ledger.", subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Derives the tree anew and compares every entry and row with it.")

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            let report = try await house.gate.audit(
                house.sequencer.verifier, outside: [try house.sequencer.outsideNote()].compactMap { $0 }
            ) { done, total in
                FileHandle.standardError.write(Data("\r\(done) of \(total) entries".utf8))
            }
            FileHandle.standardError.write(Data("\n".utf8))
            print(report.description)
            if !report.isSound { throw ExitCode(1) }
        }
    }
}
