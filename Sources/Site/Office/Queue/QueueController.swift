import Access
import Markup
import Hummingbird
import Identification
import Permits
import Primitives
import WebCore

/// The cases that wait, and the way to the next one.
struct QueueController: Sendable {
    let desk: OfficeDesk

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.queue, use: show).post(.nextCase, use: next)
        routes.post(SitePath.takeCase, use: take).post(SitePath.giveBack, use: giveBack)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let page = QueuePage(
            rows: try await desk.review.queue(for: officer.person),
            part: context.path.value(of: "part").flatMap(QueuePage.Part.init(rawValue:)) ?? .all,
            foundNothing: context.path.value(of: "next") == "none", now: desk.time.now, token: context.formToken)
        return context.respond(
            officePage(.officeQueueTitle, officer, at: .queue, in: context) { page.content })
    }

    private func next(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        guard let number = try await desk.review.next(by: officer.person) else {
            return context.redirect(to: .queue.with("next", "none"))
        }
        return context.redirect(to: SitePath.officeCase(number))
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.takeCase.values(in: context)
        guard try await desk.review.take(number, by: officer.person) else {
            let standing = try await desk.review.standing(of: number, for: officer.person)
            if case .again(let from) = standing.outlook, from > desk.time.now {
                throw PageRefusal(.conflict, .notBefore(.moment(from)))
            }
            throw PageRefusal(.conflict, .officeCannotTake)
        }
        return context.redirect(to: SitePath.officeCase(number))
    }

    private func giveBack(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        try await desk.review.release(try SitePath.giveBack.values(in: context), by: officer.person)
        return context.redirect(to: .queue)
    }
}
