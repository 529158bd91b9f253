import Policy
import Primitives
import Storage

/// A withdrawal of consent that asks something of staff: within 15 working days it is done, or refused on a ground
/// (Law 94-V, art. 8(7)).
package struct Withdrawal: Sendable, Hashable, Identifiable {
    package let id: Identifier<Withdrawal>
    package let subject: SubjectID
    package let caseID: String
    package let consent: ConsentID
    /// In force when it was withdrawn.
    package let edition: Int
    package let at: Instant
    package let term: CountedTerm
    package let state: State
    package let closedAt: Instant?
    /// The law pack's name of the ground of a refusal.
    package let ground: String?
    /// What staff say of a refusal, sealed; nil where they say nothing. Answers of earlier programmes may name an order or
    /// obligation in it.
    package let explanation: Bytes?
    /// The number of the person's order for which a refusal keeps data.
    package let order: Int?
    /// An earlier programme took words for the ground of the refusal: an obligation that it knew nothing of.
    package let isOutside: Bool
    /// The last day on which a law keeps data after a refusal; nil where none was named.
    package let keepUntil: Day?
    /// When staff were asked anew, since the order or the term had ended for which they refused it; ``ground``, ``order`` and
    /// ``keepUntil`` are those then until they answer. Nil where they were not.
    package let reopenedAt: Instant?
    /// From when on the person is erased, unless they consent again or something keeps their data; nil where the answer does
    /// not bring that about.
    package let erasesAt: Instant?

    /// What is bound into the sealed words.
    var label: String { Self.label(id) }
    static func label(_ id: Identifier<Withdrawal>) -> String { "withdrawal \(id)" }

    package enum State: String, Sendable, CaseIterable {
        case open, done, refused
    }
}

extension Withdrawal {
    static let selection: SQL = """
        SELECT id, subject_id, case_id, consent, edition, at, term, state, closed_at, ground, obligation, order_number,
               outside, erases_at, reopened_at, keep_until
        FROM withdrawal
        """

    init(row: Row) throws(StorageError) {
        guard let term = CountedTerm(try row.text(6)), let state = State(rawValue: try row.text(7)) else {
            throw .unexpected("withdrawal row")
        }
        id = try row.identifier(0)
        subject = try row.identifier(1)
        caseID = try row.text(2)
        consent = ConsentID(try row.text(3))
        edition = Int(try row.int(4))
        at = try row.instant(5)
        self.term = term
        self.state = state
        closedAt = try row.instantIfAny(8)
        ground = try row.textIfAny(9)
        explanation = try row.bytesIfAny(10)
        order = try row.intIfAny(11).map { Int($0) }
        isOutside = try row.intIfAny(12) == 1
        erasesAt = try row.instantIfAny(13)
        reopenedAt = try row.instantIfAny(14)
        keepUntil = try row.intIfAny(15).map { Day(daysSince1970: Int($0)) }
    }

    /// The number of the order that alone keeps data after a refusal; nil where it was not refused, or a law keeps them
    /// whatever becomes of an order.
    package var orderThatKeeps: Int? {
        guard state == .refused, ground == nil || ground == LawPack.unfulfilledObligation else { return nil }
        return order
    }

    /// What was named as the reason of a refusal is over.
    func isOver(_ orders: [StandingOrder], on today: Day) -> Bool {
        if let orderThatKeeps { return !orders.contains { $0.number == orderThatKeeps } }
        return state == .refused && ground == LawPack.keptByLaw && keepUntil.map { $0 < today } == true
    }
}
