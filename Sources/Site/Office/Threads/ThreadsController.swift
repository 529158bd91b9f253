import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Staffing
import Threads
import WebCore

/// What people write to the operator: by waiting time, taken on oneself, opened with a purpose, answered, closed.
struct ThreadsController: Sendable {
    let desk: OfficeDesk

    static let words: FieldName = "reply-words"
    static let template: FieldName = "template"
    static let colleague: FieldName = "colleague"
    static let viewing: FieldName = "viewing"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.officeThreads, use: list).get(SitePath.officeThread, use: show)
            .post(SitePath.takeThread, use: take).post(SitePath.giveThread, use: give)
            .post(SitePath.openThread, use: open)
            .post(SitePath.answerThread, use: answer).post(SitePath.fillThread, use: fill)
            .post(SitePath.closeThread, use: close)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let page = ThreadsPage(
            rows: try await desk.threads.queue(), officer: officer, pseudonym: desk.gate.pseudonym(of:),
            part: context.path.value(of: "part").flatMap(ThreadsPage.Part.init(rawValue:)) ?? .all,
            now: desk.time.now, done: context.path.value(of: "done"))
        return context.respond(
            officePage(.threadsTitle, officer, at: .officeThreads, switchPath: .officeThreads, in: context) {
                page.content
            })
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let row = try await desk.threads.find(try SitePath.officeThread.values(in: context))
        return try await page(row, nil, [], Form(), officer, context)
    }

    private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let id = try SitePath.takeThread.values(in: context)
        try await desk.threads.take(id, by: officer.actor(.support))
        return context.redirect(to: SitePath.officeThread(id))
    }

    /// Those who answer people, too, by their pseudonyms.
    private func colleagues(of officer: Officer) async throws -> [(pseudonym: String, subject: SubjectID)] {
        try await desk.staff.members()
            .filter { $0.state == .active && $0.roles.contains(.support) && $0.subject != officer.person }
            .map { (pseudonym: desk.gate.pseudonym(of: $0.subject), subject: $0.subject) }
            .sorted { $0.pseudonym < $1.pseudonym }
    }

    /// Gives it to a colleague.
    private func give(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let id = try SitePath.giveThread.values(in: context)
        var form = context.form
        let chosen = try await colleagues(of: officer).first { $0.pseudonym == form.text(Self.colleague) }
        if let chosen {
            try await desk.threads.give(id, to: chosen.subject, by: officer.actor(.support))
            return context.redirect(to: .officeThreads.with("done", "give"))
        }
        form.refuse(Self.colleague, .officeThreadColleagueMissing)
        return try await page(try await desk.threads.find(id), nil, [], form, officer, context)
    }

    private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        return try await opened(try SitePath.openThread.values(in: context), Form(), officer, context)
    }

    /// Shows an open thread, while its viewing lasts without a new act.
    func opened(
        _ id: ThreadID, _ form: Form, _ officer: Officer, _ context: WebContext
    ) async throws -> Response {
        let open = try await desk.threads.open(
            id, by: officer.actor(.support), viewing: ViewingID(context.form.text(Self.viewing)))
        return try await page(open.row, open, try await desk.threads.templates(), form, officer, context)
    }

    private func page(
        _ row: ThreadRow, _ open: OpenThread?, _ templates: [ReplyTemplate], _ form: Form, _ officer: Officer,
        _ context: WebContext
    ) async throws -> Response {
        let page = ThreadPage(
            row: row, open: open, templates: templates, colleagues: try await colleagues(of: officer).map(\.pseudonym),
            holder: row.assignee.map(desk.gate.pseudonym(of:)), isMine: row.assignee == officer.person, form: form,
            officer: officer, now: desk.time.now, token: context.formToken)
        return context.respond(
            officePage(
                .officeThreadTitle(row.reference), officer, at: .officeThreads, isNarrow: true,
                switchPath: SitePath.officeThread(row.id), styles: ["documents.css"], in: context
            ) { page.content },
            status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let id = try SitePath.answerThread.values(in: context)
        var form = context.form
        do {
            try await desk.threads.answer(id, words: form.trimmed(Self.words), by: officer.actor(.support))
            return context.redirect(to: .officeThreads.with("done", "answer"))
        } catch ThreadsRefusal.noWords {
            form.refuse(Self.words, .officeAnswerMissing)
        } catch ThreadsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch ThreadsRefusal.tooMany {
            form.refuse(Self.words, .threadFull)
        }
        return try await opened(id, form, officer, context)
    }

    /// Puts a template's text, in the person's language, where the answer is written.
    private func fill(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        let id = try SitePath.fillThread.values(in: context)
        var form = context.form
        let chosen = Identifier<ReplyTemplate>(form.text(Self.template))
        let open = try await desk.threads.open(
            id, by: officer.actor(.support), viewing: ViewingID(form.text(Self.viewing)))
        let templates = try await desk.threads.templates()
        if let template = templates.first(where: { $0.id == chosen }) {
            let before = form.trimmed(Self.words).map { $0 + "\n\n" } ?? ""
            form.fill(Self.words, before + template.words[open.language])
        } else {
            form.refuse(Self.template, .officeTemplateMissing)
        }
        return try await page(open.row, open, templates, form, officer, context)
    }

    private func close(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.support, in: context)
        try await desk.threads.close(try SitePath.closeThread.values(in: context), by: officer.actor(.support))
        return context.redirect(to: .officeThreads.with("done", "close"))
    }
}

extension ThreadRow {
    /// How staff call it: the number of the registration and the place among the person's threads.
    var reference: String { "\(caseID)/\(number)" }
}
