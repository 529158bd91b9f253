import Permits
import Policy
import Primitives
import Storage

/// A request that a person makes about their own data, as its row tells without a key.
package struct RequestRow: Sendable {
    package let subject: SubjectID
    package let id: Identifier<RequestRow>
    package let reference: RequestReference
    package let kind: RequestKind
    package let state: State
    package let way: Way
    /// The day of receipt, with which the term begins.
    package let receivedOn: Day
    package let createdAt: Instant
    /// Within what it is to be answered, and how that was counted; nil for what was done at once.
    package let term: CountedTerm?
    /// The ground of the law pack on which it was refused.
    package let ground: String?
    package let closedAt: Instant?
    /// By what it was told who makes it; nil for what came through the account, and where nothing told it.
    package let evidence: OutsideRequestRow.Evidence?

    /// Whether it is known that the person makes it. Without that nothing is given, withdrawn or destroyed on it.
    package var isProven: Bool { [.account, .form].contains(way) || evidence != nil }

    /// The raw values stand in the database.
    package enum State: String, Sendable, CaseIterable {
        case received
        /// Opened by staff.
        case inWork = "in_work"
        case answered, refused, withdrawn
        /// By self-service.
        case done

        package var isOpen: Bool { self == .received || self == .inWork }
    }

    /// How it came. The raw values stand in the database and in entries.
    package enum Way: String, Sendable, CaseIterable {
        case account
        /// Without an account, from a form that anybody can send.
        case form
        case paper
        case email = "e_mail"
        case telephone, visit

        /// Those that staff enter.
        package static let byStaff: [Way] = [.paper, .email, .telephone, .visit]
    }
}

/// How people and staff call a request: the number of the registration and the place among the person's requests.
package struct RequestReference: Hashable, Sendable, CustomStringConvertible {
    package let caseID: String
    /// Counts from 1.
    package let number: Int

    package init(_ caseID: String, _ number: Int) {
        self.caseID = caseID
        self.number = number
    }

    package var description: String { "\(caseID)/\(number)" }
}

/// What is written in a request; each text is sealed on its own under the person's key.
package enum RequestText: String, Sendable, CaseIterable {
    case words, answer

    /// How long one may be, in characters.
    package static let mostCharacters = 4_000

    /// The field as which the policy declares it.
    package var field: FieldNumber { self == .words ? .requestWords : .answerWords }

    /// What is bound into the sealed text.
    func label(of id: Identifier<RequestRow>) -> String { "request \(rawValue) \(id)" }
}

extension RequestRow {
    static let selection: SQL = """
        SELECT subject_id, id, case_id, number, kind, state, way, received, created_at, term, ground, closed_at, evidence
        FROM subject_request
        """

    init(row: Row) throws(StorageError) {
        guard let kind = RequestKind(rawValue: try row.text(4)), let state = State(rawValue: try row.text(5)),
            let way = Way(rawValue: try row.text(6))
        else { throw .unexpected("request row") }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1),
            reference: RequestReference(try row.text(2), Int(try row.int(3))), kind: kind, state: state, way: way,
            receivedOn: Day(daysSince1970: Int(try row.int(7))), createdAt: try row.instant(8),
            term: try row.textIfAny(9).flatMap(CountedTerm.init), ground: try row.textIfAny(10),
            closedAt: try row.instantIfAny(11),
            evidence: try row.textIfAny(12).flatMap(OutsideRequestRow.Evidence.init(rawValue:)))
    }
}
