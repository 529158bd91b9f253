import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// One thread: closed until it is opened for contact with the person, then with what answers it.
struct ThreadPage {
    let row: ThreadRow
    /// Nil while it is not opened.
    let open: OpenThread?
    let templates: [ReplyTemplate]
    /// Taken by whoever looks.
    let isMine: Bool
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officeToQueue, to: .officeThreads)
        h1 { Phrase.officeThreadTitle(row.reference) }
        p(.class("marks")) {
            statusTag(row.state.title, row.state == .waiting ? .accent : .neutral)
            if isMine { statusTag(.officeThreadMine, .accent) }
        }
        if !isMine {
            postForm(to: SitePath.takeThread(row.id), token: token) {
                actions { submitButton(.officeThreadTake, .secondary) }
            }
        }
        if let open {
            opened(open)
        } else {
            panel(.notice, .officeThreadOpen) {
                p { Phrase.officeThreadOpenLead }
                postForm(to: SitePath.openThread(row.id), token: token) { submitButton(.officeThreadOpen) }
            }
        }
        if row.state != .closed {
            postForm(to: SitePath.closeThread(row.id), token: token) {
                actions { submitButton(.officeThreadClose, .secondary) }
            }
        }
        p { textLink(.officeFindForThread, to: .findPerson.with("thread", row.id.description)) }
    }

    @HTMLBuilder private func opened(_ open: OpenThread) -> HTML {
        conversation(
            open.messages.map {
                let message = $0.message
                return Said(
                    message.direction.title.beginning, by: message.way == .account ? nil : message.way.title,
                    at: message.at, $0.words)
            })
        postForm(to: SitePath.answerThread(row.id), token: token) {
            input(.type(.hidden), .name(ThreadsController.viewing.text), .value(open.viewing.description))
            if !templates.isEmpty {
                selectField(
                    ThreadsController.template, .officeTemplate, in: form,
                    options: templates.map { Choice($0.id.description, .invariable($0.name)) }, isOptional: true)
                actions { submitButton(.officeTemplateUse, .secondary, to: SitePath.fillThread(row.id)) }
            }
            textArea(
                ThreadsController.words, .officeAnswerWords, hint: .officeAnswerHint, in: form, rows: 8,
                language: open.language)
            actions { submitButton(.officeAnswerVerb) }
        }
    }
}
