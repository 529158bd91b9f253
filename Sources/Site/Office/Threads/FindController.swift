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

    /// The role in which the officer may look people up.
    private func seeker(_ context: WebContext) async throws -> (officer: Officer, role: RoleID) {
        let officer = try await desk.officer(in: context)
        guard let role = [RoleID.support, .responsible].first(where: officer.roles.contains) else {
            throw OfficeRefusal.noRole
        }
        return (officer, role)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, role) = try await seeker(context)
        var form = Form()
        form.fill(Self.thread, context.path.value(of: "thread").flatMap { ThreadID($0)?.description } ?? "")
        return page(form, nil, officer, try await finder.purposes(of: role), context)
    }

    private func find(_ request: Request, _ context: WebContext) async throws -> Response {
        let (officer, role) = try await seeker(context)
        let purposes = try await finder.purposes(of: role)
        var form = context.form
        let purpose = purposes.first { $0.id.rawValue == form.text(Self.purpose) }?.id
        let (reason, thread) = (PersonFinder.Reason(rawValue: form.text(Self.reason)), ThreadID(form.text(Self.thread)))
        if purpose == nil { form.refuse(Self.purpose, .officeFindPurposeMissing) }
        if reason == nil, thread == nil { form.refuse(Self.reason, .officeFindReasonMissing) }
        if form.trimmed(Self.sought) == nil { form.refuse(Self.sought, .officeFindSoughtMissing) }
        guard let purpose, let sought = form.trimmed(Self.sought), form.isAccepted else {
            return page(form, nil, officer, purposes, context)
        }
        do {
            let finding = try await finder.find(
                sought, for: purpose, reason: reason, thread: thread, by: officer.actor(role))
            return page(form, finding, officer, purposes, context)
        } catch ThreadsRefusal.notSearchable {
            form.refuse(Self.sought, .officeFindSoughtMissing)
        }
        return page(form, nil, officer, purposes, context)
    }

    private func page(
        _ form: Form, _ finding: PersonFinder.Finding?, _ officer: Officer, _ purposes: [Purpose],
        _ context: WebContext
    ) -> Response {
        let page = FindPage(
            form: form, finding: finding, officer: officer, purposes: purposes, token: context.formToken)
        return context.respond(
            officePage(
                .officeFindTitle, officer, at: .findPerson, isNarrow: true, switchPath: .findPerson, in: context
            ) { page.content },
            status: form.isAccepted ? .ok : .unprocessableContent)
    }
}
