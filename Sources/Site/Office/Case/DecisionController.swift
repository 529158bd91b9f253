import Hummingbird
import Identification
import Permits
import Policy
import Primitives
import WebCore

/// Takes the decisions that need nothing but a button.
struct DecisionController: Sendable {
    let desk: OfficeDesk

    func addRoutes(to routes: SiteRoutes) {
        routes.post(SitePath.approveCase, use: approve).post(SitePath.undoDecision, use: undo)
    }

    private func approve(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.approveCase.values(in: context)
        return try await desk.change(number, in: context) {
            _ = try await desk.review.decide(.approve, on: number, by: officer.actor(.reviewer))
        }
    }

    private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.undoDecision.values(in: context)
        return try await desk.change(number, in: context) {
            try await desk.review.undo(number, by: officer.actor(.reviewer))
        }
    }
}

extension OfficeDesk {
    /// Changes something in a case and shows it again; when the case has changed meanwhile, its page says how it stands.
    func change(_ number: String, in context: WebContext, _ change: () async throws -> Void) async throws -> Response {
        do { try await change() } catch ReviewRefusal.notHeld {} catch ReviewRefusal.notNow {} catch ReviewRefusal.own {
        }
        return context.redirect(to: SitePath.officeCase(number))
    }
}
