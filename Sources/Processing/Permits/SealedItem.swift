import Policy
import Primitives
import Vault

/// Where a single sealed value belongs.
package enum Place: Sendable {
    /// What is about the person's identity: opened for a permit only.
    case record
    /// What was read off a document, or is sealed with it: opened for a permit only.
    case documents
    /// What the house wrote itself (parameters of a message, the secret of a second factor): opened for its own working.
    case messages
    /// What persons and staff write to each other: opened for a permit only.
    case threads

    /// How the labels begin of what is written in threads, and of nothing else in that compartment.
    static let threadLabel = "thread "

    var compartment: Compartment {
        switch self {
        case .record: .record
        case .documents: .documents
        case .messages, .threads: .messages
        }
    }
}

/// A single sealed value and the label bound into it.
package struct SealedItem: Sendable {
    package let label: String
    package let value: Bytes
    package let place: Place
    /// Of what it fills the gap.
    let gap: Gap?

    package init(_ value: Bytes, label: String, in place: Place, filling gap: Gap? = nil) {
        self.value = value
        self.label = label
        self.place = place
        self.gap = gap
    }

    /// The value in plain, whole.
    func opened(by sealer: Sealer) throws -> Bytes {
        let plain = try SealedValue.open(
            value, label: label, key: sealer.key, compartment: place.compartment, instance: sealer.instance)
        return try gap?.filled(with: plain) ?? plain
    }
}

/// Words that are the same for everybody, in whose gap a sealed value belongs, and the SHA-256 of both together.
package struct Gap: Sendable {
    let wording: String
    let hash: Bytes

    /// - Throws: `VaultError` when the words are not those with which the value was sealed.
    func filled(with value: Bytes) throws -> Bytes {
        let shown = ShownText(wording: wording, filler: String(decoding: value, as: UTF8.self))
        guard shown.hash == hash else { throw VaultError.doesNotOpen }
        return Bytes(shown.text.utf8)
    }
}
