/// A telephone number of the international plan (ITU-T E.164): a plus and 8 to 15 digits.
package struct TelephoneNumber: Hashable, Sendable {
    /// Without the plus.
    let digits: String

    /// - Returns: nil for anything else; nothing is guessed from national ways of writing.
    package init?(_ text: String) {
        guard text.first == "+" else { return nil }
        let digits = text.dropFirst()
        guard (8...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.first != "0"
        else { return nil }
        self.digits = String(digits)
    }

    var text: String { "+\(digits)" }
}

extension TelephoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
