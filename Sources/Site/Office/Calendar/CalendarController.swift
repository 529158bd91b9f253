import Deadlines
import Hummingbird
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// The administrator's page of working days.
struct CalendarController: Sendable {
    let desk: OfficeDesk
    let calendars: CalendarDesk

    static let day: FieldName = "day"
    static let kind: FieldName = "kind"
    static let act: FieldName = "act"
    static let version: FieldName = "version"
    /// The kind by which a decision is taken back.
    static let lawful = "law"

    static func code(of move: WorkingCalendar.Move?) -> String {
        move.map { $0.isWorking ? "working" : "off" } ?? lawful
    }

    func addRoutes(to routes: SiteRoutes) {
        routes.get(.workingDays, use: show).post(.previewDay, use: preview).post(.moveDay, use: move)
    }

    private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return context.respond(try await page(officer, Form(), context))
    }

    private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return try await orAgain(officer, context) { day, move in
            let version = try await calendars.standing().number
            let shifts = try await calendars.shifts(move, on: day)
            let preview = CalendarPreview(
                day: day, move: move, shifts: shifts, version: version, token: context.formToken)
            return context.respond(
                officePage(
                    .officeCalendarAdd, officer, at: .workingDays, isNarrow: true, switchPath: .workingDays, in: context
                ) { preview.content })
        }
    }

    private func move(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try await desk.officer(.administrator, in: context)
        return try await orAgain(officer, context) { day, move in
            guard let version = Int(context.form.text(Self.version)) else { throw PageRefusal(.invalid) }
            try await calendars.decide(move, on: day, after: version, by: officer.actor(.administrator))
            return context.redirect(to: .workingDays.with("year", "\(day.year)"))
        }
    }

    /// Reads the form and does something with it; or shows the page again with what is wrong.
    private func orAgain(
        _ officer: Officer, _ context: WebContext,
        _ act: (Day, WorkingCalendar.Move?) async throws -> Response
    ) async throws -> Response {
        var form = context.form
        let day = Day(form.text(Self.day))
        let kind = form.text(Self.kind)
        if day == nil { form.refuse(Self.day, .calendarNoDay) }
        if !["off", "working", Self.lawful].contains(kind) { form.refuse(Self.kind, .calendarNoKind) }
        let cited = form.trimmed(Self.act) ?? ""
        if kind != Self.lawful, cited.isEmpty { form.refuse(Self.act, .calendarNoAct) }
        if let day, form.isAccepted {
            let move =
                kind == Self.lawful ? nil : WorkingCalendar.Move(day, isWorking: kind == "working", act: cited)
            do { return try await act(day, move) } catch let refusal as CalendarRefusal { explain(refusal, in: &form) }
        }
        return context.respond(try await page(officer, form, context), status: .unprocessableContent)
    }

    private func explain(_ refusal: CalendarRefusal, in form: inout Form) {
        switch refusal {
        case .notAdministrator, .changedMeanwhile: form.refuse(Self.day, .calendarChangedMeanwhile)
        case .nothingNew: form.refuse(Self.day, .calendarNothingNew)
        case .farAway: form.refuse(Self.day, .calendarFarAway)
        case .noAct: form.refuse(Self.act, .calendarNoAct)
        case .longAct: form.refuse(Self.act, .calendarLongAct)
        }
    }

    private func page(_ officer: Officer, _ form: Form, _ context: WebContext) async throws -> Page {
        let today = Day(of: desk.time.now, hoursEast: 5)
        let asked = context.path.value(of: "year").flatMap { Int($0) }
        let page = CalendarPage(
            version: try await calendars.standing(),
            year: asked.map { min(max($0, 1992), 2100) } ?? Day(form.text(Self.day))?.year ?? today.year, today: today,
            form: form, token: context.formToken)
        return officePage(
            .officeCalendarTitle, officer, at: .workingDays, switchPath: .workingDays, styles: ["calendar.css"],
            in: context
        ) { page.content }
    }
}
