import Agreements
import Markup
import Policy
import Primitives
import Threads
import WebCore

/// A person's orders, the newest first.
struct OrdersPage {
    let orders: [OrderDesk.Standing]

    var page: Page {
        Page(.ordersTitle, for: .person, switchPath: .accountOrders, tabs: accountTabs(.accountOrders)) {
            h1 { Phrase.ordersTitle }
            if orders.isEmpty {
                emptyState(.ordersNone, .ordersNoneWhy)
            } else {
                dataTable(
                    .ordersTitle, [Column(.orderService), Column(.orderState), Column(.orderPlacedAt)],
                    hidesCaption: true,
                    rows: orders.map { one in
                        [
                            textLink(one.title, to: SitePath.accountOrder(one.row.reference.number)),
                            statusTag(one.row.state.title, one.row.state.tone),
                            .text(Phrase.moment(one.row.placedAt)),
                        ]
                    })
            }
            actions { linkButton(.toServices, to: .services, .secondary) }
        }
    }
}

/// Where a service is ordered: what it is, the text of its agreement, and one box.
struct OrderServicePage {
    let offered: OfferedService
    let policy: PolicyDocument
    let mayOrder: Bool
    let form: Form
    let token: FormToken

    var page: Page {
        let (card, name) = (offered.version.card, offered.version.service.rawValue)
        let title = Phrase.orderServiceTitle(card.title)
        return Page(
            title, for: .person, switchPath: SitePath.orderService(name), tabs: accountTabs(.accountOrders)
        ) {
            errorSummary(form)
            backLink(.toServices, to: .services)
            h1 { title }
            serviceContent(card, policy)
            if mayOrder {
                agreement(name)
            } else {
                panel(.notice, .orderNotIdentified) { p { Phrase.orderNotIdentifiedWhy } }
            }
        }
    }

    private func agreement(_ name: String) -> HTML {
        let edition = offered.agreement
        return group {
            section(.class("card"), .ariaLabelledBy("agreement")) {
                h2(.id("agreement")) { Phrase.serviceAgreement }
                p(.class("muted")) {
                    Phrase.serviceAgreementNumber(edition.number, .date(Day(of: edition.inForceSince, hoursEast: 5)))
                }
                markdown(edition.text)
            }
            p { Phrase.orderAgreementLead }
            postForm(to: SitePath.orderService(name), token: token) {
                for name in [OrdersController.order, OrdersController.hash, OrdersController.offer] {
                    input(.type(.hidden), .name(name.text), .value(form.text(name)))
                }
                checkbox(OrdersController.accepted, .acceptAgreement, in: form)
                actions { submitButton(.orderAccept) }
            }
        }
    }
}

/// An order with its way and what was accepted.
struct OwnOrderPage {
    let standing: OrderDesk.Standing
    let texts: OrderTexts
    let wasMade: Bool
    /// About this order.
    let threads: [ThreadRow]
    let form: Form
    let token: FormToken

    private var row: OrderRow { standing.row }

    var page: Page {
        Page(
            standing.title, for: .person, switchPath: SitePath.accountOrder(row.reference.number),
            tabs: accountTabs(.accountOrders)
        ) {
            errorSummary(form)
            backLink(.toOrders, to: .accountOrders)
            h1 { standing.title }
            if wasMade { panel(.success, .orderMade) { p { Phrase.orderMadeNext } } }
            p(.class("marks")) {
                strong(.class("number"), .noTranslation) { row.reference.description }
                " "
                statusTag(row.state.title, row.state.tone)
            }
            if let reason = texts.reason {
                panel(.danger, .orderReason) { p(.noTranslation) { reason.reveal() } }
            }
            h2 { Phrase.orderWay }
            orderTimeline(standing)
            acceptedAgreement(texts.acceptance.reveal())
            if row.state == .placed {
                postForm(to: SitePath.accountOrderWithdraw(row.reference.number), token: token) {
                    actions { submitButton(.orderWithdraw, .secondary) }
                }
            }
            h2 { Phrase.orderMessages }
            list
            postForm(to: SitePath.accountOrderMessage(row.reference.number), token: token) {
                textArea(ThreadsController.words, .threadWords, hint: .threadWordsHint, in: form)
                actions { submitButton(.sendMessage, .secondary) }
            }
        }
    }

    @HTMLBuilder private var list: HTML {
        if !threads.isEmpty {
            ul {
                for thread in threads {
                    li {
                        textLink(.threadTitle(thread.number), to: SitePath.accountThread(thread.number))
                        " "
                        span(.class("marks")) {
                            statusTag(thread.state.title, thread.state.tone)
                            if thread.isUnread { statusTag(.threadUnread, .due) }
                        }
                    }
                }
            }
        }
    }
}
