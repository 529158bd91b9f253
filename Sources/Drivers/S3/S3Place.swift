import Foundation
import Primitives

/// Where a bucket is, and where in it the documents lie.
package struct S3Place: Sendable, Hashable {
    package let bucket: String
    /// What stands before every name, with a slash at its end; empty for the whole bucket.
    package let prefix: String
    /// Scheme, host and port of the service.
    package let endpoint: Endpoint
    /// The region that is signed, such as `eu-central-1`; services without regions take `us-east-1`.
    package let region: String
    package let addressing: Addressing

    /// How a bucket is named in an address.
    package enum Addressing: String, Sendable, CaseIterable {
        /// `https://host/bucket/name`.
        case path
        /// `https://bucket.host/name`.
        case host
    }

    package struct Endpoint: Sendable, Hashable {
        package let scheme: String
        package let host: String
        /// Nil for the usual one of the scheme.
        package let port: Int?
    }

    /// - Parameters:
    ///   - address: `s3://bucket/prefix`.
    ///   - endpoint: such as `https://s3.example.kz`; plain `http` on this machine only.
    /// - Throws: ``S3Problem`` that names what is wrong.
    package init(
        _ address: String, endpoint: String, region: String, addressing: Addressing = .path
    ) throws(S3Problem) {
        guard address.hasPrefix("s3://") else { throw .address(address) }
        let parts = address.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let bucket = parts.first, Self.isBucket(bucket) else { throw .address(address) }
        var folders = parts.dropFirst()
        if folders.last == "" { folders.removeLast() }
        guard folders.allSatisfy(Self.isFolder) else { throw .address(address) }
        self.bucket = bucket
        prefix = folders.map { $0 + "/" }.joined()
        self.endpoint = try Self.endpoint(endpoint)
        guard !region.isEmpty, region.allSatisfy(Self.isPlain) else { throw .region(region) }
        self.region = region
        self.addressing = addressing
    }

    private static func endpoint(_ text: String) throws(S3Problem) -> Endpoint {
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host, !host.isEmpty,
            ["", "/"].contains(url.path), url.query == nil, url.user == nil, url.fragment == nil
        else { throw .endpoint(text) }
        let isHere = ["127.0.0.1", "::1", "localhost"].contains(host)
        guard scheme == "https" || scheme == "http" && isHere else { throw .endpoint(text) }
        return Endpoint(scheme: scheme, host: host.lowercased(), port: url.port)
    }

    /// 3 to 63 small letters, digits, dots and hyphens.
    private static func isBucket(_ name: String) -> Bool {
        (3...63).contains(name.utf8.count) && name.first != "." && name.first != "-"
            && name.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase || $0 == "." || $0 == "-") }
    }

    private static func isFolder(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && name.allSatisfy(isPlain)
    }

    private static func isPlain(_ letter: Character) -> Bool {
        letter.isASCII && (letter.isLetter || letter.isNumber || "-_.".contains(letter))
    }

    /// The value of the header `Host`.
    var host: String {
        let name = addressing == .host ? "\(bucket).\(endpoint.host)" : endpoint.host
        let written = name.contains(":") ? "[\(name)]" : name
        return endpoint.port.map { "\(written):\($0)" } ?? written
    }

    /// The path of a name in the bucket, encoded; of the bucket itself when there is none.
    func path(_ name: String?) -> String {
        let inside = name.map { "/" + SignatureV4.encoded($0, slash: true) } ?? ""
        let path = addressing == .path ? "/\(bucket)\(inside)" : inside
        return path.isEmpty ? "/" : path
    }
}

extension S3Place: CustomStringConvertible {
    /// `s3://bucket/prefix at host`.
    package var description: String { "s3://\(bucket)/\(prefix.dropLast()) (\(host))" }
}

/// Settings of a store that cannot be.
package enum S3Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case address(String)
    case endpoint(String)
    case region(String)
    case keyFile
    /// A file cannot be used, and why.
    case file(String)
    case authority(String)

    package var description: String {
        switch self {
        case .address(let text): "\(text) is not s3://BUCKET/PREFIX with a name of letters, digits, dots and hyphens"
        case .endpoint(let text): "\(text) is not https://HOST (http on this machine only), with nothing behind"
        case .region(let text): "\(text) is not the name of an S3 region"
        case .file(let why): why
        case .keyFile: "the file of the key must hold two lines: access key id and secret"
        case .authority(let path): "\(path) holds no certificates (PEM)"
        }
    }
}
