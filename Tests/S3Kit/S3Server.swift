import Foundation
import Primitives
import S3

/// An S3 service of a test run, as `scripts/seaweedfs.sh` names it.
package struct S3Server: Sendable {
    package let endpoint: String
    package let tls: String
    package let authority: String
    package let bucket: String
    package let credentials: S3Credentials

    /// Nil when this run has no service, and need not.
    package static let shared: S3Server? = {
        let environment = ProcessInfo.processInfo.environment
        return environment["SAQTA_TEST_S3"].flatMap { try? S3Server($0) }
    }()

    /// Whether a run without a service must fail.
    package static let isRequired =
        ProcessInfo.processInfo.environment["CI"] == "true"
        || ProcessInfo.processInfo.environment["SAQTA_REQUIRE_S3"] == "1"

    package static var isThere: Bool { shared != nil || isRequired }

    /// - Throws: ``S3Missing`` when `SAQTA_TEST_S3` is not set, or is not what the script prints.
    package static func required() throws -> S3Server {
        guard let shared else { throw S3Missing() }
        return shared
    }

    /// - Parameter text: what the script prints.
    package init(_ text: String) throws {
        var values: [String: String] = [:]
        for pair in text.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
        }
        func value(_ name: String) throws -> String {
            guard let value = values[name] else { throw S3Missing() }
            return value
        }
        endpoint = try value("endpoint")
        tls = try value("tls")
        authority = try value("ca")
        bucket = try value("bucket")
        credentials = try S3Credentials(file: Bytes(try Data(contentsOf: URL(filePath: try value("key")))))
    }

    /// A store under a prefix of its own.
    package func store(
        _ prefix: String, at endpoint: String? = nil, patience: S3Patience = .quick, clock: S3Clock = .hurried
    ) throws -> S3Blobs {
        try S3Blobs(
            S3Place("s3://\(bucket)/\(prefix)", endpoint: endpoint ?? self.endpoint, region: "us-east-1"),
            credentials, patience: patience, clock: clock)
    }

    package static func prefix() -> String { "test-\(Randomness.system.bytes(6).hex)" }
}

/// There is no S3 service in this run.
package struct S3Missing: Error {}

extension S3Patience {
    /// For a service on this machine.
    package static let quick: S3Patience = {
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
    package static let hurried = S3Clock(now: .system) { _ in await Task.yield() }
}
