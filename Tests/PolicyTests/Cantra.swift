import Foundation
import Policy
import Testing

/// The first operator's policy, as it lies in the repository.
enum Cantra {
    /// `policies/cantra`, found from this file.
    static let path = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "policies/cantra").path()

    static func folder() throws -> PolicyFolder { try PolicyFolder(path: path) }

    /// Read once for all tests.
    private static let reading = Result { try folder().read() }

    static func lawPack() throws -> LawPack? { try reading.get().lawPack }

    static func document() throws -> PolicyDocument {
        let reading = try reading.get()
        return try #require(reading.document, "\(reading.diagnostics.map(\.description))")
    }
}
