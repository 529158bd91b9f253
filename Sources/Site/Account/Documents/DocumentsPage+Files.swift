import Documents
import Markup
import Policy
import Primitives
import WebCore

extension DocumentsPage {
    /// A file with its picture, what can be said of it, and what can be done with it.
    func received(_ row: DocumentRow) -> HTML {
        let thumbnail = viewing.flatMap { viewing in
            row.pages > 0 ? SitePath.accountPage(viewing, row.id, 1, "thumbnail").address : nil
        }
        return receivedFile(name(of: row), size: .size(row.length ?? 0), thumbnail: thumbnail) {
            // That all is well the card says already.
            if row.state == .received {
                beingRead(.documentsStep)
            } else if row.state != .ready {
                p { statusTag(.documentState(row.state), tone(of: row.state)) }
            }
            if let refusal = row.refusal { p { Phrase.file(refusal) } }
            if let review = row.review, let reason = policy.reason(review) {
                p { Phrase.reviewerAsks(reason.title) }
            }
            for hint in row.hints where hint.code.concernsPicture {
                p(.class("file-hint")) {
                    icon(.warning)
                    Phrase.hint(hint, of: row.pages)
                }
            }
            if row.state == .ready, row.hints.contains(where: \.code.concernsPicture) {
                p(.class("muted", "small")) { Phrase.hintsAreAdvice }
            }
            if isOpen(row) { mending(row) }
        }
    }

    private func mending(_ row: DocumentRow) -> HTML {
        div(.class("file-actions")) {
            if let kind = kind(row.kind) {
                details(.class("manage")) {
                    summary {
                        Phrase.replace
                        span(.class("visually-hidden")) {
                            ": "
                            name(of: row)
                        }
                    }
                    fileForm(kind, replacing: row.id)
                }
            }
            postForm(to: .documentRemove, token: token) {
                input(.type(.hidden), .name(FieldName.document.text), .value(row.id.description))
                button(.type(.submit), .class("link-button")) {
                    Phrase.delete
                    span(.class("visually-hidden")) {
                        ": "
                        name(of: row)
                    }
                }
            }
        }
    }

    /// Files have no names here: the one that the person gave them is not kept.
    private func name(of row: DocumentRow) -> Phrase {
        let same = rows.filter { $0.kind == row.kind && $0.state != .receiving && $0.state != .replaced }
        let number = (same.firstIndex { $0.id == row.id } ?? 0) + 1
        let name = Phrase.fileNumber(number)
        return row.pages > 1 ? name.followed(by: ", ", .pageCount(row.pages)) : name
    }

    private func tone(of state: DocumentRow.State) -> Tone {
        switch state {
        case .ready, .approved: .good
        case .refused: .refused
        case .askedAgain: .due
        case .receiving, .received, .replaced, .destroyed: .neutral
        }
    }

    /// The state of a kind as a whole.
    func state(of kind: DocumentKind, _ files: [DocumentRow]) -> (label: Phrase, tone: Tone) {
        if files.contains(where: { $0.state == .askedAgain }) { return (.documentState(.askedAgain), .due) }
        if files.contains(where: { $0.state == .received }) { return (.documentState(.received), .neutral) }
        if files.contains(where: \.state.counts) { return (.documentState(.ready), .good) }
        return kind.compulsory ? (.stillNeeded, .due) : (.notSent, .neutral)
    }
}

/// The machine is at it: the page shows itself anew when it is done, or is asked to.
func beingRead(_ page: SitePath) -> HTML {
    div(.class("reading"), .role("status"), .data("data-poll", "state")) {
        progress(.ariaLabel(.beingReadTitle)) { .empty }
        p {
            strong { Phrase.beingReadTitle }
            ". "
            Phrase.beingReadLead
        }
        p(.class("without-script")) { textLink(.refresh, to: page) }
    }
}
