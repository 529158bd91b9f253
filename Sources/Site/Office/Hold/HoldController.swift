import Access
import Hummingbird
import Markup
import Permits
import Primitives
import Restoring
import WebCore

/// Where mail and jobs that are held since a restore are released, by two administrators.
struct HoldController: Sendable {
    let desk: OfficeDesk

    static let code: FieldName = "code"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.heldWork, use: show).post(.proposeRelease, use: propose).post(.releaseWork, use: release)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        try await explained { try await desk.release.propose(by: officer.actor(.administrator)) }
        return context.redirect(to: .heldWork)
    }

    private func release(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        do {
            try await explained {
                try await desk.release.release(
                    code: context.form.trimmed(Self.code) ?? "", by: officer.actor(.administrator))
            }
        } catch let refusal as TwoPersonRefusal {
            var form = context.form
            form.refuse(Self.code, .twoPersons(refusal))
            form.fill(Self.code, "")
            return context.respond(try await page(officer, form, context), status: refusal.kind.status)
        }
        return context.redirect(to: .heldWork)
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let page = HoldPage(
            standing: try await desk.release.standing(for: officer.person), now: desk.time.now, form: form,
            token: context.formToken)
        return officePage(.officeHoldTitle, officer, at: .heldWork, isNarrow: true, in: context) { page.content }
    }

    private func explained(_ act: () async throws -> Void) async throws {
        do { try await act() } catch let refusal as ReleaseRefusal {
            throw PageRefusal(refusal.kind, refusal == .notAdministrator ? .officeNoRole : .officeHoldChanged)
        }
    }
}
