import Deadlines
import Markup
import Policy
import Primitives
import WebCore

/// The working days, what the Government has moved, and the form for more.
struct CalendarPage {
    let version: CalendarVersion
    let year: Int
    let today: Day
    let form: Form
    let token: FormToken

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        h1 { Phrase.officeCalendarTitle }
        p(.class("lead")) { Phrase.officeCalendarLead }
        if let known = version.calendar.lastKnownYear, known < today.year + 2 {
            panel(.notice, .officeCalendarUnknown(known))
        }
        section(.class("flow"), .ariaLabelledBy("year")) {
            h2(.id("year")) { Phrase.officeCalendarYear(year) }
            nav(.class("years"), .ariaLabel(.officeCalendarTitle)) {
                a(.href(SitePath.workingDays.with("year", "\(year - 1)")), .rel("prev")) {
                    icon(.back)
                    Phrase.officeCalendarToYear(year - 1)
                }
                a(.href(SitePath.workingDays.with("year", "\(year + 1)")), .rel("next")) {
                    Phrase.officeCalendarToYear(year + 1)
                }
            }
            YearView(year: year, calendar: version.calendar, today: today).content
        }
        section(.class("flow"), .ariaLabelledBy("moves")) {
            h2(.id("moves")) { Phrase.officeCalendarMoves }
            moves
            p(.class("muted", "small")) { Phrase.officeCalendarVersion(version.number) }
        }
        section(.class("flow", "measure"), .ariaLabelledBy("add")) {
            h2(.id("add")) { Phrase.officeCalendarAdd }
            postForm(to: .previewDay, token: token) {
                textField(CalendarController.day, .officeCalendarDay, in: form, FieldTraits(.date, width: .half))
                radios(
                    CalendarController.kind, .officeCalendarKind, in: form,
                    [
                        Choice("off", .officeCalendarBecomesOff), Choice("working", .officeCalendarBecomesWorking),
                    ])
                textField(CalendarController.act, .officeCalendarAct, hint: .officeCalendarActHint, in: form)
                actions { submitButton(.officeCalendarPreview) }
            }
        }
    }

    private var moves: HTML {
        let entered = Set(version.moves.map(\.day))
        let all = version.calendar.moves.values.sorted { $0.day < $1.day }
        guard !all.isEmpty else { return emptyState(.officeCalendarNoMoves, .officeCalendarNoMovesWhy) }
        return dataTable(
            .officeCalendarMoves,
            [
                Column(.officeCalendarDay), Column(.officeCalendarBecomes), Column(.officeCalendarAct),
                Column(.officeCalendarTakeBack, isPlain: true),
            ], hidesCaption: true,
            rows: all.map { move in
                [
                    span(.class("nowrap")) { Phrase.dateWithWeekday(move.day) },
                    .text(move.isWorking ? .officeCalendarBecomesWorking : .officeCalendarBecomesOff), .text(move.act),
                    entered.contains(move.day) ? takeBack(move) : .text(Phrase.officeCalendarFromLaw),
                ]
            })
    }

    private func takeBack(_ move: WorkingCalendar.Move) -> HTML {
        postForm(to: .previewDay, token: token) {
            input(.type(.hidden), .name(CalendarController.day.text), .value(move.day.description))
            input(.type(.hidden), .name(CalendarController.kind.text), .value(CalendarController.lawful))
            button(.type(.submit), .class("link-button")) {
                Phrase.officeCalendarTakeBack
                span(.class("visually-hidden")) {
                    ": "
                    Phrase.date(move.day)
                }
            }
        }
    }
}

/// What a change of the calendar moves, before it is entered.
struct CalendarPreview {
    let day: Day
    /// Nil takes a decision back.
    let move: WorkingCalendar.Move?
    let shifts: [CalendarDesk.Shift]
    let version: Int
    let token: FormToken

    @HTMLBuilder var content: HTML {
        h1 { Phrase.dateWithWeekday(day).beginning }
        p(.class("lead")) {
            switch move {
            case nil: Phrase.officeCalendarTakeBack
            case .some(let move):
                move.isWorking ? Phrase.officeCalendarBecomesWorking : .officeCalendarBecomesOff
                ": "
                move.act
            }
        }
        panel(shifts.isEmpty ? .success : .warning, .officeCalendarShifts(shifts.count)) {
            if !shifts.isEmpty { p { Phrase.officeCalendarShiftsOpenly } }
        }
        if !shifts.isEmpty {
            dataTable(
                .officeDue,
                [Column(.officeCaseNumber), Column(.officeCalendarWas), Column(.officeCalendarBecomes)],
                hidesCaption: true,
                rows: shifts.prefix(100).map { shift in
                    [.text(shift.caseID), .text(Phrase.date(shift.was)), .text(Phrase.date(shift.becomes))]
                })
        }
        postForm(to: .moveDay, token: token) {
            input(.type(.hidden), .name(CalendarController.day.text), .value(day.description))
            input(.type(.hidden), .name(CalendarController.kind.text), .value(CalendarController.code(of: move)))
            input(.type(.hidden), .name(CalendarController.act.text), .value(move?.act ?? ""))
            input(.type(.hidden), .name(CalendarController.version.text), .value("\(version)"))
            actions {
                submitButton(.officeCalendarEnter)
                linkButton(.cancel, to: .workingDays, .secondary)
            }
        }
    }
}
