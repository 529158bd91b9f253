import Agreements
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// What waits for staff, the oldest first; numbers and times, no names.
func ordersQueue(_ orders: [OrderDesk.Standing]) -> HTML {
    group {
        h1 { Phrase.officeOrdersTitle }
        if orders.isEmpty {
            emptyState(.officeOrdersNone, .officeOrdersNoneWhy)
        } else {
            dataTable(
                .officeOrdersTitle,
                [
                    Column(.officeOrdersTitle), Column(.orderService), Column(.orderState), Column(.orderPlacedAt),
                    Column(.orderPaid),
                ], hidesCaption: true,
                rows: orders.map { one in
                    let row = one.row
                    return [
                        a(
                            .class("nowrap"), .href(SitePath.officeOrder(row.reference.caseID, row.reference.number))
                        ) { row.reference.description },
                        .text(one.title), statusTag(row.state.title, row.state.tone),
                        .text(Phrase.moment(row.placedAt)),
                        .text(row.paidAt.map { Phrase.moment($0) } ?? .orderNotPaid),
                    ]
                })
        }
    }
}

/// One order: masked until it is opened for its purpose, then with what leads it on.
struct OrderPage {
    let standing: OrderDesk.Standing
    /// Nil while it is not opened.
    let open: OpenOrder?
    /// About this order.
    let threads: [ThreadRow]
    let form: Form
    let token: FormToken

    private var row: OrderRow { standing.row }
    private var place: (String, Int) { (row.reference.caseID, row.reference.number) }

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officeToQueue, to: .officeOrders)
        h1 { Phrase.officeOrderTitle(row.reference.description) }
        p(.class("marks")) { statusTag(row.state.title, row.state.tone) }
        summaryList([
            SummaryRow(.orderService, .text(standing.title)), SummaryRow(.officePerson, name),
            SummaryRow(.orderPaid, .text(row.paidAt.map { Phrase.moment($0) } ?? .orderNotPaid)),
        ])
        h2 { Phrase.orderWay }
        orderTimeline(standing)
        if row.state.isOpen { steps }
        if let open {
            opened(open)
        } else {
            panel(.notice, .officeOrderOpen) {
                p { Phrase.officeOrderOpenLead }
                postForm(to: SitePath.openOrder(place.0, place.1), token: token) { submitButton(.officeOrderOpen) }
            }
        }
        h2 { Phrase.orderMessages }
        messages
    }

    @HTMLBuilder private var messages: HTML {
        if !threads.isEmpty {
            ul {
                for thread in threads {
                    li {
                        textLink(.officeThreadTitle(thread.reference), to: SitePath.officeThread(thread.id))
                        " "
                        statusTag(thread.state.title, thread.state == .waiting ? .accent : .neutral)
                    }
                }
            }
        }
        folded(.officeOrderWrite, isOpen: form.error(of: ThreadsController.words) != nil) {
            postForm(to: SitePath.orderMessage(place.0, place.1), token: token) {
                textArea(ThreadsController.words, .officeOrderWords, hint: .officeAnswerHint, in: form)
                actions { submitButton(.sendMessage, .secondary) }
            }
        }
    }

    private var name: HTML {
        let names = Registrant.person.nameFields + Registrant.organisation.nameFields
        let parts = names.compactMap { open?.record[$0]?.reveal() }
        return span(.class(open == nil ? "masked" : "name"), .noTranslation) {
            open == nil ? "••• •••" : parts.joined(separator: " ")
        }
    }

    @HTMLBuilder private var steps: HTML {
        if let next = row.state.next, let label {
            postForm(to: SitePath.advanceOrder(place.0, place.1), token: token) {
                actions { submitButton(label, name: OrdersController.state, value: next.rawValue) }
            }
        }
        if row.paidAt == nil {
            postForm(to: SitePath.payOrder(place.0, place.1), token: token) {
                actions { submitButton(.officeOrderPaid, .secondary) }
            }
        }
        folded(.officeOrderEnd) {
            p { Phrase.officeOrderEndMeans }
            postForm(to: SitePath.endOrder(place.0, place.1), token: token) {
                actions { submitButton(.officeOrderEnd, .danger) }
            }
        }
    }

    private var label: Phrase? {
        switch row.state.next {
        case .accepted: .officeOrderToAccepted
        case .inWork: .officeOrderToWork
        case .done: .officeOrderToDone
        default: nil
        }
    }

    @HTMLBuilder private func opened(_ open: OpenOrder) -> HTML {
        acceptedAgreement(open.texts.acceptance.reveal())
        if let reason = open.texts.reason {
            section(.class("card")) {
                h2 { Phrase.orderReason }
                p(.noTranslation) { reason.reveal() }
            }
        }
        if row.state == .placed {
            folded(.officeOrderRefuse, isOpen: form.error(of: OrdersController.reason) != nil) {
                postForm(to: SitePath.refuseOrder(place.0, place.1), token: token) {
                    input(
                        .type(.hidden), .name(OrdersController.viewing.text), .value(open.viewing.description))
                    textArea(OrdersController.reason, .orderReason, in: form)
                    actions { submitButton(.officeOrderRefuse, .danger) }
                }
            }
        }
    }
}
