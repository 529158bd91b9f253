import Primitives

/// Why something cannot be done with a thread, a template or a search.
package enum ThreadsRefusal: Refusal, Hashable {
    /// There is no such thread, no registration of that number, or no such template.
    case noThread, noCase, noTemplate
    /// Nothing is written.
    case noWords
    /// What is written is too long.
    case longWords
    /// So many threads of the person are open already, or so much is written in this one.
    case tooMany
    /// A template has no name, or no text in one of the languages.
    case incompleteTemplate
    /// There are so many templates already.
    case tooManyTemplates
    /// What is looked for is neither the number of a registration nor an address.
    case notSearchable
    /// A search without a purpose of the role, or without a reason.
    case noPurpose, noReason
    /// A question with an address that is none, without the consent to be answered, or with that of another edition.
    case notAnAddress, notAgreed, otherEdition
    /// Whoever is to be answered left no address.
    case noAddress
    /// What was sent is no letter, has parts within parts beyond what is looked at, or cannot be read with what may be spent.
    case noLetter, nestedLetter, costlyLetter
    /// A letter with more octets or more words than are taken, or without one sender.
    case largeLetter, longLetter, noSender
    /// A letter was taken meanwhile.
    case letterThere
    /// Letters cannot be read now; nothing was read.
    case lettersUnread

    package var kind: RefusalKind {
        switch self {
        case .noThread, .noCase, .noTemplate: .notFound
        case .tooMany, .tooManyTemplates: .tooMany
        case .otherEdition, .letterThere, .noAddress: .conflict
        case .largeLetter: .tooLarge
        case .lettersUnread: .unavailable
        case .noWords, .longWords, .incompleteTemplate, .notSearchable, .noPurpose, .noReason,
            .notAnAddress, .notAgreed, .noLetter, .nestedLetter, .costlyLetter, .longLetter, .noSender:
            .invalid
        }
    }
}
