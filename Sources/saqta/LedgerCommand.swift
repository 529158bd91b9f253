import ArgumentParser
import Documents
import Foundation
import Ledger
import Permits
import Primitives

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Looks after the ledger.",
        subcommands: [Verify.self, Recover.self, Witness.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Derives the tree anew and compares every entry, row and document with it.",
            discussion: """
                Ends with 0 when all is sound, with 1 when an entry, a row or a file was tampered with, and names it. \
                Files that no row knows are listed and left alone.
                """)

        @Flag(help: "Print what was found as JSON.")
        var json = false

        func run() async throws {
            let house = try await House.open(try Settings.read(), site: "", for: .command)
            let report = try await VerifyReport(house.gate, house.sequencer, house.documentAudit)
            print(json ? report.json : report.description)
            if !report.isSound { throw ExitCode(1) }
        }
    }
}

/// What `ledger verify` found, in the tree, in the rows and in the files.
struct VerifyReport: CustomStringConvertible, Sendable {
    let ledger: LedgerAudit.Report
    let documents: DocumentAudit.Report

    /// Compares everything, and shows how far it has come.
    init(_ gate: Gate, _ sequencer: Sequencer, _ audit: DocumentAudit) async throws {
        let (entries, rows) = (ProgressBar("entries"), ProgressBar("rows about persons"))
        ledger = try await gate.audit(
            sequencer.verifier, outside: [try sequencer.outsideNote()].compactMap { $0 }
        ) { stage, done, total in
            switch stage {
            case .entries: entries.show(done, of: total)
            case .rows: rows.show(done, of: total)
            }
        }
        entries.end()
        rows.end()
        let files = ProgressBar("files")
        documents = try await audit.run { files.show($0, of: $1) }
        files.end()
    }

    var isSound: Bool { ledger.isSound && documents.isSound }

    var description: String {
        let found =
            isSound
            ? [
                ledger.description,
                "ok, \(documents.documents) documents, \(documents.files) files, \(documents.octets) octets compared",
            ] : ["NOT SOUND"] + (ledger.faults + documents.faults).map { "  \($0)" }
        return (found + documents.strangers.map { "no row knows the file \($0); it was left alone" })
            .joined(separator: "\n")
    }

    /// One object, with its members in the order of their names.
    var json: String {
        let members: [String: CanonicalValue] = [
            "sound": .bool(isSound), "entries": .int(Int64(ledger.size)), "root": .text(ledger.root.hex),
            "rows": .int(Int64(ledger.compared)), "closed": .int(Int64(ledger.closed)),
            "documents": .int(Int64(documents.documents)), "files": .int(Int64(documents.files)),
            "octets": .int(Int64(documents.octets)),
            "faults": .list((ledger.faults + documents.faults).map(CanonicalValue.text)),
            "strangers": .list(documents.strangers.map(CanonicalValue.text)),
        ]
        return String(decoding: CanonicalValue.object(members).octets, as: UTF8.self)
    }
}
