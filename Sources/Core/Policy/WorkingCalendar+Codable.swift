import Primitives

/// As a version of the calendar is stored, whole, so that each can be looked at again.
extension WorkingCalendar: Codable {
    private struct Stored: Codable {
        let week: [String]
        let holidays: [Holiday]
        let daysOff: [DayOff]
        let moves: [Move]
    }

    private struct DayOff: Codable {
        let day: String
        let title: Phrase
    }

    package init(from decoder: any Decoder) throws {
        let stored = try Stored(from: decoder)
        func failed(_ what: String) -> DecodingError {
            .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: what))
        }
        self.init(
            week: Set(
                try stored.week.map { name in
                    guard let weekday = Weekday(rawValue: name) else { throw failed("weekday") }
                    return weekday
                }),
            holidays: stored.holidays,
            daysOff: Dictionary(
                try stored.daysOff.map { off in
                    guard let day = Day(off.day) else { throw failed("day off") }
                    return (day, off.title)
                }, uniquingKeysWith: { first, _ in first }),
            moves: stored.moves)
    }

    package func encode(to encoder: any Encoder) throws {
        try Stored(
            week: Weekday.allCases.filter(week.contains).map(\.rawValue), holidays: holidays,
            daysOff: daysOff.sorted { $0.key < $1.key }.map { DayOff(day: $0.key.description, title: $0.value) },
            moves: moves.values.sorted { $0.day < $1.day }
        ).encode(to: encoder)
    }
}

extension WorkingCalendar.Move: Codable {
    private enum Key: CodingKey { case day, working, act }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        guard let day = Day(try values.decode(String.self, forKey: .day)) else {
            throw DecodingError.dataCorruptedError(forKey: .day, in: values, debugDescription: "day")
        }
        self.init(
            day, isWorking: try values.decode(Bool.self, forKey: .working),
            act: try values.decode(String.self, forKey: .act))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(day.description, forKey: .day)
        try values.encode(isWorking, forKey: .working)
        try values.encode(act, forKey: .act)
    }
}
