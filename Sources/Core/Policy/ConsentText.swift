import Crypto
import Primitives

/// The consent as one person reads it, complete after Law 94-V, art. 8(4).
package struct ConsentText: Hashable, Sendable, Codable {
    package let language: Language
    /// Number of the edition it was made from.
    package let edition: Int
    package let title: String
    /// In the order of art. 8(4).
    package let sections: [Section]

    /// One item of the consent.
    package struct Section: Hashable, Sendable, Codable {
        package let item: Item
        package let heading: String
        /// Paragraphs; a list has one line an element, which begins with ``ConsentText/mark``, or with
        /// ``ConsentText/innerMark`` in a list within an element.
        package let body: [String]
    }

    /// Begins an element of a list.
    package static let mark = "– "
    /// Begins an element of a list within an element.
    package static let innerMark = "    – "

    /// What art. 8(4) asks for, in its order.
    package enum Item: String, Sendable, CaseIterable, Codable {
        /// Operator's name and BIN or IIN (1).
        case operatorRecord = "operator"
        /// The person's name (2).
        case subject
        /// Term (3).
        case term
        /// Third parties (4).
        case thirdParties = "third_parties"
        /// Transfer across the border (5).
        case crossBorder = "cross_border"
        /// Publication (6).
        case publication
        /// List of data (7).
        case data
        /// Purposes (8).
        case purposes
        /// Rights, withdrawal and contacts (8).
        case rights
    }

    /// Title, headings and bodies, a line each, headings after an empty line; lines end in LF.
    package var plainText: String {
        var lines = [title]
        for section in sections {
            lines += ["", section.heading] + section.body
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// SHA-256 of ``plainText`` in UTF-8.
    package var hash: Bytes { Bytes(SHA256.hash(data: Bytes(plainText.utf8))) }

    /// The items that say nothing; a consent with one must not be asked for.
    package var emptyItems: [Item] {
        Item.allCases.filter { item in
            !sections.contains { $0.item == item && !$0.body.joined().allSatisfy(\.isWhitespace) }
        }
    }
}
