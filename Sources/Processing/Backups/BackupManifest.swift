import Crypto
import Ledger
import Primitives

/// What a set says of itself before its content: whose it is, of when, and how much.
package struct BackupManifest: Hashable, Sendable {
    package let set: BackupSet
    /// The installation: 32 hexadecimal digits.
    package let instance: String
    /// For data, when the copy of the rows was done; for keys, when copying began.
    package let made: Instant
    /// The version of the programme that made it.
    package let programme: String
    /// The number of the newest migration in its database.
    package let schema: String
    /// Entries and root of the newest checkpoint in it.
    package let ledgerSize: Int
    package let ledgerRoot: Bytes
    /// How many persons, documents and objects are in a data set, how many keys in a key set.
    package let counts: [Count]

    package struct Count: Hashable, Sendable {
        package let what: String
        package let number: Int

        package init(_ what: String, _ number: Int) {
            self.what = what
            self.number = number
        }
    }

    package init(
        set: BackupSet, instance: String, made: Instant, programme: String, schema: String, ledgerSize: Int,
        ledgerRoot: Bytes, counts: [Count]
    ) {
        self.set = set
        self.instance = instance
        self.made = made
        self.programme = programme
        self.schema = schema
        self.ledgerSize = ledgerSize
        self.ledgerRoot = ledgerRoot
        self.counts = counts
    }

    /// How many of something; nought when it does not say.
    package subscript(_ what: String) -> Int { counts.first { $0.what == what }?.number ?? 0 }

    static let form = "saqta backup 1"

    /// The text that is signed.
    var text: String {
        let lines =
            [
                Self.form, "set \(set.rawValue)", "instance \(instance)", "made \(made.microseconds) \(made)",
                "programme \(programme)", "schema \(schema)", "ledger \(ledgerSize) \(ledgerRoot.hex)",
            ] + counts.map { "count \($0.number) \($0.what)" }
        return lines.map { $0 + "\n" }.joined()
    }

    /// Reads the text back; nil when it is not one that ``text`` writes.
    init?(text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard lines.count >= 7, lines.dropFirst().allSatisfy({ $0.count >= 2 }),
            let set = BackupSet(rawValue: lines[1][1]),
            let made = Int64(lines[3][1]), let size = Int(lines[6][1]), lines[6].count == 3,
            let root = Bytes(hex: lines[6][2])
        else { return nil }
        let counts = lines.dropFirst(7).compactMap { line in
            line.count == 3 ? Int(line[1]).map { Count(line[2], $0) } : nil
        }
        self.init(
            set: set, instance: lines[2][1], made: Instant(microseconds: made), programme: lines[4][1],
            schema: lines[5][1], ledgerSize: size, ledgerRoot: root, counts: counts)
        guard self.text == text else { return nil }
    }
}

/// What a set says of itself after its content: that this is all of it.
struct BackupSeal: Hashable {
    let set: BackupSet
    let instance: String
    let made: Instant
    /// How many members there are, and SHA-256 of their list.
    let members: Int
    let digest: Bytes

    /// - Parameter list: as ``MemberList`` writes it.
    init(_ manifest: BackupManifest, list: Bytes) {
        set = manifest.set
        instance = manifest.instance
        made = manifest.made
        members = list.count { $0 == 0x0A }
        digest = Bytes(SHA256.hash(data: list))
    }

    var text: String {
        [
            "\(BackupManifest.form) seal", "set \(set.rawValue)", "instance \(instance)",
            "made \(made.microseconds) \(made)", "members \(members) \(digest.hex)",
        ].map { $0 + "\n" }.joined()
    }
}
