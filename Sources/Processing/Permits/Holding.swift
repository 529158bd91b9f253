import Policy
import Primitives
import Storage

/// Something that a room holds about a person beside the sealed record, for a copy of all that is held about them.
package struct Holding: Sendable {
    /// What the room calls such things: a key of the copy, in small letters with underscores.
    package let kind: String
    /// Words and figures that lie open.
    package let facts: [String: String]
    /// What is sealed of it, and as which field the policy declares it; nil where nothing is.
    package let text: Text?

    package struct Text: Sendable {
        package let field: FieldNumber
        package let sealed: SealedItem

        package init(_ field: FieldNumber, _ sealed: SealedItem) {
            self.field = field
            self.sealed = sealed
        }
    }

    /// - Parameter facts: those that are nil are left out.
    package init(_ kind: String, _ facts: [String: String?], text: Text? = nil) {
        self.kind = kind
        self.facts = facts.compactMapValues { $0 }
        self.text = text
    }
}

/// What a room holds about a person, in the order in which it came.
package typealias HoldingStep = @Sendable (SubjectID, any Transaction) throws -> [Holding]
