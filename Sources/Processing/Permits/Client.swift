import Policy
import Primitives

/// A connected programme: acts through the API under a key of its own, for some purposes and with some fields.
package struct Client: Hashable, Sendable, Identifiable {
    package let id: Identifier<Client>
    /// What the operator calls it; stands in entries, so it says nothing about a person.
    package let name: String
    package let purposes: Set<PurposeID>
    package let fields: Set<FieldNumber>
    /// Fields whose addresses it may vouch for, having seen itself that they are the person's own.
    package let vouched: Set<FieldNumber>
    package let addedAt: Instant
    /// When it lost its key; nil while it is connected.
    package let endedAt: Instant?

    package init(
        id: Identifier<Client>, name: String, purposes: Set<PurposeID>, fields: Set<FieldNumber>,
        vouched: Set<FieldNumber>, addedAt: Instant, endedAt: Instant? = nil
    ) {
        self.id = id
        self.name = name
        self.purposes = purposes
        self.fields = fields
        self.vouched = vouched
        self.addedAt = addedAt
        self.endedAt = endedAt
    }

    package var isConnected: Bool { endedAt == nil }

    /// Whether an ask stays within what the key was made for; what the policy allows comes on top.
    func reaches(_ ask: Ask) -> Bool {
        purposes.contains(ask.purpose) && fields.isSuperset(of: ask.fields) && ask.documents.isEmpty
    }

    /// What the key was made for, in the one form whose digest the ledger keeps.
    var bounds: CanonicalValue {
        func list<Thing>(_ codes: [Code<Thing>]) -> CanonicalValue { .list(codes.sorted().map { .text($0.rawValue) }) }
        func list(_ fields: Set<FieldNumber>) -> CanonicalValue {
            .list(fields.sorted().map { .int(Int64($0.rawValue)) })
        }
        return .object([
            "name": .text(name), "purposes": list(Array(purposes)), "fields": list(fields), "vouched": list(vouched),
        ])
    }
}
