import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Registration
import Threads
import WebCore

/// Finds one person: for what first, why, then by which number or address. No more is shown than that there is somebody.
struct FindController: Sendable {
    let desk: OfficeDesk
    let finder: PersonFinder

    static let purpose: FieldName = "purpose"
    static let reason: FieldName = "reason"
    static let thread: FieldName = "thread"
    static let sought: FieldName = "sought"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.findPerson, use: show).post(.findPerson, use: find)
    }

    /// For what the officer may look people up, and in which of their roles.
    private struct Seeker {
        let officer: Officer
        var purposes: [Purpose] = []
        var roles: [PurposeID: RoleID] = [:]
    }

    private func seeker(_ context: WebContext) async throws -> Seeker {
        var seeker = Seeker(officer: try await desk.officer(in: context))
        for role in [RoleID.support, .responsible] where seeker.officer.roles.contains(role) {
            for purpose in try await finder.purposes(of: role) where seeker.roles[purpose.id] == nil {
                seeker.purposes.append(purpose)
                seeker.roles[purpose.id] = role
            }
        }
        guard !seeker.roles.isEmpty else { throw OfficeRefusal.noRole }
        return seeker
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let seeker = try await seeker(context)
        var form = Form()
        form.fill(Self.thread, context.path.value(of: "thread").flatMap { ThreadID($0)?.description } ?? "")
        return page(form, nil, seeker, context)
    }

    private func find(_ request: Request, _ context: WebContext) async throws -> Response {
        let seeker = try await seeker(context)
        var form = context.form
        let purpose = seeker.purposes.first { $0.id.rawValue == form.text(Self.purpose) }?.id
        let (reason, thread) = (PersonFinder.Reason(rawValue: form.text(Self.reason)), ThreadID(form.text(Self.thread)))
        if purpose == nil { form.refuse(Self.purpose, .officeFindPurposeMissing) }
        if reason == nil, thread == nil { form.refuse(Self.reason, .officeFindReasonMissing) }
        if form.trimmed(Self.sought) == nil { form.refuse(Self.sought, .officeFindSoughtMissing) }
        guard let purpose, let role = seeker.roles[purpose], let sought = form.trimmed(Self.sought), form.isAccepted
        else {
            return page(form, nil, seeker, context)
        }
        do {
            let finding = try await finder.find(
                sought, for: purpose, reason: reason, thread: thread, by: seeker.officer.actor(role))
            return page(form, finding, seeker, context)
        } catch ThreadsRefusal.notSearchable {
            form.refuse(Self.sought, .officeFindSoughtMissing)
        }
        return page(form, nil, seeker, context)
    }

    private func page(
        _ form: Form, _ finding: PersonFinder.Finding?, _ seeker: Seeker, _ context: WebContext
    ) -> Response {
        let page = FindPage(
            form: form, finding: finding, officer: seeker.officer, purposes: seeker.purposes, token: context.formToken)
        return context.respond(
            officePage(
                .officeFindTitle, seeker.officer, at: .findPerson, isNarrow: true, switchPath: .findPerson, in: context
            ) { page.content },
            status: form.isAccepted ? .ok : .unprocessableContent)
    }
}
