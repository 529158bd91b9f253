import Access
import Hummingbird
import Identification
import Permits
import Policy
import Primitives
import WebCore

/// Takes the decision on a whole case, and takes it back.
struct DecisionController: Sendable {
    let desk: OfficeDesk
    let opening: CaseOpening

    static let reason: FieldName = "refusal"
    static let words: FieldName = "words"
    /// The second factor again, in either form of a decision on the own refusal.
    static let approvalCode: FieldName = "approval-code"
    static let refusalCode: FieldName = "refusal-code"

    func addRoutes(to routes: SiteRoutes) {
        routes.post(SitePath.approveCase, use: approve).post(SitePath.refuseCase, use: refuse)
            .post(SitePath.undoDecision, use: undo)
    }

    private func approve(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.approveCase.values(in: context)
        return try await keeping(number, officer, request, context) {
            try await decide(.approve, on: number, Self.approvalCode, officer, request, context)
        }
    }

    private func refuse(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.reviewer, in: context)
        let number = try SitePath.refuseCase.values(in: context)
        return try await keeping(number, officer, request, context) {
            var form = context.form
            let words = form.trimmed(Self.words) ?? ""
            if form.text(Self.reason).isEmpty { form.refuse(Self.reason, .officeChooseReason) }
            if words.count > 1_000 { form.refuse(Self.words, .officeWordsMissing) }
            guard form.isAccepted else {
                return try await opening.respond(number, officer, request, context, form: form)
            }
            return try await decide(
                .refuse(ReasonID(form.text(Self.reason)), words: words), on: number, Self.refusalCode, officer, request,
                context)
        }
    }

    private func keeping(
        _ number: String, _ officer: Officer, _ request: Request, _ context: WebContext,
        act: () async throws -> Response
    ) async throws -> Response {
        try await opening.keeping(
            [(Self.words, .officeRefuseWords)], of: number, officer, request, context, act: act)
    }

    /// Decides; where that takes another person, more time or another code, the case is shown again with what was typed.
    private func decide(
        _ decision: Decision, on number: String, _ code: FieldName, _ officer: Officer, _ request: Request,
        _ context: WebContext
    ) async throws -> Response {
        do {
            try await desk.review.decide(
                decision, on: number, by: officer.actor(.reviewer), code: context.form.trimmed(code) ?? "")
            return context.redirect(to: SitePath.officeCase(number))
        } catch ReviewRefusal.representationOpen {
            var form = context.form
            form.refuse(RepresentationController.representation, .officeAuthorityOpen)
            return try await opening.respond(number, officer, request, context, form: form)
        } catch let refusal as TwoPersonRefusal {
            var form = context.form
            form.refuse(code, .twoPersons(refusal))
            form.fill(code, "")
            return try await opening.respond(number, officer, request, context, form: form)
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
