import Access
import Hummingbird
import Markup
import Permits
import Primitives
import Publication
import WebCore

/// Where a changed policy is proposed by one administrator and published by another.
struct PublicationController: Sendable {
    let desk: OfficeDesk

    /// The hash of what the page showed.
    static let hash: FieldName = "hash"
    static let proposal: FieldName = "proposal"
    static let code: FieldName = "code"
    /// Void clauses shall hold again.
    static let reviving: FieldName = "reviving"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officePolicy, use: show)
            .post(.proposePolicy, use: propose)
            .post(.withdrawPolicy, use: withdraw)
            .post(.publishPolicy, use: publish)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        guard let hash = Bytes(hex: context.form.text(Self.hash)) else { throw PageRefusal(.invalid) }
        try await explained { try await desk.publication.propose(hash, by: officer.actor(.administrator)) }
        return context.redirect(to: .officePolicy)
    }

    private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let id = try proposal(in: context)
        try await explained { try await desk.publication.withdraw(id, by: officer.actor(.administrator)) }
        return context.redirect(to: .officePolicy)
    }

    private func publish(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let id = try proposal(in: context)
        do {
            _ = try await desk.publication.publish(
                id, code: context.form.trimmed(Self.code) ?? "", reviving: context.form.isChecked(Self.reviving),
                by: officer.actor(.administrator))
        } catch let refusal as PublicationRefusal where refusal == .revives {
            var form = context.form
            form.refuse(Self.reviving, .publication(refusal))
            form.fill(Self.code, "")
            return context.respond(try await page(officer, form, context), status: refusal.kind.status)
        } catch let refusal as PublicationRefusal {
            throw PageRefusal(refusal.kind, .publication(refusal))
        } catch let refusal as TwoPersonRefusal {
            var form = context.form
            form.refuse(Self.code, .twoPersons(refusal))
            form.fill(Self.code, "")
            return context.respond(try await page(officer, form, context), status: refusal.kind.status)
        }
        try await context.site.policy.refresh()
        return context.redirect(to: .officePolicy)
    }

    private func proposal(in context: WebContext) throws -> Identifier<Proposal> {
        guard let id = Identifier<Proposal>(context.form.text(Self.proposal)) else { throw PageRefusal(.invalid) }
        return id
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let page = PublicationPage(
            standing: try await desk.publication.standing(for: officer.person), now: desk.time.now, own: officer.person,
            pseudonym: { [desk] in shortPseudonym(desk.gate.pseudonym(of: $0)) }, form: form, token: context.formToken)
        return officePage(
            .officePolicyTitle, officer, at: .officePolicy, switchPath: .officePolicy, styles: differenceStyles,
            in: context
        ) { page.content }
    }

    private func explained(_ act: () async throws -> Void) async throws {
        do { try await act() } catch let refusal as PublicationRefusal {
            throw PageRefusal(refusal.kind, .publication(refusal))
        }
    }
}

extension Phrase {
    static func publication(_ refusal: PublicationRefusal) -> Phrase {
        switch refusal {
        case .notAdministrator: .publicationNotAdministrator
        case .nothingNew: .publicationNothingNew
        case .folderChanged: .publicationFolderChanged
        case .faulty: .publicationFaulty
        case .alreadyProposed: .publicationAlready
        case .ended: .publicationEnded
        case .revives: .publicationRevives
        case .otherRegion: .publicationOtherRegion
        }
    }
}
