import Foundation
import Primitives

/// A host name or an address in digits, as it may stand in a URL.
struct Host: Hashable, Sendable {
    let name: String

    init(_ text: String) throws(SendingSettingsError) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        var address = in6_addr()
        let isIPv6 = inet_pton(AF_INET6, bare, &address) == 1
        guard isIPv6 || DomainName(bare) != nil else { throw .badHost }
        name = bare.lowercased()
    }

    /// As it stands in a URL.
    var inURL: String { name.contains(":") ? "[\(name)]" : name }

    /// True for this machine only: `localhost`, 127.0.0.0/8, ::1.
    var isLoopback: Bool {
        if name == "localhost" || name == "::1" { return true }
        let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers[0] == 127
    }
}
