import Documents
import Imaging
import Primitives
import Threads

extension LetterDesk {
    /// Reads letters in the process that opens strangers' files.
    static func worker(_ worker: ImagingWorker, threads: ThreadDesk, intake: DocumentIntake) -> LetterDesk {
        LetterDesk(threads: threads, intake: intake) { octets in
            do {
                let read = try await worker.letter(octets)
                // Nobody reads so much, and its words are taken apart here.
                guard read.texts.allSatisfy({ $0.words.reveal().utf8.count <= 1 << 20 }) else {
                    throw ThreadsRefusal.longLetter
                }
                return Letter(read)
            } catch let refusal as LetterRefusal {
                throw ThreadsRefusal(refusal)
            }
        }
    }
}

extension Letter {
    fileprivate init(_ read: ReadLetter) {
        let text = read.texts.map { $0.isHTML ? Self.text(ofHTML: $0.words.reveal()) : $0.words.reveal() }
        self.init(
            identifier: read.identifier, sender: read.sender, subject: read.subject,
            text: PersonalData(text.joined(separator: "\n\n")),
            attachments: read.attachments.map { Attachment(type: $0.type, content: $0.content) })
    }
}

extension ThreadsRefusal {
    fileprivate init(_ refusal: LetterRefusal) {
        self =
            switch refusal {
            case .noLetter: .noLetter
            case .tooNested: .nestedLetter
            case .tooLarge: .largeLetter
            case .tooCostly: .costlyLetter
            case .unavailable: .lettersUnread
            }
    }
}
