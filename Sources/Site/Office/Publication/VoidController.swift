import Access
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Publication
import WebCore

/// Where a clause is proposed to be declared void by one administrator, and declared so by another.
struct VoidController: Sendable {
    let desk: OfficeDesk

    static let clause: FieldName = "clause"
    static let since: FieldName = "since"
    static let proposal: FieldName = "proposal"
    static let code: FieldName = "code"

    static func reason(_ language: Language) -> FieldName {
        switch language {
        case .ru: "reason-ru"
        case .kk: "reason-kk"
        case .en: "reason-en"
        }
    }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeVoid, use: show)
            .post(.officeVoid, use: propose)
            .post(.withdrawVoid, use: withdraw)
            .post(.declareVoid, use: declare)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        var form = context.form
        let since = Day(form.text(Self.since))
        if form.text(Self.clause).isEmpty { form.refuse(Self.clause, .officeVoidNoClause) }
        if since == nil { form.refuse(Self.since, .officeVoidDay) }
        if let since, form.isAccepted {
            func words(_ language: Language) -> String { form.trimmed(Self.reason(language)) ?? "" }
            do {
                try await desk.publication.voids.propose(
                    ClauseID(form.text(Self.clause)), since: since,
                    reason: Phrase(ru: words(.ru), kk: words(.kk), en: words(.en)), by: officer.actor(.administrator))
                return context.redirect(to: .officeVoid)
            } catch let refusal as VoidRefusal { try explain(refusal, in: &form) }
        }
        return context.respond(try await page(officer, form, context), status: .unprocessableContent)
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let id = try proposal(in: context)
        try await explained { try await desk.publication.voids.withdraw(id, by: officer.actor(.administrator)) }
        return context.redirect(to: .officeVoid)
    }

    private func declare(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let id = try proposal(in: context)
        do {
            try await explained {
                try await desk.publication.voids.declare(
                    id, code: context.form.trimmed(Self.code) ?? "", by: officer.actor(.administrator))
            }
        } catch let refusal as TwoPersonRefusal {
            var form = context.form
            form.refuse(Self.code, .twoPersons(refusal))
            form.fill(Self.code, "")
            return context.respond(try await page(officer, form, context), status: refusal.kind.status)
        }
        return context.redirect(to: .officeVoid)
    }

    private func proposal(in context: WebContext) throws -> Identifier<VoidProposal> {
        guard let id = Identifier<VoidProposal>(context.form.text(Self.proposal)) else { throw PageRefusal(.invalid) }
        return id
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let page = VoidPage(
            standing: try await desk.publication.voids.standing(for: officer.person), now: desk.time.now,
            form: form, token: context.formToken)
        return officePage(
            .officeVoidTitle, officer, at: .officePolicy, isNarrow: true, switchPath: .officeVoid, in: context
        ) { page.content }
    }

    private func explained(_ act: () async throws -> Void) async throws {
        do { try await act() } catch let refusal as VoidRefusal {
            throw PageRefusal(refusal.kind, .void(refusal))
        }
    }

    /// What can be mended in the form is said there.
    private func explain(_ refusal: VoidRefusal, in form: inout Form) throws {
        switch refusal {
        case .notAdministrator, .ended: throw PageRefusal(refusal.kind, .void(refusal))
        case .noClause, .already, .locksOut: form.refuse(Self.clause, .void(refusal))
        case .day: form.refuse(Self.since, .void(refusal))
        case .reason(let language): form.refuse(Self.reason(language), .void(refusal))
        }
    }
}

extension Phrase {
    fileprivate static func void(_ refusal: VoidRefusal) -> Phrase {
        switch refusal {
        case .notAdministrator: .publicationNotAdministrator
        case .noClause: .officeVoidNoClause
        case .already: .officeVoidAlready
        case .day: .officeVoidDay
        case .reason: .officeVoidReasonMissing(VoidProposal.longestReason)
        case .locksOut: .officeVoidLocksOut
        case .ended: .publicationEnded
        }
    }
}
