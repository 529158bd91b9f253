import Access
import Permits
import Policy
import Primitives
import Storage

/// A request that somebody makes without an account, as its row tells without a key. It is sealed under a key of its own;
/// whose it is, a reviewer decides before anything is disclosed.
package struct OutsideRequestRow: Sendable {
    /// Whoever asks, until it is known who that is.
    package let subject: SubjectID
    package let id: Identifier<OutsideRequestRow>
    /// How people and staff call it: `R-7K2M-9QXA`.
    package let number: String
    package let kind: RequestKind
    package let state: State
    /// The way to the address that was given.
    package let channel: Channel
    package let createdAt: Instant
    /// The day on which the address was confirmed, with which the term begins; nil before.
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

        package var isOpen: Bool { self == .received || self == .inWork }
    }

    /// By what a reviewer tells who asks. The raw values stand in entries.
    package enum Evidence: String, Sendable, CaseIterable {
        /// The confirmed address is one that the registered person has confirmed.
        case contact
        /// An original document was seen.
        case original
    }
}

extension OutsideRequestRow {
    static let selection: SQL = """
        SELECT subject_id, id, number, kind, state, channel, created_at, received, term, ends_at FROM outside_request
        """

    init(row: Row) throws(StorageError) {
        guard let kind = RequestKind(rawValue: try row.text(3)), let state = State(rawValue: try row.text(4)),
            let channel = Channel(rawValue: try row.text(5))
        else { throw .unexpected("outside request row") }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1), number: try row.text(2), kind: kind,
            state: state, channel: channel, createdAt: try row.instant(6),
            receivedOn: try row.intIfAny(7).map { Day(daysSince1970: Int($0)) },
            term: try row.textIfAny(8).flatMap(CountedTerm.init), endsAt: try row.instantIfAny(9))
    }

    /// What is bound into the sealed words.
    static func label(_ id: Identifier<OutsideRequestRow>) -> String { "outside request \(id)" }

    /// What an entry tells of it, in closed words.
    var note: [String: String] {
        var note = ["request": number, "kind": kind.rawValue, "way": RequestRow.Way.form.rawValue]
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
