import Markup
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
    let form: Form
    let token: FormToken

    var page: Page {
        Page(
            .threadTitle(row.number), for: .person, switchPath: SitePath.accountThread(row.number),
            tabs: accountTabs(.accountThreads)
        ) {
            errorSummary(form)
            backLink(.toThreads, to: .accountThreads)
            h1 { Phrase.threadTitle(row.number) }
            p(.class("marks")) { statusTag(row.state.title, row.state.tone) }
            conversation(
                messages.map {
                    let message = $0.message
                    return Said(
                        message.isByStaff
                            ? message.direction == .incoming ? .threadYouByOperator : .threadOperator : .threadYou,
                        by: message.way == .account ? nil : message.way.title, at: message.at, $0.words)
                })
            writing(to: SitePath.accountThread(row.number), form, token)
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
