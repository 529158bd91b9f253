import Documents
import Hummingbird
import Markup
import Policy
import Primitives
import Registration
import Threads
import WebCore

/// What a person and the operator write to each other.
struct ThreadsController: Sendable {
    let rooms: AccountRooms

    static let words: FieldName = "words"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.accountThreads, use: list).post(.accountThreads, use: begin)
            .get(SitePath.accountThread, use: read).post(SitePath.accountThread, use: write)
        ThreadFilesController(threads: self).addRoutes(to: routes)
    }

    private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        try await page(Form(), context)
    }

    private func page(_ form: Form, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let page = ThreadsPage(
            rows: try await rooms.threads.own(own.subject), form: form, token: context.formToken)
        return context.respond(page.page, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        try await writing(nil, context) { form in try await page(form, context) }
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        try await shown(try SitePath.accountThread.values(in: context), Form(), context)
    }

    func shown(_ number: Int, _ form: Form, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let (row, messages) = try await rooms.threads.read(number, of: own.subject, session: own.digest)
        let files = try await rooms.documents.files(in: row.correspondence, of: own.subject)
        let policy = try await rooms.registrar.edition().document
        let page = ThreadPage(
            row: row, messages: messages, files: files.filter { $0.state != .receiving },
            viewing: try await rooms.viewings.viewing(of: own, for: files),
            limits: policy.documentKind(.attachment) == nil ? nil : policy.limits, form: form,
            token: context.formToken)
        return context.respond(page.page, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func write(_ request: Request, _ context: WebContext) async throws -> Response {
        let number = try SitePath.accountThread.values(in: context)
        return try await writing(number, context) { form in try await shown(number, form, context) }
    }

    /// What cannot be accepted comes back with what was written.
    ///
    /// - Parameter order: the order that a new thread is about.
    func writing(
        _ number: Int?, about order: Int? = nil, _ context: WebContext, _ again: (Form) async throws -> Response
    ) async throws -> Response {
        let own = try context.own()
        var form = context.form
        do {
            let number = try await rooms.threads.write(
                form.trimmed(Self.words), in: number, about: order, of: own.subject, session: own.digest)
            return context.redirect(to: SitePath.accountThread(number))
        } catch ThreadsRefusal.noWords {
            form.refuse(Self.words, .threadNoWords)
        } catch ThreadsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch ThreadsRefusal.tooMany {
            form.refuse(Self.words, .threadTooMany)
        }
        return try await again(form)
    }
}
