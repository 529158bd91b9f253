import Primitives

/// Why there are no page images of a document.
package enum ImagingRefusal: Refusal, Hashable {
    /// It is not of an accepted type, by its content.
    case refused(Reason)
    /// More octets, pixels or pages than the limits allow.
    case tooLarge, tooManyPixels, tooManyPages
    /// Its reading needs a password.
    case encrypted
    /// It is cut short or does not keep to its own format.
    case damaged
    /// Its decoding took longer, or asked for more memory, than the limits allow.
    case timeLimit, memoryLimit
    /// The process ended in another way than its own.
    case crashed
    /// No process could be started; nothing was read.
    case unavailable
    /// The system refused it a part of its jail, so that it read nothing.
    case unguarded

    /// What a refused document is; the names are those that the worker writes.
    package enum Reason: String, Sendable, CaseIterable {
        case empty, unknownType, archive, vectorImage, webPage, officeDocument, executable, film, otherImage
        /// It would be taken for two types.
        case polyglot
    }

    package var kind: RefusalKind {
        switch self {
        case .refused, .encrypted, .damaged, .timeLimit, .memoryLimit: .invalid
        case .tooLarge, .tooManyPixels, .tooManyPages: .tooLarge
        case .crashed, .unavailable, .unguarded: .unavailable
        }
    }

    /// Reads the worker's own word.
    init(worker reason: String) {
        self =
            switch reason {
            case "tooLarge": .tooLarge
            case "tooManyPixels": .tooManyPixels
            case "tooManyPages": .tooManyPages
            case "encrypted": .encrypted
            case "damaged": .damaged
            case "memory": .memoryLimit
            default: Reason(rawValue: reason).map(Self.refused) ?? .crashed
            }
    }
}
