import ArgumentParser
import Consents
import Foundation
import Ledger
import Policy
import Primitives
import Publication
import Retention

struct ReceiptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Checks receipts and certificates.", subcommands: [Verify.self],
        aliases: ["certificate"])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a receipt, or a certificate of a publication or an erasure, without the server.")

        @Argument(help: "The JSON file of the receipt or certificate.") var file: String
        @Option(help: "The ledger's key, name+hash+base64, from a source that you trust.") var key: String
        @Option(help: "The key of a witness that must have signed too; may be given several times.")
        var witness: [String] = []

        func run() throws {
            guard let proven = ProvenFile(Bytes(try Data(contentsOf: URL(fileURLWithPath: file)))) else {
                print("not a receipt, and not a certificate")
                throw ExitCode(2)
            }
            let finding = proven.check(key: key, witnesses: witness)
            print(finding == .genuine ? "ok, \(proven.summary) is genuine" : "not genuine: \(finding.rawValue)")
            if finding != .genuine { throw ExitCode(1) }
        }
    }
}

extension ProvenFile {
    fileprivate var summary: String {
        switch self {
        case .receipt(let receipt): "receipt \(receipt.content.record)"
        case .certificate(let certificate):
            "certificate of edition \(certificate.content.edition), "
                + "\(certificate.content.manner?.words.en.lowercased() ?? "published"),"
        case .erasure(let certificate):
            "certificate of an erasure, "
                + (certificate.content.finalAt.map { "final since \($0)," } ?? "not final yet,")
        case .void(let notice): "void clause \(notice.content.clause) of edition \(notice.content.edition)"
        }
    }
}
