import Access
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import Threads
import WebCore

/// Questions that are asked without an account, and the one-time links at which their answers are read.
struct QuestionsController: Sendable {
    let rooms: AccountRooms

    static let words: FieldName = "words"
    static let address: FieldName = "address"
    static let agreed: FieldName = "agreed"
    static let edition: FieldName = "edition"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.askQuestion, use: show).get(.askQuestionCode, use: toForm).post(.askQuestionCode, use: confirm)
            .get(SitePath.answer, use: door).get(SitePath.answerCode, use: toDoor).post(SitePath.answerCode, use: read)
        routes.costly.storing.post(.askQuestion, use: ask)
        routes.costly.post(SitePath.answer, use: sendCode)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        // Whoever has an account writes there, where the answer stays.
        if context.sitting?.session.kind == .account { return context.redirect(to: .accountThreads) }
        return try await page(Form(), context)
    }

    private func toForm(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: .askQuestion)
    }

    private func page(_ form: Form, _ context: WebContext) async throws -> Response {
        guard let (edition, item) = try await rooms.questions.consent() else {
            return context.redirect(to: .contacts)
        }
        let page = QuestionPage(
            edition: edition, item: item, wording: rooms.questions.wording(edition, in: context.language),
            form: form, token: context.formToken)
        return context.respond(page.page, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        if form.trimmed(Self.words) == nil { form.refuse(Self.words, .threadNoWords) }
        if form.trimmed(Self.address) == nil { form.refuse(Self.address, .fillThisIn) }
        if !form.isChecked(Self.agreed) { form.refuse(Self.agreed, .questionNotAgreed) }
        guard form.isAccepted else { return try await page(form, context) }
        do {
            let token = try await rooms.questions.ask(
                QuestionDesk.Form(
                    words: form.trimmed(Self.words), address: form.text(Self.address),
                    isAgreed: form.isChecked(Self.agreed), language: context.language,
                    edition: Int(form.text(Self.edition)) ?? 0), asker: context.asker(request))
            return context.respond(codePage(token, .askQuestionCode, .askQuestion, Form(), context))
        } catch ThreadsRefusal.longWords {
            form.refuse(Self.words, .requestLongWords)
        } catch ThreadsRefusal.notAnAddress {
            form.refuse(Self.address, .notAnAddress)
        } catch ThreadsRefusal.otherEdition {
            form.refuse(Self.agreed, .questionOtherEdition)
        } catch let refusal as AccessRefusal {
            form.refuse(Self.address, .codeRefusal(refusal))
        }
        return try await page(form, context)
    }

    private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = context.form
        guard let token = Bytes(hex: form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            try await rooms.questions.confirm(form.text(.code), token: token)
            return context.respond(questionTakenPage)
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return context.respond(
                codePage(token, .askQuestionCode, .askQuestion, form, context), status: .unprocessableContent)
        }
    }

    private func link(_ text: String) throws -> Bytes {
        guard let link = Bytes(hex: text) else { throw PageRefusal(.notFound) }
        return link
    }

    private func door(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.answer.values(in: context)
        guard try await rooms.questions.stands(try link(text)) else { return ended(context) }
        return context.respond(answerDoorPage(text, nil, context.formToken))
    }

    private func toDoor(_ request: Request, _ context: WebContext) async throws -> Response {
        context.redirect(to: SitePath.answer(try SitePath.answerCode.values(in: context)))
    }

    private func sendCode(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.answer.values(in: context)
        do {
            guard let (token, _) = try await rooms.questions.sendCode(try link(text), asker: context.asker(request))
            else { return ended(context) }
            return context.respond(
                codePage(token, SitePath.answerCode(text), SitePath.answer(text), Form(), context))
        } catch let refusal as AccessRefusal {
            return context.respond(
                answerDoorPage(text, .codeRefusal(refusal), context.formToken), status: .tooManyRequests)
        }
    }

    private func read(_ request: Request, _ context: WebContext) async throws -> Response {
        let text = try SitePath.answerCode.values(in: context)
        var form = context.form
        guard let token = Bytes(hex: form.text(.kept)) else { throw PageRefusal(.invalid) }
        do {
            let messages = try await rooms.questions.read(try link(text), code: form.text(.code), token: token)
            guard let messages else { return ended(context) }
            return context.respond(answerPage(messages, switchPath: SitePath.answer(text)))
        } catch AccessRefusal.wrongCode(let left) {
            form.refuse(.code, .wrongCode(left))
            return context.respond(
                codePage(token, SitePath.answerCode(text), SitePath.answer(text), form, context),
                status: .unprocessableContent)
        }
    }

    private func codePage(
        _ token: Bytes, _ enter: SitePath, _ back: SitePath, _ form: Form, _ context: WebContext
    ) -> Page {
        questionCodePage(token.hex, enter: enter, back: back, form, context.formToken)
    }

    /// One page for a link that was used, one that is too old and one that never was.
    private func ended(_ context: WebContext) -> Response {
        context.respond(answerEndedPage, status: .gone)
    }
}
