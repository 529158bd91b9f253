import Primitives

/// Turns a law pack's YAML into a ``LawPack``.
struct LawPackReader {
    func pack(_ item: YAMLItem) -> LawPack {
        LawPack(
            id: item.text("id"), title: item.phrase("title"), region: item.text("region"),
            regionArticle: item.text("region_article"), timeZone: item.text("time_zone"),
            calendar: item.item("calendar", calendar),
            deadlines: item.items("deadlines", duty), consentContents: item.items("consent_contents", content),
            refusalGrounds: item.items("refusal_grounds", ground), holdGrounds: item.items("hold_grounds", ground),
            openingGrounds: item.items("opening_grounds", ground),
            noticeExceptions: item.items("notice_exceptions", ground), requests: item.items("requests", request),
            promises: item.items("promises", promise), retentions: item.items("retentions", retention),
            identityPrintArticle: item.text("identity_print_article"),
            crossBorderArticle: item.text("cross_border_article"), consentArticle: item.text("consent_article"),
            separateConsentArticle: item.text("separate_consent_article"),
            automatedDecisionArticle: item.text("automated_decision_article"))
    }

    private func calendar(_ item: YAMLItem) -> WorkingCalendar {
        let week = Set(item.choices("week") as [WorkingCalendar.Weekday])
        if week.isEmpty { item.fail("a week has working days", at: "week") }
        let off = item.items("days_off", dated).flatMap { $0 }
        return WorkingCalendar(
            week: week.isEmpty ? [.monday] : week, holidays: item.items("holidays", holiday),
            daysOff: Dictionary(off, uniquingKeysWith: { first, _ in first }), moves: item.items("moved_days", moved))
    }

    private func holiday(_ item: YAMLItem) -> WorkingCalendar.Holiday {
        // In a leap year every day that can come back exists.
        let day = item.value("day", or: Day(daysSince1970: 0)) { Day("2000-\($0)") }
        return WorkingCalendar.Holiday(
            item.text("id"), item.phrase("title"), month: day.month, day: day.day,
            since: item.optionalValue("since", Int.init),
            until: item.optionalValue("until", Int.init), moves: item.flag("moves"))
    }

    private func dated(_ item: YAMLItem) -> [(Day, Phrase)] {
        _ = item.text("id")
        let title = item.phrase("title")
        return item.values("days", Day.init).map { ($0, title) }
    }

    private func moved(_ item: YAMLItem) -> WorkingCalendar.Move {
        WorkingCalendar.Move(
            item.value("day", or: Day(daysSince1970: 0), Day.init), isWorking: item.flag("working"),
            act: item.text("act"))
    }

    private func duty(_ item: YAMLItem) -> LawPack.Duty {
        LawPack.Duty(
            id: item.text("id"), trigger: item.text("trigger"), amount: item.integer("amount"),
            unit: item.choice("unit", or: .workingDay), limit: item.choice("limit", or: .atMost),
            required: item.flag("required"), article: item.text("article"),
            condition: item.optionalText("condition"))
    }

    private func content(_ item: YAMLItem) -> LawPack.ConsentContent {
        LawPack.ConsentContent(id: item.choice("id", or: .data), article: item.text("article"))
    }

    private func ground(_ item: YAMLItem) -> LawPack.RefusalGround {
        LawPack.RefusalGround(id: item.text("id"), article: item.text("article"), title: item.phrase("title"))
    }

    private func request(_ item: YAMLItem) -> LawPack.RequestRule {
        LawPack.RequestRule(
            id: item.choice("id", or: .information), article: item.text("article"), deadline: item.text("deadline"),
            grounds: item.texts("grounds"), title: item.phrase("title"))
    }

    private func retention(_ item: YAMLItem) -> LawPack.RetentionRule {
        LawPack.RetentionRule(
            id: item.text("id"), article: item.text("article"), title: item.phrase("title"),
            trigger: item.choice("trigger", or: .paidOrder), years: item.integer("years"))
    }

    private func promise(_ item: YAMLItem) -> LawPack.Promise {
        LawPack.Promise(
            id: item.text("id"), article: item.text("article"), message: item.phrase("message"),
            says: item.item("says", fragments), unless: item.item("unless", fragments))
    }

    private func fragments(_ item: YAMLItem) -> [Language: [String]] {
        Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, item.texts($0.rawValue)) })
    }
}
