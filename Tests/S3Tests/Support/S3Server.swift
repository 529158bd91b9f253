import Blobs
import FolderBlobs
import Foundation
import Primitives
import TestKit
import Testing

@testable import S3

/// An S3 service of a test run, as `scripts/seaweedfs.sh` names it.
struct S3Server: Sendable {
    let endpoint: String
    let tls: String
    let authority: String
    let bucket: String
    let credentials: S3Credentials

    /// Nil when this run has no service, and need not.
    static let shared: S3Server? = {
        let environment = ProcessInfo.processInfo.environment
        return environment["SAQTA_TEST_S3"].flatMap { try? S3Server($0) }
    }()

    /// Whether a run without a service must fail.
    static let isRequired =
        ProcessInfo.processInfo.environment["CI"] == "true"
        || ProcessInfo.processInfo.environment["SAQTA_REQUIRE_S3"] == "1"

    static var isThere: Bool { shared != nil || isRequired }

    static func required() throws -> S3Server { try #require(shared, "SAQTA_TEST_S3 is not set") }

    /// - Parameter text: what the script prints.
    init(_ text: String) throws {
        var values: [String: String] = [:]
        for pair in text.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
        }
        endpoint = try #require(values["endpoint"])
        tls = try #require(values["tls"])
        authority = try #require(values["ca"])
        bucket = try #require(values["bucket"])
        let key = try Data(contentsOf: URL(filePath: try #require(values["key"])))
        credentials = try S3Credentials(file: Bytes(key))
    }

    /// A store under a prefix of its own.
    func store(
        _ prefix: String, at endpoint: String? = nil, patience: S3Patience = .quick, clock: S3Clock = .hurried
    ) throws -> S3Blobs {
        try S3Blobs(
            S3Place("s3://\(bucket)/\(prefix)", endpoint: endpoint ?? self.endpoint, region: "us-east-1"),
            credentials, patience: patience, clock: clock)
    }

    static func prefix() -> String { "test-\(Randomness.system.bytes(6).hex)" }
}

extension S3Patience {
    /// For a service on this machine.
    static let quick: S3Patience = {
        var patience = S3Patience()
        patience.connecting = .seconds(2)
        patience.stalling = .seconds(20)
        patience.call = .seconds(20)
        // Real time says nothing here: many tests share few processors.
        patience.whole = .hours(1)
        return patience
    }()
}

extension S3Clock {
    /// Real time, but no pauses.
    static let hurried = S3Clock(now: .system) { _ in await Task.yield() }
}

/// A kind of store, on which the same suite runs.
enum StoreKind: String, CaseIterable, Sendable {
    case folder, s3

    static let available: [StoreKind] = S3Server.isThere ? [.folder, .s3] : [.folder]

    /// Runs `body` with a fresh store, which it may open several times, as other processes would.
    func run(_ body: (@Sendable () throws -> any BlobStore) async throws -> Void) async throws {
        switch self {
        case .folder:
            try await withTemporaryFolder { folder in
                let path = folder.appending(path: "documents").path
                try await body { try FolderBlobs(folder: path) }
            }
        case .s3:
            let (server, prefix) = (try S3Server.required(), S3Server.prefix())
            try await body { try server.store(prefix) }
        }
    }
}

/// Octets that differ from place to place, made at once for any part of an object.
func octets(_ range: Range<Int>) -> Bytes {
    range.map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
}
