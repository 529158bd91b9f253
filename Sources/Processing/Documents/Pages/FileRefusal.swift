/// Why a file cannot be taken, in words that lead to advice for the person; a closed list.
package enum FileRefusal: String, Sendable, CaseIterable, Codable {
    /// No octets at all.
    case empty
    /// More octets than one picture or PDF may have.
    case tooLarge
    /// A type that nobody knows.
    case unknownType
    /// A known type of picture that this kind of document is not accepted in.
    case notAccepted
    case archive
    /// SVG and the like.
    case vectorImage
    case webPage
    case officeDocument
    case executable
    case film
    /// GIF, BMP, AVIF and other pictures that are never accepted.
    case otherImage
    /// A PDF that asks for a password.
    case encrypted
    /// Two types of file in one.
    case polyglot
    /// Cut off, or not what its beginning says.
    case damaged
    case tooManyPixels
    case tooManyPages
    /// It takes more memory or time than one document may.
    case tooCostly
    /// Three tries to make pages of it have failed.
    case unreadable
}
