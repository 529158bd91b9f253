import Agreements
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// The orders of services: a queue without personal data, opened with a purpose, worked step by step.
struct OrdersController: Sendable {
    let desk: OfficeDesk

    static let state: FieldName = "state"
    static let reason: FieldName = "reason"
    static let viewing: FieldName = "viewing"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeOrders, use: list).get(SitePath.officeOrder, use: show)
            .post(SitePath.openOrder, use: open).post(SitePath.advanceOrder, use: advance)
            .post(SitePath.payOrder, use: pay).post(SitePath.refuseOrder, use: refuse)
            .post(SitePath.endOrder, use: end).post(SitePath.orderMessage, use: message)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let content = ordersQueue(try await desk.orders.queue())
        return context.respond(
            officePage(.officeOrdersTitle, officer, at: .officeOrders, switchPath: .officeOrders, in: context) {
                content
            })
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let (caseID, number) = try SitePath.officeOrder.values(in: context)
        let standing = try await desk.orders.standing(OrderReference(caseID, number))
        return try await page(standing, nil, Form(), officer, context)
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let (caseID, number) = try SitePath.openOrder.values(in: context)
        return try await opened(OrderReference(caseID, number), Form(), officer, context)
    }

    /// Shows an open order, while its viewing lasts without a new act.
    private func opened(
        _ reference: OrderReference, _ form: Form, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        let open = try await desk.orders.open(
            reference, by: officer.actor(.support), viewing: ViewingID(context.form.text(Self.viewing)))
        return try await page(open.standing, open, form, officer, context)
    }

    private func page(
        _ standing: OrderDesk.Standing, _ open: OpenOrder?, _ form: Form, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        let reference = standing.row.reference
        let threads = try await desk.threads.threads(about: reference.number, of: standing.row.subject)
        let page = OrderPage(
            standing: standing, open: open, threads: threads, form: form, token: context.formToken)
        return context.respond(
            officePage(
                .officeOrderTitle(reference.description), officer, at: .officeOrders, isNarrow: true,
                switchPath: SitePath.officeOrder(reference.caseID, reference.number), in: context
            ) { page.content },
            status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func advance(_ request: Request, _ context: WebContext) async throws -> Response {
        try await act(SitePath.advanceOrder, context) { reference, actor in
            guard let state = OrderRow.State(rawValue: context.form.text(Self.state)) else {
                throw PageRefusal(.invalid)
            }
            try await desk.orders.advance(reference, to: state, by: actor)
        }
    }

    private func pay(_ request: Request, _ context: WebContext) async throws -> Response {
        try await act(SitePath.payOrder, context) { try await desk.orders.markPaid($0, by: $1) }
    }

    private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        try await act(SitePath.endOrder, context) { try await desk.orders.end($0, by: $1) }
    }

    private func act(
        _ route: SiteRoute<String, Int>, _ context: WebContext,
        _ act: (OrderReference, Actor) async throws -> Void
    ) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let (caseID, number) = try route.values(in: context)
        do {
            try await act(OrderReference(caseID, number), officer.actor(.support))
        } catch OrderRefusal.notNow {
            throw PageRefusal(.conflict, .officeOrderNotNow)
        } catch OrderRefusal.paidAlready {
            // So it is already.
        }
        return context.redirect(to: SitePath.officeOrder(caseID, number))
    }

    private func refuse(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let (caseID, number) = try SitePath.refuseOrder.values(in: context)
        var form = context.form
        do {
            try await desk.orders.refuse(
                OrderReference(caseID, number), reason: form.trimmed(Self.reason), by: officer.actor(.support))
            return context.redirect(to: SitePath.officeOrder(caseID, number))
        } catch OrderRefusal.noReason {
            form.refuse(Self.reason, .officeOrderReasonMissing)
        } catch OrderRefusal.longReason {
            form.refuse(Self.reason, .officeOrderReasonLong)
        } catch OrderRefusal.notNow {
            throw PageRefusal(.conflict, .officeOrderNotNow)
        }
        return try await opened(OrderReference(caseID, number), form, officer, context)
    }

    private func message(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let (caseID, number) = try SitePath.orderMessage.values(in: context)
        let standing = try await desk.orders.standing(OrderReference(caseID, number))
        var form = context.form
        do {
            let thread = try await desk.threads.write(
                form.trimmed(ThreadsController.words), about: number, of: standing.row.subject,
                by: officer.actor(.support))
            return context.redirect(to: SitePath.officeThread(thread))
        } catch ThreadsRefusal.noWords {
            form.refuse(ThreadsController.words, .officeAnswerMissing)
        } catch ThreadsRefusal.longWords {
            form.refuse(ThreadsController.words, .requestLongWords)
        } catch ThreadsRefusal.tooMany {
            form.refuse(ThreadsController.words, .threadTooMany)
        }
        return try await page(standing, nil, form, officer, context)
    }
}
