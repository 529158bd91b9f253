import Staffing
import Markup
import Documents
import Hummingbird
import Identification
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// Opens a case that the reviewer holds and shows its page; while the viewing lasts, without a new act.
struct CaseOpening: Sendable {
    let desk: OfficeDesk
    let documents: DocumentAccess

    /// The cookie that names the viewing of a case; it lives no longer than the viewing.
    static func cookie(of number: String) -> HostCookie { HostCookie("saqta-case-\(number)", sameSite: .strict) }

    static func viewing(of number: String, in request: Request) -> ViewingID? {
        cookie(of: number).value(in: request).flatMap(ViewingID.init(_:))
    }

    /// - Parameters:
    ///   - form: what was entered and could not be accepted.
    ///   - shown: contacts that were revealed by an act of their own.
    ///   - isTakenAgain: the lease had ended while the reviewer wrote what is in `form`.
    func respond(
        _ number: String, _ officer: Officer, _ request: Request, _ context: WebContext, form: Form = Form(),
        shown: [FieldNumber: PersonalData<String>] = [:], isTakenAgain: Bool = false
    ) async throws -> Response {
        let known = Self.viewing(of: number, in: request)
        let open = try await desk.review.open(
            number, by: officer.actor(.reviewer), viewing: known, documents: documents)
        let standing = try await desk.review.standing(of: number, for: officer.person)
        let policy = try await desk.staff.policy()
        let page = CasePage(
            number: number, open: open, standing: standing, policy: policy, officer: officer,
            form: form, shown: shown, isTakenAgain: isTakenAgain, now: desk.time.now, token: context.formToken)
        var response = context.respond(
            officePage(
                .officeCaseTitle(number), officer, at: .queue, switchPath: SitePath.officeCase(number), in: context
            ) { page.content },
            status: isTakenAgain ? .conflict : form.isAccepted ? .ok : .unprocessableContent)
        if open.viewing != known {
            Self.cookie(of: number).set(open.viewing.description, maxAge: policy.terms.viewing.seconds, on: &response)
        }
        return response
    }
}
