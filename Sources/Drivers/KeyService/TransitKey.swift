import Foundation
import Primitives

/// A key of the transit engine of OpenBao or Vault, by the address of its settings: `https://HOST/v1/transit/keys/NAME`.
package struct TransitKey: Sendable, Hashable, CustomStringConvertible {
    /// Scheme, host and port.
    let service: String
    /// Where the engine is mounted, such as `transit`.
    let mount: String
    let name: String

    /// - Parameter address: HTTPS; plain HTTP on this machine only.
    /// - Throws: ``TransitProblem/address(_:)``.
    package init(_ address: String) throws(TransitProblem) {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased(), let host = url.host,
            !host.isEmpty, url.query == nil, url.user == nil, url.fragment == nil
        else { throw .address(address) }
        let isHere = ["127.0.0.1", "::1", "localhost"].contains(host)
        guard scheme == "https" || scheme == "http" && isHere else { throw .address(address) }
        let parts = url.path.split(separator: "/").map(String.init)
        guard parts.count >= 4, parts[0] == "v1", parts[parts.count - 2] == "keys", parts.allSatisfy(Self.isPlain)
        else { throw .address(address) }
        service =
            "\(scheme)://\(host.contains(":") ? "[\(host)]" : host.lowercased())\(url.port.map { ":\($0)" } ?? "")"
        mount = parts[1..<(parts.count - 2)].joined(separator: "/")
        name = parts[parts.count - 1]
    }

    /// The address of what the engine does with the key: `encrypt`, `decrypt`.
    func address(of act: String) -> String { "\(service)/v1/\(mount)/\(act)/\(name)" }

    package var description: String { address(of: "keys") }

    private static func isPlain(_ part: String) -> Bool {
        part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) } && part != ".."
    }
}
