import Permits
import Policy

/// A connected programme that asks something, and the edition of the policy in force when it came.
package struct Caller: Sendable {
    package let client: Client
    package let edition: Edition
}
