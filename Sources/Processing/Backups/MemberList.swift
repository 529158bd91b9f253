import Primitives

/// The digests of a set's members in their order, one a line as `sha256sum` writes and checks them.
struct MemberList {
    private(set) var octets = Bytes()

    mutating func add(_ name: String, digest: Bytes) {
        octets += Bytes("\(digest.hex)  \(name)\n".utf8)
    }

    /// What differs first between this list and the one that was written; nil when nothing does.
    func difference(from written: Bytes) -> (member: String, reason: BackupFault.Reason)? {
        guard written != octets else { return nil }
        var (found, expected) = (octets[...], written[...])
        while true {
            let (one, other) = (Self.line(&found), Self.line(&expected))
            guard one != other || one == nil else { continue }
            guard let one, let other, one.name == other.name else {
                // A member that is too much has a name here, one that is missing has it there.
                let name = other?.name ?? one?.name ?? ""
                return (name, .members)
            }
            return (one.name, .changed)
        }
    }

    private struct Line: Equatable {
        let digest: String
        let name: String
    }

    private static func line(_ rest: inout Bytes.SubSequence) -> Line? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        let text = String(decoding: rest[..<end], as: UTF8.self)
        rest = rest[(end + 1)...]
        return Line(digest: String(text.prefix(64)), name: String(text.dropFirst(66)))
    }
}
