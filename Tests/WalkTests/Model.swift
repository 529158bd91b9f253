import Permits
import Primitives

/// What a house should be like after the steps of a walk: persons, editions and grounds by a few rules of its own, which share
/// nothing with the code that is tested but names.
struct Model {
    /// Ways in which the editions of a walk differ from the first.
    struct Variant: OptionSet, Hashable {
        let rawValue: Int
        /// Support sees no family name any more when it opens a case.
        static let narrower = Variant(rawValue: 1)
        /// Support may also reveal the given name, for contact.
        static let wider = Variant(rawValue: 2)
        /// The courier is in another country.
        static let abroad = Variant(rawValue: 4)
        static let all = (0..<8).map(Variant.init(rawValue:))
    }

    struct Edition {
        let variant: Variant
        var void: Set<String> = []
    }

    struct Consent {
        let edition: Int
        let until: Instant

        var since: Instant { until - Model.consentTerm }
    }

    struct Person {
        let number: String
        /// The order in which they came.
        let order: Int
        let session: Bytes
        /// What is held: the value, and the edition under which it came.
        var fields: [Int: (value: String, edition: Int)]
        var consents: [String: Consent]
        /// When a consent was withdrawn last.
        var withdrawn: [String: Instant] = [:]
        var isBlocked = false
        /// Whether they are told of new editions by e-mail.
        var isTold = false
        /// When a draft ends; nil once it was sent.
        var due: Instant?
        /// What is written in each thread, the oldest first.
        var threads: [[String]] = []
        /// Whether a reviewer has found them to be who they say.
        var isApproved = false
        var orders: [Order] = []
        /// The holds that stand, and when each ends by itself.
        var holds: [Identifier<Hold>: Instant] = [:]
        /// The same of those that a restore put on, since a later consent is lost; they stop nobody in their own.
        var lost: [Identifier<Hold>: Instant] = [:]
    }

    /// Somebody who was erased, and what of it has come to its end.
    struct Erased {
        let at: Instant
        var turned: Instant?
        var isFinal = false
    }

    static let consentTerm = Span.days(1_095)
    static let draftTerm = Span.days(7)
    static let keyCopies = Span.days(7)

    /// The first edition comes first.
    var editions = [Edition(variant: [])]
    var persons: [SubjectID: Person] = [:]
    var archived: [SubjectID: Archived] = [:]
    var erased: [SubjectID: Erased] = [:]

    /// The number of the edition in force.
    var inForce: Int { editions.count }
    var now: Edition { editions[editions.count - 1] }

    mutating func publish(_ variant: Variant) { editions.append(Edition(variant: variant)) }
    mutating func declareVoid(_ clause: String) { editions[editions.count - 1].void.insert(clause) }

    mutating func erase(_ subject: SubjectID, at instant: Instant) {
        (persons[subject], archived[subject]) = (nil, nil)
        erased[subject] = Erased(at: instant)
    }

    mutating func give(_ consents: [String], to subject: SubjectID, at instant: Instant) {
        let consent = Consent(edition: inForce, until: instant + Self.consentTerm)
        for id in consents { persons[subject]?.consents[id] = consent }
        if consents.contains("main") { persons[subject]?.lost = [:] }
    }

    mutating func set(_ field: Int, _ value: String, of subject: SubjectID) {
        let edition = inForce
        persons[subject]?.fields[field] = (value, edition)
    }
}

/// Something that somebody may want to do with a person's data.
struct Wish {
    /// On what it rests.
    enum Ground {
        case law
        case consent(String)
    }

    let name: String
    /// What the Gate is asked, about whom and in which of their sessions.
    var ask: @Sendable (SubjectID, Bytes) -> Ask? = { _, _ in nil }
    let fields: [Int]
    let ground: Ground
    /// The clauses without which it has no ground.
    let clauses: Set<String>
    /// Those of them on which the fields rest, where others are for what is kept beside the record.
    var fieldClauses: Set<String>?
    /// The editions that allow it.
    var editions: @Sendable (Model.Variant) -> Bool = { _ in true }
    /// What goes out goes to a recipient by a consent of its own.
    var recipient: String?
    /// The person's own looking at what is theirs.
    var isOwnReading = false
    /// It destroys.
    var destroys = false
}

extension Model {
    /// Whether it may be done now: there is a live ground in force, and one under which the datum came, or to which the person
    /// has agreed since; the person is not blocked.
    func allows(_ wish: Wish, on subject: SubjectID, at instant: Instant) -> Bool {
        guard let person = persons[subject] else { return false }
        let consents = person.consents.filter { $0.value.until > instant }
        guard wish.editions(now.variant), now.void.isDisjoint(with: wish.clauses) else { return false }
        if case .consent(let id) = wish.ground {
            guard let given = consents[id], !void(since: given.edition).contains(Self.clause(of: id)) else {
                return false
            }
        }
        if let consent = wish.recipient {
            let clause = Self.clause(of: consent)
            guard let given = consents[consent], !now.void.contains(clause), !now.variant.contains(.abroad),
                !editions[given.edition - 1].variant.contains(.abroad), !void(since: given.edition).contains(clause)
            else { return false }
        }
        if person.isBlocked, !wish.isOwnReading {
            if case .consent = wish.ground { return false }
            if wish.destroys { return false }
        }
        if wish.destroys, person.isHeld(at: instant, forThemselves: wish.name == Wish.ending.name) { return false }
        return wish.fields.allSatisfy { field in
            guard let held = person.fields[field], held.edition != inForce else { return true }
            if carries(wish, held.edition) { return true }
            let needed =
                switch wish.ground {
                case .law: "main"
                case .consent(let id): String(id.prefix { $0 != "." })
                }
            return consents.contains { id, given in
                given.edition > held.edition && carries(wish, given.edition) && id.prefix { $0 != "." } == needed
            }
        }
    }

    /// On which clause a consent rests.
    static func clause(of consent: String) -> String {
        switch consent.prefix(while: { $0 != "." }) {
        case "courier": "3.5.1"
        case "advertising": "2.2.4"
        default: "b"
        }
    }

    /// Whether data rest on an edition for a wish: what is void in it, or in a later one, is no ground.
    private func carries(_ wish: Wish, _ edition: Int) -> Bool {
        wish.editions(editions[edition - 1].variant)
            && void(since: edition).isDisjoint(with: wish.fieldClauses ?? wish.clauses)
    }

    /// What was declared void in an edition or a later one; the texts of the clauses are the same in all of a walk.
    private func void(since edition: Int) -> Set<String> {
        editions[(edition - 1)...].reduce(into: []) { $0.formUnion($1.void) }
    }
}
