import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import Primitives

extension LedgerCommand {
    struct Witness: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Co-signs the ledgers of others, as a server of its own.",
            discussion: """
                A witness says of another's ledger that it has only grown since it saw it last. It takes checkpoints with \
                POST /add-checkpoint (C2SP tlog-witness), so it serves any such log. It needs no Saqta beside it: a folder, \
                the keys of the logs, and an address that they reach, behind a proxy that speaks TLS.

                The folder holds the witness's key and what it signed last. An old copy of it must never be put back: begin \
                with an empty folder, and so with a new key. See docs/operating.md.
                """)

        @Option(help: "A folder for this witness alone; made when it is not there.") var folder: String
        @Option(help: "The witness's name, as an address without https://: needed the first time.") var name: String?
        @Option(help: "A file with the keys of the logs to sign for, one a line; read anew at each checkpoint.")
        var logs: String
        @Option(help: "Where to listen.") var host = "127.0.0.1"
        @Option(help: "The port; 0 takes a free one.") var port = 8_090
        @Flag(help: "Print the witness's key, and end.") var showKey = false

        func run() async throws {
            umask(0o077)
            let home = try WitnessFolder(folder, name: name)
            if showKey {
                print(home.signer.verifierKey)
                return
            }
            let logs = logs
            _ = try Self.keys(logs)
            let witness = Ledger.Witness(
                home.signer, folder: home.path, time: .system, logs: { try Self.keys(logs) })
            var logger = Logger(label: "saqta.witness")
            logger.logLevel = .notice
            let application = Application(
                router: WitnessRoutes(witness, logger: logger).router,
                configuration: .init(address: .hostname(host, port: port)),
                onServerRunning: { channel in
                    print("Witness key: \(witness.signer.verifierKey)")
                    print("Witness listens on http://\(host):\(channel.localAddress?.port ?? port)")
                    fflush(nil)
                }, logger: logger)
            try await application.runService()
            withExtendedLifetime(home) {}
        }

        private static func keys(_ file: String) throws -> [VerifierKey] {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw SettingProblem("\(file) cannot be read.")
            }
            return try KeyLines(text).lines.map { words in
                guard words.count == 1, let key = try? VerifierKey(words[0]) else {
                    throw SettingProblem("\(file): each line is the key of a log, name+hash+base64.")
                }
                return key
            }
        }
    }
}

/// The addresses of a witness (C2SP `tlog-witness`).
struct WitnessRoutes: Sendable {
    private let witness: Ledger.Witness
    private let logger: Logger

    init(_ witness: Ledger.Witness, logger: Logger) {
        self.witness = witness
        self.logger = logger
    }

    var router: Router<BasicRequestContext> {
        let router = Router()
        router.post("add-checkpoint") { request, _ in
            let body = try await request.body.collect(upTo: AddCheckpoint.mostOctets)
            return response(try witness.add(String(decoding: body.readableBytesView, as: UTF8.self)))
        }
        router.get("key") { _, _ in text(.ok, witness.signer.verifierKey + "\n") }
        router.get("health") { _, _ in text(.ok, "ok\n") }
        return router
    }

    private func response(_ answer: Ledger.Witness.Answer) -> Response {
        switch answer {
        case .cosigned(let lines): return text(.ok, lines)
        case .conflict(let size): return text(.conflict, "\(size)\n", type: "text/x.tlog.size")
        case .rootsDiffer:
            logger.critical("A log has forked: two trees of one size are signed. The second is kept in the folder.")
            return text(.conflict, "another tree of this size was signed\n")
        case .badProof:
            logger.error("A log sent a checkpoint that does not continue the one before.")
            return text(.unprocessableContent, "the proof does not lead from one tree to the other\n")
        case .malformed: return text(.badRequest, "no add-checkpoint request\n")
        case .unknownLog: return text(.notFound, "no key is known for this origin\n")
        case .notSigned: return text(.forbidden, "not signed by a key of this log\n")
        }
    }

    private func text(
        _ status: HTTPResponse.Status, _ body: String, type: String = "text/plain; charset=utf-8"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }
}
