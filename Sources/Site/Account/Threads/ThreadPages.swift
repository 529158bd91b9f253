import Documents
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// A person's threads with the operator, and where a new one is begun.
struct ThreadsPage {
    let rows: [ThreadRow]
    let form: Form
    let token: FormToken

    var page: Page {
        Page(.threadsTitle, for: .person, switchPath: .accountThreads, tabs: accountTabs(.accountThreads)) {
            errorSummary(form)
            h1 { Phrase.threadsTitle }
            p(.class("lead")) { Phrase.threadsLead }
            list
            h2 { Phrase.newThread }
            writing(to: .accountThreads, form, token)
            p(.class("muted")) { Phrase.threadNoDocuments }
            p { textLink(.verbMessages, to: .accountMessages) }
        }
    }

    private var list: HTML {
        guard !rows.isEmpty else { return emptyState(.noThreads, .noThreadsWhy) }
        return dataTable(
            .threadsTitle, [Column(.threadColumn), Column(.threadState), Column(.threadLast)], hidesCaption: true,
            rows: rows.map { row in
                [
                    textLink(.threadTitle(row.number), to: SitePath.accountThread(row.number)),
                    span(.class("marks")) {
                        statusTag(row.state.title, row.state.tone)
                        if row.isUnread { statusTag(.threadUnread, .due) }
                    },
                    time(.datetime(row.lastAt.description)) { Phrase.moment(row.lastAt) },
                ]
            })
    }
}

/// One thread, with what is written in it.
struct ThreadPage {
    let row: ThreadRow
    let messages: [OpenMessage]
    let files: [DocumentRow]
    /// Of the person's documents; nil when no file has pages.
    let viewing: ViewingID?
    /// What may be sent; nil where the policy has no files in messages.
    let limits: UploadLimits?
    let form: Form
    let token: FormToken

    var page: Page {
        Page(
            .threadTitle(row.number), for: .person, switchPath: SitePath.accountThread(row.number),
            scripts: ["upload.js"], styles: ["documents.css"], tabs: accountTabs(.accountThreads)
        ) {
            errorSummary(form)
            backLink(.toThreads, to: .accountThreads)
            h1 { Phrase.threadTitle(row.number) }
            p(.class("marks")) { statusTag(row.state.title, row.state.tone) }
            if let order = row.order { p { textLink(.threadAboutOrder(order), to: SitePath.accountOrder(order)) } }
            conversation(said)
            writing(to: SitePath.accountThread(row.number), form, token)
            if let limits, row.takesFiles { sending(limits) }
        }
    }
}

extension ThreadPage {
    private var said: [Said] {
        messages.map {
            let message = $0.message
            return Said(
                message.isByStaff
                    ? message.direction == .incoming ? .threadYouByOperator : .threadOperator : .threadYou,
                by: message.way == .account ? nil : message.way.title, at: message.at, $0.words)
        }
            + files.map {
                Said(
                    $0.isByStaff ? .threadFileOperator : .threadFileYou, by: $0.sender.way, at: $0.createdAt,
                    file: file($0))
            }
    }

    private func file(_ file: DocumentRow) -> HTML {
        let name = file.pages > 0 ? Phrase.pageCount(file.pages) : .fileWord
        let size = Phrase.size(file.length ?? 0)
        return receivedFile(name, size: size, thumbnail: image(of: file, 1, "thumbnail")?.address) {
            if file.state == .received { beingRead(SitePath.accountThread(row.number)) }
            if let refusal = file.refusal {
                p { statusTag(.documentState(file.state), .refused) }
                p { Phrase.file(refusal) }
            }
            if let viewing, file.pages > 0 {
                ul(.class("plain", "row")) {
                    for number in 1..<(file.pages + 1) {
                        if let image = image(of: file, number, "image") {
                            li { textLink(.pageNumber(number), to: image) }
                        }
                    }
                }
                if file.isByStaff { p { textLink(.threadFileTake, to: SitePath.accountFile(viewing, file.id)) } }
            }
        }
    }

    private func image(of file: DocumentRow, _ number: Int, _ size: String) -> SitePath? {
        guard let viewing, file.pages > 0 else { return nil }
        return SitePath.accountPage(viewing, file.id, number, size)
    }

    private func sending(_ limits: UploadLimits) -> HTML {
        section(.class("card"), .id("thread-files"), .ariaLabelledBy("thread-files-title"), .tabindex(-1)) {
            h2(.id("thread-files-title")) { Phrase.threadFilesTitle }
            p { Phrase.threadFilesLead }
            p(.class("muted"), .id("thread-files-limits")) {
                Phrase.uploadLimits(limits.photoBytes, limits.pdfBytes, limits.pdfPages, limits.files)
            }
            sendingSlot("thread-files", signIn: .signIn)
            uploadFrame(.attachment, in: "thread-files", thread: row.number) {
                uploadForm(to: SitePath.accountThreadFiles(row.number), token: token) {
                    fileChoices(
                        FileForms.file, in: form, accept: acceptedFiles, isMultiple: true,
                        limits: "thread-files-limits")
                    div(.class("actions", "plain-send")) { submitButton(.sendFile, .secondary) }
                }
            }
        }
    }
}

private func writing(to path: SitePath, _ form: Form, _ token: FormToken) -> HTML {
    postForm(to: path, token: token) {
        textArea(ThreadsController.words, .threadWords, hint: .threadWordsHint, in: form)
        actions { submitButton(.sendMessage) }
    }
}

extension ThreadRow.State {
    var tone: Tone {
        switch self {
        case .waiting: .accent
        case .answered: .good
        case .closed, .unconfirmed: .neutral
        }
    }
}
