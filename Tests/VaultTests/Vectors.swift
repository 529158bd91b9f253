import Foundation
import Primitives
import Testing

/// The test vectors that suites of the vault read from files.
enum Vectors {
    /// A file of Project Wycheproof under the folder that `SAQTA_WYCHEPROOF` names; see `scripts/wycheproof.sh`.
    ///
    /// - Returns: nil when no folder is named, which is an error when `CI=true`.
    static func wycheproof<Group: Decodable>(_ path: String, of type: Group.Type) throws -> [Group] {
        let folder = try #require(environment["SAQTA_WYCHEPROOF"], "run with SAQTA_WYCHEPROOF=$(scripts/wycheproof.sh)")
        let data = try Data(contentsOf: URL(filePath: folder).appending(path: path))
        return try JSONDecoder().decode(WycheproofFile<Group>.self, from: data).testGroups
    }

    /// False when Wycheproof's vectors are not there and need not be: not on a server of continuous integration.
    static let mustRunWycheproof = environment["SAQTA_WYCHEPROOF"] != nil || environment["CI"] == "true"

    /// The lines of a file in `oracle`, split at blanks; a hyphen stands for nothing.
    static func lines(_ name: String) throws -> [[String]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "oracle/\(name)")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: " ").map { $0 == "-" ? "" : String($0) } }
    }

    static func bytes(_ hex: String) throws -> Bytes { try #require(Bytes(hex: hex)) }

    private static let environment = ProcessInfo.processInfo.environment
}

private struct WycheproofFile<Group: Decodable>: Decodable {
    let testGroups: [Group]
}
