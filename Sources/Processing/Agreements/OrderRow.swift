import Permits
import Policy
import Primitives
import Storage

/// An order of a service, as its row tells without a key.
package struct OrderRow: Sendable {
    package let subject: SubjectID
    package let id: Identifier<OrderRow>
    package let reference: OrderReference
    package let service: ServiceID
    /// The version of the service that was shown.
    package let version: Int
    /// The number of the agreement that was accepted.
    package let agreement: Int
    /// In which it was shown and accepted.
    package let language: Language
    /// SHA-256 of the accepted text.
    package let textHash: Bytes
    package let state: State
    package let placedAt: Instant
    /// When staff marked it paid; nil while it is not.
    package let paidAt: Instant?
    /// When the service ended, or the order was refused or taken back; nil while it goes on. A law that has agreements kept
    /// counts from here.
    package let endedAt: Instant?

    /// The raw values stand in the database and in entries.
    package enum State: String, Sendable, CaseIterable {
        case placed, accepted
        case inWork = "in_work"
        case done, ended, refused, withdrawn

        /// Something is still to be done, or to be ended.
        package var isOpen: Bool {
            switch self {
            case .placed, .accepted, .inWork, .done: true
            case .ended, .refused, .withdrawn: false
            }
        }

        /// An agreement was concluded, and the service goes on.
        package var goesOn: Bool {
            switch self {
            case .accepted, .inWork, .done: true
            case .placed, .ended, .refused, .withdrawn: false
            }
        }

        /// Where staff may lead an order from here; what ends it is an act of its own.
        package var next: State? {
            switch self {
            case .placed: .accepted
            case .accepted: .inWork
            case .inWork: .done
            case .done, .ended, .refused, .withdrawn: nil
            }
        }
    }
}

/// How people and staff call an order: the number of the registration and the place among the person's orders.
package struct OrderReference: Hashable, Sendable, CustomStringConvertible {
    package let caseID: String
    /// Counts from 1.
    package let number: Int

    package init(_ caseID: String, _ number: Int) {
        self.caseID = caseID
        self.number = number
    }

    package var description: String { "\(caseID)/\(number)" }
}

/// A step on an order's way, for its timeline.
package struct OrderStep: Sendable, Hashable {
    package let event: Event
    package let at: Instant

    /// The raw values stand in the database.
    package enum Event: String, Sendable, CaseIterable {
        case placed, accepted
        case inWork = "in_work"
        case done, ended, refused, withdrawn, paid
    }
}

extension OrderRow {
    static let selection: SQL = """
        SELECT subject_id, id, case_id, number, service, version, agreement, language, text_hash, state, placed_at,
               paid_at, ended_at
        FROM service_order
        """

    init(row: Row) throws(StorageError) {
        guard let language = Language(rawValue: try row.text(7)), let state = State(rawValue: try row.text(9)) else {
            throw .unexpected("order row")
        }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1),
            reference: OrderReference(try row.text(2), Int(try row.int(3))), service: ServiceID(try row.text(4)),
            version: Int(try row.int(5)), agreement: Int(try row.int(6)), language: language,
            textHash: try row.bytes(8), state: state, placedAt: try row.instant(10),
            paidAt: try row.instantIfAny(11), endedAt: try row.instantIfAny(12))
    }

    /// What an entry tells of an order, in closed words.
    var note: [String: String] { ["order": "\(reference.number)", "service": service.rawValue] }
}
