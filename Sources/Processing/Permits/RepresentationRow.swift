import Policy
import Primitives
import Storage

/// That one person acts for another, or agrees in their stead: on what ground, until when, and what was decided of it.
package struct RepresentationRow: Sendable, Hashable {
    package let id: Identifier<RepresentationRow>
    /// For whom: the principal.
    package let subject: SubjectID
    /// Who acts; registered under a key of their own.
    package let representative: SubjectID
    package let kind: Kind
    package let state: State
    package let begunAt: Instant
    /// When it ends by itself; nil where it has no term.
    package let endsAt: Instant?
    package let endedAt: Instant?
    /// To what a legal representative agreed; nil where somebody acts, and of consents from before it was kept.
    package let agreed: AgreedStatement?
    /// When a reviewer accepted it, or one of the same representative before it; nil where none did.
    package let acceptedAt: Instant?

    package init(
        id: Identifier<RepresentationRow>, subject: SubjectID, representative: SubjectID, kind: Kind, begunAt: Instant,
        endsAt: Instant?, agreed: AgreedStatement? = nil, acceptedAt: Instant? = nil
    ) {
        self.id = id
        self.subject = subject
        self.representative = representative
        self.kind = kind
        state = acceptedAt == nil ? .claimed : .accepted
        self.begunAt = begunAt
        self.endsAt = endsAt
        endedAt = nil
        self.agreed = agreed
        self.acceptedAt = acceptedAt
    }

    /// The ground. The raw values stand in rows and in the notes of entries.
    package enum Kind: String, Sendable, CaseIterable {
        /// Parent, adoptive parent or guardian of a child under 14.
        case guardian
        /// The same, who agrees to what somebody from 14 to 17 does themselves; they do not act.
        case consenting
        /// A power of attorney or another document of authority.
        case attorney
        /// Acts for an organisation.
        case organisation

        /// The ground on which such a registration is made by another; nil where nobody else is needed.
        package init?(_ registrant: Registrant) {
            switch registrant {
            case .person, .soleProprietor: return nil
            case .child: self = .guardian
            case .minor: self = .consenting
            case .represented: self = .attorney
            case .organisation: self = .organisation
            }
        }

        /// Acts, and does not agree alone.
        package var acts: Bool { self != .consenting }
    }

    package enum State: String, Sendable, CaseIterable {
        /// Told by the representative; the reviewer has not decided.
        case claimed
        case accepted, refused, ended

        package var isOpen: Bool { self == .claimed || self == .accepted }
    }

    /// The last day on which it holds, in the time of Kazakhstan; nil where it has no term.
    package var lastDay: Day? { endsAt.map { Day(of: $0 - .seconds(1), hoursEast: 5) } }

    /// Whether it holds at an instant.
    package func stands(at now: Instant) -> Bool { state.isOpen && endsAt.map { now < $0 } ?? true }
}

extension RepresentationRow {
    init(row: Row) throws(StorageError) {
        guard let kind = Kind(rawValue: try row.text(3)), let state = State(rawValue: try row.text(4)) else {
            throw .unexpected("representation row")
        }
        id = try row.identifier(0)
        subject = try row.identifier(1)
        representative = try row.identifier(2)
        self.kind = kind
        self.state = state
        begunAt = try row.instant(5)
        endsAt = try row.instantIfAny(6)
        endedAt = try row.instantIfAny(7)
        agreed = try AgreedStatement(row: row, from: 8)
        // One that an earlier programme accepted has no instant of its own.
        acceptedAt = try row.instantIfAny(11) ?? (state == .accepted ? begunAt : nil)
    }
}
