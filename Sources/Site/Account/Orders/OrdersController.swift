import Agreements
import HTTPTypes
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// A person orders a service under its agreement, and follows their orders.
struct OrdersController: Sendable {
    let rooms: AccountRooms

    static let accepted: FieldName = "accepted"
    static let order: FieldName = "order"
    static let hash: FieldName = "text-hash"
    static let offer: FieldName = "offer"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.orderService, use: write).post(SitePath.orderService, use: place)
            .get(.accountOrders, use: list).get(SitePath.accountOrder, use: show)
            .post(SitePath.accountOrderWithdraw, use: withdraw)
            .post(SitePath.accountOrderMessage, use: message)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        return context.respond(OrdersPage(orders: try await rooms.orders.own(own.subject)).page)
    }

    private func offered(_ context: WebContext) async throws -> OfferedService {
        let name = ServiceID(try SitePath.orderService.values(in: context))
        guard let offered = try await rooms.services.offered(name) else { throw PageRefusal(.notFound) }
        return offered
    }

    private func write(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        return context.respond(try await page(try await offered(context), Form(), own, context))
    }

    /// - Parameter form: without the box where the text is another one now.
    private func page(
        _ offered: OfferedService, _ entered: Form, _ own: Own, _ context: WebContext
    ) async throws -> Page {
        var form = entered
        if Identifier<OrderRow>(form.text(Self.order)) == nil {
            form.fill(Self.order, Identifier<OrderRow>(from: rooms.randomness).description)
        }
        form.fill(Self.hash, offered.agreement.textHash(in: context.language).hex)
        form.fill(Self.offer, try offered.mark.hex)
        return OrderServicePage(
            offered: offered, policy: try await rooms.services.policy(),
            mayOrder: try await rooms.orders.mayOrder(own.subject), form: form, token: context.formToken
        ).page
    }

    private func place(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let offered = try await offered(context)
        var form = context.form
        let placing = OrderDesk.Placing(
            offered.version.service,
            id: Identifier(form.text(Self.order)) ?? Identifier(from: rooms.randomness),
            textHash: Bytes(hex: form.text(Self.hash)) ?? [], offer: Bytes(hex: form.text(Self.offer)) ?? [],
            in: context.language, isAccepted: form.isChecked(Self.accepted))
        do {
            let reference = try await rooms.orders.place(placing, of: own.subject, session: own.digest)
            return context.redirect(to: SitePath.accountOrder(reference.number).with("done", "1"))
        } catch OrderRefusal.notAccepted {
            form.refuse(Self.accepted, .orderNotAccepted)
        } catch OrderRefusal.changedMeanwhile {
            form.fill(Self.accepted, all: [])
            form.refuse(Self.accepted, .orderTextChanged)
        } catch OrderRefusal.tooMany {
            form.refuse(Self.accepted, .orderTooMany)
        } catch OrderRefusal.notIdentified {
            throw PageRefusal(.forbidden, .orderNotIdentifiedWhy)
        }
        return context.respond(try await page(offered, form, own, context), status: .unprocessableContent)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await shown(try SitePath.accountOrder.values(in: context), Form(), context)
    }

    private func shown(_ number: Int, _ form: Form, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let standing = try await rooms.orders.own(number, of: own.subject)
        let texts = try await rooms.orders.read(number, of: own.subject, session: own.digest)
        let page = OwnOrderPage(
            standing: standing, texts: texts, wasMade: context.path.value(of: "done") != nil,
            threads: try await rooms.threads.threads(about: number, of: own.subject), form: form,
            token: context.formToken)
        return context.respond(page.page, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    /// Begins a thread about the order.
    private func message(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountOrderMessage.values(in: context)
        _ = try await rooms.orders.own(number, of: own.subject)
        return try await ThreadsController(rooms: rooms).writing(nil, about: number, context) { form in
            try await shown(number, form, context)
        }
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let number = try SitePath.accountOrderWithdraw.values(in: context)
        do {
            try await rooms.orders.withdraw(number, of: own.subject, session: own.digest)
        } catch OrderRefusal.notNow {
            // The page shows where it stands.
        }
        return context.redirect(to: SitePath.accountOrder(number))
    }
}
