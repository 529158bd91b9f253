import Access
import Permits
import Policy
import Primitives
import Storage

/// A request of somebody of whom no registration is known, who sent it themselves or had staff enter it, as its row tells
/// without a key. It is sealed under a key of its own;
/// whose it is, a reviewer decides before anything is disclosed.
package struct OutsideRequestRow: Sendable {
    /// Whoever asks, until it is known who that is.
    package let subject: SubjectID
    package let id: Identifier<OutsideRequestRow>
    /// How people and staff call it: `R-7K2M-9QXA`.
    package let number: String
    package let kind: RequestKind
    package let state: State
    /// How it came: from the form, or as staff say.
    package let way: RequestRow.Way
    /// The way to the address that was given; nil when staff were told none.
    package let channel: Channel?
    package let createdAt: Instant
    /// The day with which the term begins: on which the address was confirmed, nil before; or of receipt, as staff say.
    package let receivedOn: Day?
    /// Within what it is to be answered, and how that was counted.
    package let term: CountedTerm?
    /// When it is destroyed with its key; nil while it waits for staff.
    package let endsAt: Instant?

    /// The raw values stand in the database and in entries.
    package enum State: String, Sendable, CaseIterable {
        /// The code has not come yet.
        case unconfirmed
        case received
        /// Opened by a reviewer.
        case inWork = "in_work"
        /// It is a registered person's, and goes on as theirs.
        case identified
        /// Who asks could not be told.
        case notIdentified = "not_identified"
        /// Nothing is held about whoever asks.
        case nothingHeld = "nothing_held"
        /// Whoever asks was identified, and nothing but what the archive holds is left of them.
        case archived

        package var isOpen: Bool { self == .received || self == .inWork }
    }

    /// By what staff tell who asks. The raw values stand in the database and in entries.
    package enum Evidence: String, Sendable, CaseIterable {
        /// The confirmed address is one that the registered person has confirmed.
        case contact
        /// An original document was seen.
        case original
        /// A notary or a digital signature vouches for who signed.
        case certified

        /// What can tell who asks of a request that came so: an address that staff were told is nobody's yet.
        package static func showing(_ way: RequestRow.Way) -> [Self] {
            allCases.filter { $0 != .contact || way == .form }
        }

        /// What can tell that somebody is who the archive holds, in which no address is.
        package static let ofArchived: [Self] = [.original, .certified]

        /// What can tell staff that a registered person makes a request that came so; nothing does on the telephone.
        package static func ofRegistered(_ way: RequestRow.Way) -> [Self] {
            switch way {
            case .email: [.contact, .certified]
            case .paper, .visit: [.original, .certified]
            case .account, .form, .telephone: []
            }
        }
    }
}

extension OutsideRequestRow {
    static let selection: SQL = """
        SELECT subject_id, id, number, kind, state, channel, created_at, received, term, ends_at, way FROM outside_request
        """

    init(row: Row) throws(StorageError) {
        guard let kind = RequestKind(rawValue: try row.text(3)), let state = State(rawValue: try row.text(4)),
            // A row from before there were other ways has none.
            let way = RequestRow.Way(rawValue: try row.textIfAny(10) ?? RequestRow.Way.form.rawValue)
        else { throw .unexpected("outside request row") }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1), number: try row.text(2), kind: kind,
            state: state, way: way, channel: Channel(rawValue: try row.text(5)), createdAt: try row.instant(6),
            receivedOn: try row.intIfAny(7).map { Day(daysSince1970: Int($0)) },
            term: try row.textIfAny(8).flatMap(CountedTerm.init), endsAt: try row.instantIfAny(9))
    }

    /// What is bound into the sealed words.
    static func label(_ id: Identifier<OutsideRequestRow>) -> String { "outside request \(id)" }

    /// What an entry tells of it, in closed words.
    var note: [String: String] {
        var note = ["request": number, "kind": kind.rawValue, "way": way.rawValue]
        note["received"] = receivedOn?.description
        note["due"] = term?.due.description
        return note
    }
}

/// A request without an account as it stands today; nothing personal in it.
package struct OutsideStanding: Sendable {
    package let request: OutsideRequestRow
    /// The last day to answer; nil before it is received.
    package let due: DueDay?
}
