import Documents
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
    /// The pseudonyms of those to whom it can be given.
    let colleagues: [String]
    /// The pseudonym of whoever has it.
    let holder: String?
    /// Taken by whoever looks.
    let isMine: Bool
    let form: Form
    let officer: Officer
    let now: Instant
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officeToQueue, to: .officeThreads)
        h1 { Phrase.officeThreadTitle(row.reference) }
        p(.class("marks")) {
            statusTag(row.state.title, row.state == .waiting ? .accent : .neutral)
            if isMine {
                statusTag(.officeThreadMine, .accent)
            } else if let holder {
                span(.class("muted")) { Phrase.officeThreadHolder(shortPseudonym(holder)) }
            }
        }
        if let order = row.order {
            p {
                textLink(.officeOrderTitle("\(row.caseID)/\(order)"), to: SitePath.officeOrder(row.caseID, order))
            }
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
        if row.state != .closed, !others.isEmpty {
            postForm(to: SitePath.giveThread(row.id), token: token) {
                selectField(
                    ThreadsController.colleague, .officeThreadColleague, in: form,
                    options: others.map { Choice($0, .officeWho(shortPseudonym($0))) })
                actions { submitButton(.officeThreadGive, .secondary) }
            }
        }
        if row.state != .closed {
            postForm(to: SitePath.closeThread(row.id), token: token) {
                actions { submitButton(.officeThreadClose, .secondary) }
            }
        }
        p { textLink(.officeFindForThread, to: .findPerson.with("thread", row.id.description)) }
    }

    /// To whom it can be given who has it not.
    private var others: [String] { colleagues.filter { $0 != holder } }

    @HTMLBuilder private func opened(_ open: OpenThread) -> HTML {
        conversation(
            open.messages.map {
                let message = $0.message
                return Said(
                    message.direction.title.beginning, by: message.way == .account ? nil : message.way.title,
                    at: message.at, $0.words)
            }
                + open.files.filter { $0.file.state != .receiving }.map { file, pages in
                    Said(
                        file.isByStaff ? .officeFileFromUs : .officeFileFromPerson, by: file.sender.way,
                        at: file.createdAt,
                        file: content(of: file, pages, in: open.viewing))
                })
        if open.isAnswerable {
            answerForm(open)
        } else {
            panel(.notice, .officeThreadNoAddress) { p { Phrase.officeThreadNoAddressLead } }
        }
        if open.takesFiles {
            h2 { Phrase.officeFileSend }
            uploadForm(to: SitePath.threadFile(row.id), token: token) {
                fileField(
                    ThreadFilesController.file, .fileWord, hint: .officeFileLead, in: form,
                    accept: "image/jpeg,image/png,image/webp,image/heic,image/tiff,application/pdf")
                actions { submitButton(.officeFileSend, .secondary) }
            }
        }
    }

    private func answerForm(_ open: OpenThread) -> HTML {
        postForm(to: SitePath.answerThread(row.id), token: token) {
            input(.type(.hidden), .name(ThreadsController.viewing.text), .value(open.viewing.description))
            if !templates.isEmpty {
                selectField(
                    ThreadsController.template, .officeTemplate, in: form,
                    options: templates.map { Choice($0.id.description, .invariable($0.name)) }, isOptional: true)
                actions { submitButton(.officeTemplateUse, .secondary, to: SitePath.fillThread(row.id)) }
            }
            textArea(
                ThreadsController.words, .officeAnswerWords,
                hint: row.purpose == .contact ? .officeAnswerHint : .officeAnswerByLinkHint, in: form, rows: 8,
                language: open.language)
            actions { submitButton(.officeAnswerVerb) }
        }
    }

    @HTMLBuilder private func content(
        of file: DocumentRow, _ pages: [PageRow], in viewing: ViewingID
    ) -> HTML {
        p(.class("muted", "small")) { Phrase.size(file.length ?? 0) }
        if file.state == .refused { p { Phrase.officeFileRefused } }
        if file.state == .received { p { Phrase.officeFileBeingRead } }
        div(.class("sheets", "no-print")) {
            for page in pages {
                figure(.class("sheet"), .tabindex(0)) {
                    leaf(
                        SitePath.threadFilePage(row.id, viewing, file.id, page.number, "image"), width: page.width,
                        height: page.height, .officePage(page.number, of: pages.count), for: officer, at: now)
                    figcaption(.class("muted", "small")) { Phrase.officePage(page.number, of: pages.count) }
                }
            }
        }
    }
}
