import ArgumentParser
import Policy
import Primitives
import WebCore

/// `saqta policy days`: what a year's working days are, by the law pack of a policy.
struct PolicyDays: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "days", abstract: "Lists the weekdays that are days off, and the weekend days that are worked.",
        discussion: """
            By the law pack of the policy alone; what an administrator has entered in the office is not in it. One line a \
            day: the date, "off" or "working", the kind, and why.
            """)

    @Argument(help: "The folder with policy.yml and the texts.") var folder: String
    @Option(help: "The first year.") var from: Int
    @Option(help: "The last year; by default the first.") var to: Int?
    @Option(help: "ru, kk or en; by default that of the terminal.") var language: String?

    func validate() throws {
        guard (1992...2100).contains(from), (from...2100).contains(to ?? from) else {
            throw ValidationError("Years between 1992 and 2100, the first one first.")
        }
    }

    func run() throws {
        let reading = try PolicyFolder(path: folder).read()
        guard let calendar = reading.lawPack?.calendar else {
            for error in reading.errors { print("\(folder)/\(error)") }
            throw ExitCode(2)
        }
        let language = Language.ofTerminal(asked: language)
        guard var day = Day(year: from, month: 1, day: 1), let end = Day(year: (to ?? from) + 1, month: 1, day: 1)
        else {
            throw ExitCode(2)
        }
        while day < end {
            if let line = line(calendar.standing(of: day), day, language) { print("\(day) \(line)") }
            day = day + 1
        }
    }

    /// Nil for an ordinary day.
    private func line(_ standing: WorkingCalendar.Standing, _ day: Day, _ language: Language) -> String? {
        switch standing {
        case .working, .weekend: nil
        case .holiday(let title): day.weekday > 5 ? nil : "off holiday \(title[language])"
        case .dayOff(let title): day.weekday > 5 ? nil : "off day-off \(title[language])"
        case .given(let title): "off given \(title[language])"
        case .moved(let isWorking, let act): "\(isWorking ? "working" : "off") moved \(act)"
        }
    }
}
