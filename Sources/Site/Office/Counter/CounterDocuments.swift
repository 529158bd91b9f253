import Documents
import Markup
import Policy
import Primitives
import Registration
import WebCore

/// The last page of the counter: the originals that were seen, files, and sending.
struct CounterDocuments {
    let entry: CounterRow
    /// The registration takes documents, and can be sent.
    let isOpen: Bool
    /// In place of the kinds that are asked for: the paper, of which a picture has to come first.
    let paper: DocumentKind?
    /// How somebody who has signed on paper comes to sign in on the site; nil for others.
    let reach: CounterReach?
    /// An address is confirmed, so that the person can sign in.
    let isReached: Bool
    let kinds: [DocumentKind]
    let titles: [DocumentKindID: Phrase]
    let originals: [SeenOriginal]
    let files: [DocumentRow]
    let form: Form
    let token: FormToken

    var content: HTML {
        group {
            errorSummary(form)
            h1 { Phrase.counterCase(entry.number) }
            if let paper {
                p(.class("lead")) { Phrase.counterPaperWaits }
                if files.contains(where: { $0.kind == paper.id && $0.refusal != nil }) {
                    p(.class("error")) { Phrase.counterPaperMissing }
                }
                upload(paper, isOpen: true)
            } else {
                documents
            }
        }
    }

    private var documents: HTML {
        group {
            if isOpen {
                p(.class("lead")) { entry.way == .paper ? Phrase.counterPaperLeft : .counterDocumentsLead }
            } else {
                panel(.success, .counterSent) { p { isReached ? Phrase.counterSentLead : .counterSentUnreached } }
            }
            if !originals.isEmpty || !files.isEmpty { received }
            if isOpen {
                original
                for kind in kinds { upload(kind) }
                if let reach { reach.content }
                postForm(to: SitePath.counterSend(entry.id), token: token) {
                    p { Phrase.counterSendLead }
                    actions { submitButton(.counterSend) }
                }
            }
        }
    }

    private func title(_ id: DocumentKindID) -> Phrase {
        titles[id] ?? .invariable(id.rawValue)
    }

    private var received: HTML {
        section(.class("card"), .ariaLabelledBy("counter-received")) {
            h2(.id("counter-received")) { Phrase.counterReceived }
            ul {
                for one in originals {
                    li { Phrase.originalSeen(title(one.kind), on: .date(one.seenOn)) }
                }
                for file in files { li { title(file.kind) } }
            }
        }
    }

    private var original: HTML {
        section(.class("card"), .ariaLabelledBy("counter-original")) {
            h2(.id("counter-original")) { Phrase.counterOriginal }
            p(.class("muted")) { Phrase.counterOriginalLead }
            postForm(to: SitePath.counterOriginal(entry.id), token: token) {
                selectField(
                    CounterDocumentsController.kind, .counterKind, in: form,
                    options: kinds.filter(\.compulsory).map { Choice($0.id.rawValue, $0.title) })
                textField(
                    CounterDocumentsController.digits, .counterDigits, in: form,
                    FieldTraits(width: .short, spellcheck: false))
                textField(CounterDocumentsController.day, .counterDay, in: form, FieldTraits(.date, width: .half))
                actions { submitButton(.counterSee, .secondary) }
            }
        }
    }

    private func upload(_ kind: DocumentKind, isOpen: Bool = false) -> HTML {
        let name = FieldName("\(CounterDocumentsController.file.text)-\(kind.id)")
        let error = form.error(of: name)
        return details(.class("folded"), Attribute.open.when(isOpen || error != nil)) {
            summary { Phrase.counterFile(kind.title) }
            div(.class("folded-content")) {
                uploadForm(to: SitePath.counterFile(entry.id, kind.id.rawValue), token: token) {
                    div(error == nil ? .class("field") : .class("field", "wrong")) {
                        label(.for(name.controlID)) { kind.title }
                        if let error { fieldError(name, error) }
                        input(
                            .id(name.controlID), .name(name.text), .type(.file),
                            .accept("image/*,application/pdf,.heic,.heif"))
                    }
                    actions { submitButton(.sendFile, .secondary) }
                }
            }
        }
    }
}
