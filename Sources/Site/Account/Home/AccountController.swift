import Access
import Documents
import Hummingbird
import Markup
import Messages
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import WebCore

/// Where a registration stands, what is to be done, and who looked.
struct AccountController: Sendable {
    let rooms: AccountRooms

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.account, use: home)
            .post(.accountCorrection, use: answer).post(.accountObjection, use: object)
            .post(.accountAgain, use: again)
            .get(.accountHistory, use: history).get(.accountMessages, use: messages)
    }

    private func home(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(try await page(in: context).page)
    }

    private func page(in context: WebContext, form: Form = Form()) async throws -> AccountPage {
        let own = try context.status()
        let registration = try await rooms.registration(of: own)
        let edition = try await rooms.registrar.edition()
        let (subject, digest) = (own.subject, own.digest)
        let missing = try await rooms.gate.look {
            try DocumentStore($0).missing(
                of: subject, under: edition, isOnPaper: try Registrar.isOnPaper(subject, $0))
        }
        let isArgued =
            registration.state == .refused || (registration.state.awaitsReview && registration.objectedAt != nil)
        let isAsked = registration.state == .moreAsked && own.opensData
        let rights = try await rooms.rights.own(subject)
        return AccountPage(
            news: try await rooms.notices.standing(of: subject), registration: registration,
            registrant: try await rooms.registrant(of: own), isActing: own.session.representation != nil,
            policy: edition.document,
            secondLook: try await rooms.secondLook(registration),
            opensData: own.opensData, documents: try await rooms.documents.documents(of: subject), missing: missing,
            proposals: isAsked ? try await rooms.registrar.proposals(to: subject, session: digest) : [],
            proposedOn: rights.proposedOn,
            texts: isArgued && own.opensData ? try await rooms.registrar.texts(to: subject, session: digest) : [:],
            form: form, contacts: try await rooms.contacts(of: own), block: rights.block, holds: rights.holds,
            now: rooms.time.now,
            token: context.formToken, wasIncomplete: context.path.value(of: "missing") != nil)
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        guard let id = Identifier<CorrectionRow>(context.form.text(.proposal)) else { throw PageRefusal(.notFound) }
        try await rooms.registrar.answer(
            id, accept: context.form.text(.answer) == "yes", of: own.subject, session: own.digest)
        return context.redirect(to: .account)
    }

    private func object(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        do {
            try await rooms.registrar.object(
                own.subject, words: context.form.trimmed(.objection), session: own.digest)
        } catch RegistrationRefusal.fields {
            var form = context.form
            form.refuse(.objection, .tooLongText(CaseText.mostCharacters))
            return context.respond(try await page(in: context, form: form).page, status: .unprocessableContent)
        }
        return context.redirect(to: .account)
    }

    private func again(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        try await rooms.registrar.applyAgain(own.subject, session: own.digest)
        return context.redirect(to: .checkStep)
    }

    private func messages(_ request: Request, _ context: WebContext) async throws -> Response {
        let subject = try context.own().subject
        let messages = try await rooms.gate.look { try MessageQueue($0).newest(of: subject, limit: 100) }
        return context.respond(MessagesPage(messages: messages).page)
    }

    private func history(_ request: Request, _ context: WebContext) async throws -> Response {
        let own = try context.own()
        let before = context.path.value(of: "before").flatMap(Int64.init).map { Instant(microseconds: $0) }
        let acts = try await rooms.registrar.history(
            of: own.subject, session: own.digest, before: before, limit: HistoryPage.length + 1)
        let policy = try await rooms.registrar.edition().document
        return context.respond(HistoryPage(acts: acts, policy: policy).page)
    }
}
