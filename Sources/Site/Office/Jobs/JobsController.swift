import Hummingbird
import Markup
import Permits
import Primitives
import Staffing
import WebCore

/// Jobs that do not come to their end by themselves: the administrator has them tried again, or gives them up.
struct JobsController: Sendable {
    let desk: OfficeDesk

    static let queue: FieldName = "queue"
    static let job: FieldName = "job"
    static let reason: FieldName = "reason"
    static let sure: FieldName = "sure"

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.jobs, use: show).post(.jobAgain, use: again).post(.jobGiveUp, use: giveUp)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let page = JobsPage(
            jobs: try await desk.stuck.jobs(), done: context.path.value(of: "done").flatMap(JobsPage.Done.init),
            now: desk.time.now, token: context.formToken)
        return context.respond(
            officePage(.officeJobsTitle, officer, at: .jobs, in: context) { page.content })
    }

    private func again(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let (kind, id) = try named(in: context)
        try await explained { try await desk.stuck.again(kind, id, by: officer.actor(.administrator)) }
        return context.redirect(to: .jobs.with("done", JobsPage.Done.again.rawValue))
    }

    private func giveUp(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        let (kind, id) = try named(in: context)
        var form = context.form
        guard form.isChecked(Self.sure) else { return try await ask(kind, id, officer, form, context) }
        guard let reason = StuckJob.GivingUp(rawValue: form.text(Self.reason)) else {
            form.refuse(Self.reason, .officeChooseReason)
            return try await ask(kind, id, officer, form, context)
        }
        try await explained {
            try await desk.stuck.giveUp(kind, id, because: reason, by: officer.actor(.administrator))
        }
        return context.redirect(to: .jobs.with("done", JobsPage.Done.givenUp.rawValue))
    }

    /// The page that asks for the reason.
    private func ask(
        _ kind: StuckJob.Kind, _ id: Identifier<StuckJob>, _ officer: Officer, _ form: Form, _ context: WebContext
    ) async throws -> Response {
        let job = try await explained { try await desk.stuck.job(kind, id) }
        guard !kind.groundsToGiveUp.isEmpty else { throw PageRefusal(.invalid, .stuck(.mustBeDone)) }
        let page = officePage(.officeGiveUpQuestion, officer, at: .jobs, isNarrow: true, switchPath: .jobs, in: context)
        {
            errorSummary(form)
            h1 { Phrase.officeGiveUpQuestion }
            p(.class("lead")) { Phrase.officeGiveUpMeans(kind) }
            p { job.about ?? .officeJobKind(kind) }
            postForm(to: .jobGiveUp, token: context.formToken) {
                JobsPage.name(of: job)
                radios(
                    Self.reason, .officeGiveUpReason, in: form,
                    kind.groundsToGiveUp.map { Choice($0.rawValue, .officeGivingUp($0)) })
                actions {
                    submitButton(.officeGiveUp, .danger, name: Self.sure)
                    linkButton(.cancel, to: .jobs, .secondary)
                }
            }
        }
        return context.respond(page, status: form.isAccepted ? .ok : .unprocessableContent)
    }

    private func named(in context: WebContext) throws -> (StuckJob.Kind, Identifier<StuckJob>) {
        guard let kind = StuckJob.Kind(rawValue: context.form.text(Self.queue)),
            let id = Identifier<StuckJob>(context.form.text(Self.job))
        else { throw PageRefusal(.invalid) }
        return (kind, id)
    }

    private func explained<Answer>(_ act: () async throws -> Answer) async throws -> Answer {
        do { return try await act() } catch let refusal as StuckRefusal {
            throw PageRefusal(refusal.kind, .stuck(refusal))
        }
    }
}

extension Phrase {
    fileprivate static func stuck(_ refusal: StuckRefusal) -> Phrase {
        switch refusal {
        case .gone: .officeJobGone
        case .mustBeDone: .officeJobMustBeDone
        case .notAdministrator: .officeNoRole
        }
    }
}
