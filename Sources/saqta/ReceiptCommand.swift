import ArgumentParser
import Consents
import Foundation
import Primitives

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Checks receipts.", subcommands: [Verify.self])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Checks a receipt without the server.")

        @Argument(help: "The receipt's JSON file.") var file: String
        @Option(help: "The ledger's key, name+hash+base64, from a source that you trust.") var key: String

        func run() throws {
            let octets = Bytes(try Data(contentsOf: URL(fileURLWithPath: file)))
            guard let receipt = try? Receipt(file: octets) else {
                print("not a receipt")
                throw ExitCode(2)
            }
            let finding = receipt.check(key: key)
            print(
                finding == .genuine
                    ? "ok, receipt \(receipt.content.record) is genuine" : "not genuine: \(finding.rawValue)")
            if finding != .genuine { throw ExitCode(1) }
        }
    }
}
