import Foundation
import KeyService
import Primitives
import TestKit
import Testing
import Vault

/// A key service of a test run, as `scripts/openbao.sh` names it.
struct KeyServer: Sendable {
    let endpoint: String
    let tls: String
    let authority: String
    let tokenFile: String
    let folder: String

    private static let environment = ProcessInfo.processInfo.environment

    /// Whether a run without a service must fail.
    static let isRequired = environment["CI"] == "true" || environment["SAQTA_REQUIRE_OPENBAO"] == "1"
    static var isThere: Bool { environment["SAQTA_TEST_OPENBAO"] != nil || isRequired }

    static func required() throws -> KeyServer {
        try KeyServer(try #require(environment["SAQTA_TEST_OPENBAO"], "SAQTA_TEST_OPENBAO is not set"))
    }

    /// - Parameter text: what the script prints.
    private init(_ text: String) throws {
        let pairs = text.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "=", maxSplits: 1) }
        let values = Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
        endpoint = try #require(values["endpoint"])
        tls = try #require(values["tls"])
        authority = try #require(values["ca"])
        tokenFile = try #require(values["token"])
        folder = try #require(values["dir"])
    }

    func key(_ name: String = "saqta", overTLS: Bool = false) throws -> TransitKey {
        try TransitKey("\(overTLS ? tls : endpoint)/v1/transit/keys/\(name)")
    }

    var token: String {
        get throws {
            try String(contentsOfFile: tokenFile, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    func transit(_ name: String = "saqta", token: String? = nil) throws -> Transit {
        let token = try token ?? self.token
        return try Transit(try key(name), token: { () throws(TransitProblem) in token }, authority: nil)
    }

    /// The place of a root key that the service wraps.
    func root(_ name: String = "saqta", token: String? = nil, mayBeAway: Span = .hours(1)) throws -> RootKey {
        let transit = try transit(name, token: token)
        return .service(
            RootWrapping(name: "the test's service", mayBeAway: mayBeAway) { octets, context throws(VaultError) in
                do throws(TransitProblem) {
                    return try transit.wrap(octets, context: context)
                } catch {
                    throw .keyService("\(error)")
                }
            } unwrap: { wrapped, context throws(VaultError) in
                do throws(TransitProblem) {
                    return try transit.unwrap(wrapped, context: context)
                } catch {
                    throw .keyService("\(error)")
                }
            })
    }

    /// Runs `body` while the service is sealed.
    func sealed(_ body: () async throws -> Void) async throws {
        try ask("seal")
        do {
            try await body()
        } catch {
            try ask("unseal")
            throw error
        }
        try ask("unseal")
    }

    private func ask(_ word: String) throws {
        let script = try #require(Self.environment["SAQTA_OPENBAO"], "SAQTA_OPENBAO is not set")
        let process = Process()
        process.executableURL = URL(filePath: script)
        process.arguments = [word, folder]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
