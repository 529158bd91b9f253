/// The permanent name of a thing in a policy, as policy.yml writes it.
///
/// `Thing` keeps the name of a purpose apart from the name of a role.
package struct Code<Thing>: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ text: String) { rawValue = text }
}

extension Code: Comparable {
    package static func < (left: Code, right: Code) -> Bool { left.rawValue < right.rawValue }
}

extension Code: Codable {}

extension Code: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { rawValue = value }
}

extension Code: CustomStringConvertible {
    package var description: String { rawValue }
}

/// `2.2.2`, `3.3.a`, or the letter of a preamble's clause.
package typealias ClauseID = Code<Clause>
/// The name of a control.
package typealias ControlID = Code<Control>
/// `service`, `identification`, `contact`, …
package typealias PurposeID = Code<Purpose>
/// `subject`, `reviewer`, …, and the system actors.
package typealias RoleID = Code<Role>
/// `main`, `advertising`, …
package typealias ConsentID = Code<ConsentItem>
/// `identity_document`, …
package typealias DocumentKindID = Code<DocumentKind>
/// The name of a recipient.
package typealias RecipientID = Code<Recipient>
/// The name of a reason to refuse or to ask again.
package typealias ReasonID = Code<Reason>

/// The permanent number of a field; never changed and never used again for another field.
package struct FieldNumber: RawRepresentable, Hashable, Sendable, Codable, Comparable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package init(_ number: Int) { rawValue = number }

    package static func < (left: FieldNumber, right: FieldNumber) -> Bool { left.rawValue < right.rawValue }
}

extension FieldNumber: ExpressibleByIntegerLiteral, CustomStringConvertible {
    package init(integerLiteral value: Int) { rawValue = value }

    package var description: String { "\(rawValue)" }
}
