import Permits
import Primitives

extension Model {
    /// Somebody of whom a law has a part kept: nothing but that part is there, and it is for nobody's work.
    struct Archived {
        let number: String
        let order: Int
        let session: Bytes
        /// What is kept of the record.
        let fields: [Int: String]
        /// The numbers of the orders that were paid or agreed on.
        let orders: Set<String>
        /// When it is kept no more.
        let until: Instant
    }

    /// The fields that the laws on taxes and books have kept, and for how many years after that of the payment or the end.
    private static let kept = (fields: [1, 2, 3], years: 5)

    /// Puts somebody into the archive who has paid for something or agreed on it, and erases anybody else.
    mutating func end(_ subject: SubjectID, at instant: Instant) {
        guard let person = persons[subject],
            let last = person.orders.compactMap({ $0.keptFrom(instant: instant) }).max()
        else { return erase(subject, at: instant) }
        archive(subject, until: Self.end(ofYears: Self.kept.years, after: last))
    }

    mutating func archive(_ subject: SubjectID, until: Instant) {
        guard let person = persons.removeValue(forKey: subject) else { return }
        archived[subject] = Archived(
            number: person.number, order: person.order, session: person.session,
            fields: person.fields.filter { Self.kept.fields.contains($0.key) }.mapValues(\.value),
            orders: Set(person.orders.indices.filter { person.orders[$0].isKept }.map { "\($0 + 1)" }),
            until: until)
    }

    /// Erases those whose archive has had its term. - Returns: how many.
    mutating func leaveArchive(at instant: Instant) -> Int {
        let over = archived.filter { $0.value.until <= instant }.keys
        for subject in over { erase(subject, at: instant) }
        return over.count
    }

    /// The end of the last of some whole years after that of an instant, in Kazakhstan.
    private static func end(ofYears years: Int, after instant: Instant) -> Instant {
        let year = Day(of: instant, hoursEast: 5).year
        return start(of: Day(year: year + years + 1, month: 1, day: 1) ?? Day(daysSince1970: 0))
    }

    /// Midnight in Kazakhstan.
    private static func start(of day: Day) -> Instant {
        Instant(seconds: Int64(day.daysSince1970) * 86_400) - .hours(5)
    }

    /// When a hold ends by itself that stands until the end of a day.
    static func end(of day: Day) -> Instant { start(of: Day(daysSince1970: day.daysSince1970 + 1)) }

    /// Ends the holds whose term is over. - Returns: how many.
    mutating func endHolds(at instant: Instant) -> Int {
        var ended = 0
        for (subject, person) in persons {
            let standing = person.holds.filter { $0.value > instant }
            let lost = person.lost.filter { $0.value > instant }
            ended += person.holds.count - standing.count + person.lost.count - lost.count
            persons[subject]?.holds = standing
            persons[subject]?.lost = lost
        }
        return ended
    }
}

extension Model.Person {
    func isHeld(at instant: Instant, forThemselves: Bool = false) -> Bool {
        (forThemselves ? holds : holds.merging(lost) { $1 }).contains { $0.value > instant }
    }
}

extension Wish {
    static let erasing = Wish(name: "is erased on request", fields: [], ground: .law, clauses: ["3.1"], destroys: true)
    /// What has no clause to rest on in the archive does not come to lie there, and nothing is destroyed either.
    static let archiving = Wish(
        name: "is archived on request", fields: [], ground: .law, clauses: ["3.1", "3.3.a", "2.3.1", "1.8"],
        destroys: true)
    static let holding = Wish(name: "is held", fields: [], ground: .law, clauses: ["3.1"])
    static let releasing = Wish(name: "is released", fields: [], ground: .law, clauses: ["3.1"])
}
