import Permits
import Policy
import Primitives
import Storage

/// The name of a thread.
package typealias ThreadID = Identifier<ThreadRow>

/// A thread between a person and the operator, as its row tells without a key.
package struct ThreadRow: Sendable {
    package let subject: SubjectID
    package let id: ThreadID
    /// Its place among the person's threads; counts from 1.
    package let number: Int
    /// The number of the person's registration; of a question without an account, a number of its own.
    package let caseID: String
    /// How it began.
    package let way: ThreadWay
    package let state: State
    /// Since when the person waits for an answer, or when the state began.
    package let since: Instant
    /// The member of staff who took it on themselves to answer.
    package let assignee: SubjectID?
    package let createdAt: Instant
    /// When something was written in it last.
    package let lastAt: Instant
    /// The person has not read yet what the operator wrote last.
    package let isUnread: Bool
    /// The order that it is about, by its place among the person's.
    package var order: Int?
    /// Of somebody without an account, of whom staff took a letter or put down what was said.
    package var isOfStranger = false

    /// The raw values stand in the database.
    package enum State: String, Sendable, CaseIterable {
        /// For the operator.
        case waiting
        case answered, closed
        /// A question whose address nobody has confirmed yet: for nobody to see.
        case unconfirmed
    }
}

/// By which way something was said. The raw values stand in the database and in entries.
package enum ThreadWay: String, Sendable, CaseIterable {
    case account, telephone, whatsapp, telegram, visit
    /// The contacts page, without an account.
    case contactPage = "contact_page"
    /// By mail, from an address that a person has confirmed; nobody has proved who sent it.
    case letter
    /// By mail, from any other address.
    case strangersLetter = "strangers_letter"

    /// What staff enter by hand, since it comes from outside.
    package static let byHand: [ThreadWay] = [.telephone, .whatsapp, .telegram, .visit]
}

/// Who said it. The raw values stand in the database and in entries.
package enum ThreadDirection: String, Sendable, CaseIterable {
    /// From the person.
    case incoming = "in"
    /// From the operator.
    case outgoing = "out"
}

extension ThreadRow {
    /// For what is worked with it: who asked without an account agreed to be answered, and to nothing else; who wrote a
    /// letter or called has agreed to nothing, and may ask for what the law gives them.
    package var purpose: PurposeID {
        switch way {
        case .contactPage: .questions
        case .strangersLetter: .rights
        default: isOfStranger ? .rights : .contact
        }
    }

    static let selection: SQL = """
        SELECT subject_id, id, number, case_id, way, state, since, assignee, created_at, last_at, unread, order_number,
            stranger
        FROM thread
        """

    init(row: Row) throws(StorageError) {
        guard let way = ThreadWay(rawValue: try row.text(4)), let state = State(rawValue: try row.text(5)) else {
            throw .unexpected("thread row")
        }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1), number: Int(try row.int(2)),
            caseID: try row.text(3), way: way, state: state, since: try row.instant(6),
            assignee: try row.identifierIfAny(7), createdAt: try row.instant(8), lastAt: try row.instant(9),
            isUnread: try row.bool(10), order: try row.intIfAny(11).map { Int($0) },
            isOfStranger: try row.intIfAny(12) == 1)
    }

    /// What an entry tells of a thread, in closed words.
    func note(_ way: ThreadWay, _ direction: ThreadDirection) -> [String: String] {
        ["thread": "\(number)", "way": way.rawValue, "direction": direction.rawValue]
    }
}
