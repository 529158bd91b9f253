import Policy

/// A connected programme that asks something, and the edition of the policy in force when it came.
package final class Caller: Sendable {
    package let client: Client
    package let edition: Edition

    package init(_ client: Client, under edition: Edition) {
        self.client = client
        self.edition = edition
    }
}
