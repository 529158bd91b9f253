import Documents
import Primitives
import WebCore

/// Where a person sends a file.
enum FilePlace: Sendable {
    case registration, thread, request
}

extension Phrase {
    /// Why a file or an upload is not taken, and what to do.
    ///
    /// - Parameter place: where it was to be sent.
    static func intake(_ refusal: IntakeRefusal, in place: FilePlace = .registration) -> Phrase {
        switch refusal {
        case .closed where place == .thread: .threadTakesNoFiles
        case .closed where place == .request: .requestTakesNoFiles
        case .notFound, .otherContent, .longerThanAnnounced: .sendFromBeginning
        case .closed: .documentsClosed
        case .notAsked: .documentNotAsked
        case .tooManyFiles(let most): .tooManyFiles(most)
        case .tooMuch(let most): .tooMuchAltogether(.size(most))
        case .file(.tooLarge, let most): most.map { .fileTooLargeFor(.size($0)) } ?? .fileTooLarge
        case .file(let reason, _): file(reason)
        case .offset, .busy, .incomplete: .sendAgain
        }
    }

    static func file(_ refusal: FileRefusal) -> Phrase {
        switch refusal {
        case .empty: .fileEmpty
        case .tooLarge: .fileTooLarge
        case .unknownType, .vectorImage, .webPage, .executable, .film, .otherImage, .notAccepted: .fileTypeNotTaken
        case .archive: .fileIsArchive
        case .officeDocument: .fileIsOffice
        case .encrypted: .fileEncrypted
        case .polyglot, .damaged, .unreadable: .fileDamaged
        case .tooManyPixels: .fileTooManyPixels
        case .tooManyPages: .fileTooManyPages
        case .tooCostly: .fileTooCostly
        }
    }

    /// Something the machine noticed about a page, which is named where there are several.
    static func hint(_ hint: PageHint, of pages: Int) -> Phrase {
        let words = hintWords(hint.code)
        guard pages > 1, let page = hint.page else { return words }
        return words.followed(by: " · ", .pageNumber(page))
    }

    private static func hintWords(_ code: PageHint.Code) -> Phrase {
        switch code {
        case .tooDark: .hintTooDark
        case .tooPale: .hintTooPale
        case .blank: .hintBlank
        case .blurred: .hintBlurred
        case .glare: .hintGlare
        case .cutEdge: .hintCutEdge
        case .tooSmall: .hintTooSmall
        case .trailingData, .activeContent, .signed, .metadata: .hintCleaned
        }
    }

    static func documentState(_ state: DocumentRow.State) -> Phrase {
        switch state {
        case .receiving: .stateReceiving
        case .received: .stateBeingRead
        case .ready: .stateReady
        case .refused: .stateFileRefused
        case .replaced: .stateReplaced
        case .approved: .stateApproved
        case .askedAgain: .stateAskedAgain
        case .destroyed: .stateDestroyed
        }
    }
}
