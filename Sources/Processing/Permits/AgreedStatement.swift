import Crypto
import Policy
import Primitives
import Storage

/// To what a legal representative agreed: which words, in which language, under which edition.
package struct AgreedStatement: Sendable, Hashable {
    package let edition: Int
    package let language: Language
    /// SHA-256 of the words that were shown.
    package let digest: Bytes

    package init(_ words: String, in language: Language, under edition: Int) {
        self.edition = edition
        self.language = language
        digest = Bytes(SHA256.hash(data: Bytes(words.utf8)))
    }

    /// What the entry of the consent tells of it.
    package var note: [String: String] {
        ["edition": "\(edition)", "language": language.rawValue, "text": digest.hex]
    }
}

extension AgreedStatement {
    /// From three columns of a row, which are empty together.
    init?(row: Row, from column: Int) throws(StorageError) {
        guard let digest = try row.bytesIfAny(column + 2) else { return nil }
        guard let language = Language(rawValue: try row.text(column + 1)) else {
            throw .unexpected("representation row")
        }
        (edition, self.language, self.digest) = (Int(try row.int(column)), language, digest)
    }
}
