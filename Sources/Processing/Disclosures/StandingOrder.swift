import Permits
import Policy
import Primitives
import Storage

/// An order of a person that is not ended yet, as the room of orders tells.
package struct StandingOrder: Sendable, Hashable {
    /// Its place among the person's orders, from 1.
    package let number: Int
    package let title: Phrase

    package init(_ number: Int, _ title: Phrase) {
        self.number = number
        self.title = title
    }
}

/// Tells a person's orders that are not ended yet.
package typealias StandingOrders = @Sendable (SubjectID, any Transaction) throws -> [StandingOrder]
