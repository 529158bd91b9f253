import Consents
import Markup
import Primitives
import WebCore

/// Visits by day as columns, a part of each for each language, and the same as a table.
struct AcceptancePage {
    let counts: [Acceptance.Count]
    let today: Day

    private static let height = 120
    private static let step = 20
    private static let languages: [Language] = [.kk, .ru, .en]

    @HTMLBuilder var content: HTML {
        backLink(to: .officePolicy)
        h1 { Phrase.officeAcceptanceTitle }
        p(.class("lead")) { Phrase.officeAcceptanceLead }
        if counts.isEmpty {
            emptyState(.officeAcceptanceNone, .officeAcceptanceNoneWhy)
        } else {
            chart
            dataTable(
                .officeAcceptanceTable,
                columns, rows: lines)
        }
    }

    private var columns: [Column] {
        let languages = Self.languages.map { Column(.invariable($0.ownName), isNumber: true) }
        return [Column(.officeCalendarDay), Column(.officeAcceptanceEdition, isNumber: true)] + languages
            + [Column(.officeAcceptanceAll, isNumber: true)]
    }

    private var days: [Day] { (0..<AcceptanceController.days).map { today + ($0 + 1 - AcceptanceController.days) } }

    private func visits(_ day: Day, _ language: Language? = nil, _ edition: Int? = nil) -> Int {
        counts.filter { one in
            one.kind.day == day && (language == nil || one.kind.language == language)
                && (edition == nil || one.kind.edition == edition)
        }.map(\.visits).reduce(0, +)
    }

    private var chart: HTML {
        let most = max(1, days.map { visits($0) }.max() ?? 1)
        return figure(.class("visits")) {
            figcaption { Phrase.officeAcceptanceChart(most) }
            svg(width: days.count * Self.step, height: Self.height, .role("img")) {
                drawingTitle(.text(Phrase.officeAcceptanceChart(most)))
                for (index, day) in days.enumerated() { column(index, day, most) }
            }
            p(.class("muted", "small", "visits-ends")) {
                span { Phrase.date(days[0]) }
                span { Phrase.date(today) }
            }
            ul(.class("plain", "visits-key")) {
                for language in Self.languages { li(part(language)) { language.ownName } }
            }
        }
    }

    private func column(_ index: Int, _ day: Day, _ most: Int) -> HTML {
        var top = Self.height
        return group {
            for language in Self.languages {
                bar(index, visits(day, language) * (Self.height - 4) / most, language, &top)
            }
        }
    }

    private func bar(_ index: Int, _ height: Int, _ language: Language, _ top: inout Int) -> HTML {
        guard height > 0 else { return .empty }
        top -= height
        return rect(x: index * Self.step + 2, y: top, width: Self.step - 4, height: height, part(language))
    }

    private func part(_ language: Language) -> Attribute {
        switch language {
        case .kk: .class("visits-kk")
        case .ru: .class("visits-ru")
        case .en: .class("visits-en")
        }
    }

    private var lines: [[HTML]] {
        days.reversed().flatMap { day -> [[HTML]] in
            let editions = Set(counts.filter { $0.kind.day == day }.map(\.kind.edition))
            return editions.sorted(by: >).map { line(day, $0) }
        }
    }

    private func line(_ day: Day, _ edition: Int) -> [HTML] {
        var cells: [HTML] = [.text(Phrase.date(day)), .text(String(edition))]
        for language in Self.languages { cells.append(.text(String(visits(day, language, edition)))) }
        cells.append(.text(String(visits(day, nil, edition))))
        return cells
    }
}
