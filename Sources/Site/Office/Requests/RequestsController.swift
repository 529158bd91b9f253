import Consents
import Disclosures
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// The requests that people make about their own data: by deadline, opened with a purpose, answered or refused.
struct RequestsController: Sendable {
    let desk: OfficeDesk

    static let answer: FieldName = "answer-words"
    static let ground: FieldName = "ground"
    static let reason: FieldName = "refusal-words"
    static let viewing: FieldName = "viewing"
    static let act: FieldName = "act"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeRequests, use: list).get(SitePath.officeRequest, use: show)
            .post(SitePath.openRequest, use: open).post(SitePath.answerRequest, use: answer)
            .post(SitePath.refuseRequest, use: refuse).post(SitePath.blockPerson, use: block)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.requestsOfficer(in: context)
        let answers = officer.roles.contains(.responsible)
        let page = RequestsPage(
            rows: answers ? try await desk.rights.queue() : [],
            withdrawals: answers ? try await desk.disclosures.withdrawalQueue() : [],
            policy: try await desk.gate.look { [desk] in try desk.gate.book.inForce(in: $0) }.document,
            outside: try await desk.rights.outsideQueue(),
            answers: answers, law: desk.rights.law,
            done: context.path.value(of: "done").flatMap(RequestsPage.Done.init),
            erased: context.path.value(of: "erased").flatMap(ErasureMark.init(pathText:)),
            wasArchived: context.path.value(of: "archived") != nil)
        return context.respond(
            officePage(.officeRequestsTitle, officer, at: .officeRequests, switchPath: .officeRequests, in: context) {
                page.content
            })
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.officeRequest.values(in: context)
        let standing = try await desk.rights.standing(RequestReference(caseID, number))
        return page(standing, nil, Form(), officer, context)
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.openRequest.values(in: context)
        return try await opened(RequestReference(caseID, number), Form(), officer, context)
    }

    /// Shows an open request, while its viewing lasts without a new act.
    func opened(
        _ reference: RequestReference, _ form: Form, _ officer: Officer, _ context: WebContext,
        wasWithdrawn: Bool = false
    ) async throws -> Response {
        let open = try await desk.rights.open(
            reference, by: officer.actor(.responsible), viewing: ViewingID(context.form.text(Self.viewing)))
        var form = form
        CorrectionController.fill(&form, with: open)
        let row = open.standing.request
        var destroying: DestroyingSection?
        var withdrawing: WithdrawingSection?
        if RightsDesk.destroying.contains(row.kind), row.state.isOpen, row.isProven {
            destroying = DestroyingSection(
                reference: reference, prepared: try await desk.rights.destruction(on: reference, for: officer.person),
                now: desk.time.now, viewing: open.viewing, form: form, token: context.formToken)
        }
        if row.kind == .withdrawal, row.state.isOpen, row.isProven {
            withdrawing = WithdrawingSection(
                reference: reference, items: try await desk.consents.standingItems(of: row.subject),
                wasWithdrawn: wasWithdrawn, viewing: open.viewing, form: form, token: context.formToken)
        }
        return page(open.standing, open, form, officer, context, destroying: destroying, withdrawing: withdrawing)
    }

    private func page(
        _ standing: RequestStanding, _ open: OpenRequest?, _ form: Form, _ officer: Officer, _ context: WebContext,
        destroying: DestroyingSection? = nil, withdrawing: WithdrawingSection? = nil
    ) -> Response {
        let reference = standing.request.reference
        let page = RequestPage(
            standing: standing, open: open, destroying: destroying, withdrawing: withdrawing, law: desk.rights.law,
            form: form, officer: officer, now: desk.time.now,
            wasProposed: context.path.value(of: "proposed") != nil,
            token: context.formToken)
        return context.respond(
            officePage(
                .officeRequestTitle(reference.description), officer, at: .officeRequests, isNarrow: true,
                switchPath: SitePath.officeRequest(reference.caseID, reference.number), in: context
            ) { page.content },
            status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.answerRequest.values(in: context)
        let reference = RequestReference(caseID, number)
        return try await closing(reference, in: Self.answer, officer, context) { words in
            try await desk.rights.answer(reference, words: words, by: officer.actor(.responsible))
        }
    }

    private func refuse(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.refuseRequest.values(in: context)
        let (reference, ground) = (RequestReference(caseID, number), context.form.text(Self.ground))
        return try await closing(reference, in: Self.reason, officer, context) { words in
            try await desk.rights.refuse(reference, ground: ground, words: words, by: officer.actor(.responsible))
        }
    }

    /// Closes a request; what cannot be accepted comes back with what was written.
    private func closing(
        _ reference: RequestReference, in words: FieldName, _ officer: Officer, _ context: WebContext,
        _ act: (String?) async throws -> Void
    ) async throws -> Response {
        var form = context.form
        do {
            try await act(form.trimmed(words))
            return context.redirect(to: .officeRequests.with("done", "1"))
        } catch RightsRefusal.noWords {
            form.refuse(words, .officeAnswerMissing)
        } catch RightsRefusal.longWords {
            form.refuse(words, .requestLongWords)
        } catch RightsRefusal.noGround {
            form.refuse(Self.ground, .officeGroundMissing)
        } catch RightsRefusal.noOrder {
            form.refuse(Self.ground, .officeNoOrder)
        } catch RightsRefusal.closed {
            throw PageRefusal(.conflict, .requestClosed)
        }
        return try await opened(reference, form, officer, context)
    }

    private func block(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let (caseID, number) = try SitePath.blockPerson.values(in: context)
        let isBlock = context.form.text(Self.act) == RequestKind.block.rawValue
        do {
            try await desk.rights.setBlock(
                isBlock ? .block : .unblock, on: RequestReference(caseID, number), by: officer.actor(.responsible))
        } catch let refusal as RightsRefusal where refusal.kind == .conflict {
            // So it is already.
        } catch RightsRefusal.ownBlock {
            throw PageRefusal(.forbidden, .officeOwnBlock)
        } catch RightsRefusal.notAskedFor {
            throw PageRefusal(.forbidden, .officeBlockElsewhere)
        }
        return context.redirect(to: SitePath.officeRequest(caseID, number))
    }
}
