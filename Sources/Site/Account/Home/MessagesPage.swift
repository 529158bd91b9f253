import Markup
import Messages
import Primitives
import WebCore

/// What was sent to a person: the templates show that there is no place for personal data in them.
struct MessagesPage {
    let messages: [MessageRow]

    var page: Page {
        Page(.messagesTitle, for: .person, switchPath: .accountMessages, tabs: accountTabs(.accountThreads)) {
            backLink(.toThreads, to: .accountThreads)
            h1 { Phrase.messagesTitle }
            p(.class("lead")) { Phrase.messagesLead }
            if messages.isEmpty {
                emptyState(.noMessages, .noMessagesLead)
            } else {
                dataTable(
                    .messagesTitle, [Column(.messageWhat), Column(.historyWhen), Column(.messageHow)],
                    hidesCaption: true, rows: messages.map { row($0) })
            }
            folded(.messageTexts) {
                dl(.class("flow")) {
                    for template in shownTemplates {
                        div {
                            dt { strong { template.subject } }
                            if wasSent(template, by: .email) { dd { template.text } }
                            if wasSent(template, by: .sms) { dd { template.short } }
                        }
                    }
                }
            }
        }
    }

    /// That an address is taken is told to its holder alone: here it looks like the code that was asked for.
    private func shown(_ message: MessageRow) -> MessageTemplate {
        message.template == .alreadyRegistered ? .code : message.template
    }

    private var shownTemplates: [MessageTemplate] {
        MessageTemplate.allCases.filter { template in messages.contains { shown($0) == template } }
    }

    private func wasSent(_ template: MessageTemplate, by channel: MessageChannel) -> Bool {
        messages.contains { shown($0) == template && $0.channel == channel }
    }

    private func row(_ message: MessageRow) -> [HTML] {
        [
            .text(shown(message).subject),
            time(.datetime(message.createdAt.description)) { Phrase.moment(message.sentAt ?? message.createdAt) },
            group {
                message.channel == .email ? Phrase.email : .telephone
                ", "
                switch message.state {
                case .queued: Phrase.messageQueued
                case .sent: Phrase.messageSent
                case .unsent: Phrase.messageUnsent
                case .failed, .dropped: Phrase.messageFailed
                }
            },
        ]
    }
}
