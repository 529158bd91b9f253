import Disclosures
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// One withdrawal or one telling: looked at, and done.
struct AnsweringController: Sendable {
    let desk: OfficeDesk

    static let answer: FieldName = "answer"
    static let ground: FieldName = "ground"
    static let order: FieldName = "order"
    static let until: FieldName = "until"
    static let explanation: FieldName = "explanation"
    static let day: FieldName = "day"
    static let way: FieldName = "way"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(SitePath.officeWithdrawal, use: withdrawal).post(SitePath.officeWithdrawal, use: answer)
            .get(SitePath.officeTelling, use: telling).post(SitePath.officeTelling, use: tell)
    }

    private func withdrawal(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        return context.respond(try await withdrawalPage(officer, Form(), context))
    }

    private func withdrawalPage(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let id = try SitePath.officeWithdrawal.values(in: context)
        let tasks = try await desk.disclosures.tasks()
        guard let one = tasks.withdrawals.first(where: { $0.id == id }) else { throw PageRefusal(.notFound) }
        let page = WithdrawalPage(
            withdrawal: one,
            waiting: tasks.tellings.filter { $0.kind == .withdrawal && $0.about == id.bytes },
            orders: try await desk.disclosures.orders(on: one),
            grounds: desk.disclosures.duties.law.grounds(of: .withdrawal), policy: tasks.edition.document, form: form,
            token: context.formToken)
        return officePage(
            .disclosureWithdrawal, officer, at: .officeDisclosures, isNarrow: true,
            switchPath: SitePath.officeWithdrawal(id), in: context
        ) { page.content }
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let id = try SitePath.officeWithdrawal.values(in: context)
        var form = context.form
        let answer: DisclosureDesk.Answer =
            form.text(Self.answer) == "done"
            ? .done
            : .refused(
                ground: form.text(Self.ground), order: Int(form.text(Self.order)),
                until: Day(form.text(Self.until)), words: form.trimmed(Self.explanation))
        do {
            try await desk.disclosures.answer(id, answer, by: officer.actor(.responsible))
            return context.redirect(to: .officeDisclosures.with("done", "1"))
        } catch let refusal as DisclosureRefusal {
            switch refusal {
            case .noGround: form.refuse(Self.ground, .disclosureNoGround)
            case .noOrder: form.refuse(Self.ground, .disclosureNoOrder)
            case .noSuchOrder: form.refuse(Self.order, .disclosureNoSuchOrder)
            case .noLastDay: form.refuse(Self.until, .disclosureNoLastDay)
            case .wrongLastDay: form.refuse(Self.until, .disclosureWrongLastDay)
            case .tooLong: form.refuse(Self.explanation, .calendarLongAct)
            case .recipientsNotTold: form.refuse(Self.answer, .disclosureNotTold)
            default: throw refusal
            }
        }
        return context.respond(try await withdrawalPage(officer, form, context), status: .unprocessableContent)
    }

    private func telling(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        var form = Form()
        form.fill(Self.day, Day(of: desk.time.now, hoursEast: 5).description)
        return context.respond(try await tellingPage(officer, form, context))
    }

    private func tellingPage(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let id = try SitePath.officeTelling.values(in: context)
        let tasks = try await desk.disclosures.tasks()
        guard let one = tasks.tellings.first(where: { $0.id == id }) else { throw PageRefusal(.notFound) }
        let page = TellingPage(telling: one, policy: tasks.edition.document, form: form, token: context.formToken)
        return officePage(
            .disclosureTell, officer, at: .officeDisclosures, isNarrow: true,
            switchPath: SitePath.officeTelling(id), in: context
        ) { page.content }
    }

    private func tell(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.responsible, in: context)
        let id = try SitePath.officeTelling.values(in: context)
        var form = context.form
        let day = Day(form.text(Self.day))
        let way = Telling.Way(rawValue: form.text(Self.way))
        if day == nil { form.refuse(Self.day, .calendarNoDay) }
        if way.map(Telling.Way.byStaff.contains) != true { form.refuse(Self.way, .disclosureNoWay) }
        if let day, let way, form.isAccepted {
            do {
                try await desk.disclosures.told(id, on: day, by: way, by: officer.actor(.responsible))
                return context.redirect(to: .officeDisclosures.with("done", "1"))
            } catch DisclosureRefusal.wrongDay {
                form.refuse(Self.day, .disclosureWrongDay)
            }
        }
        return context.respond(try await tellingPage(officer, form, context), status: .unprocessableContent)
    }
}
