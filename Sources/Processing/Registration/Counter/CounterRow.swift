import Access
import Permits
import Policy
import Primitives
import Storage

/// A registration that a member of staff enters for somebody who stands at the counter.
package struct CounterRow: Sendable, Hashable {
    package let subject: SubjectID
    package let id: Identifier<CounterRow>
    /// The number that the registration has, or will have.
    package let number: String
    /// Who has it in hand: who entered it, or took it over last.
    package let staff: SubjectID
    /// Those who had it in hand before; none of them decides it either.
    package var former: [SubjectID] = []
    package let state: State
    package let way: Way
    package let createdAt: Instant
    /// When it is destroyed unless the person has agreed by then, and on paper the paper is there; nil once that is so.
    package let endsAt: Instant?
    /// When staff told the person last how it stands, where no message reaches them.
    package var toldAt: Instant?

    /// The raw values stand in the database.
    package enum State: String, Sendable {
        /// The code was sent, and nothing but the address is kept.
        case asked
        /// The person has signed on paper: names and consent are stored, and the paper has to come.
        case signed
        /// The person has agreed: names, consent, and the address or the paper are stored.
        case begun
    }

    /// How the person agrees. The raw values stand in the database.
    package enum Way: String, Sendable, CaseIterable {
        /// By a code on a device of their own.
        case email, telephone
        /// By a signature on the printed text, of which a picture is kept.
        case paper

        package init(_ channel: Channel) { self = channel == .email ? .email : .telephone }

        /// By which the code goes; nil on paper.
        package var channel: Channel? {
            switch self {
            case .email: .email
            case .telephone: .telephone
            case .paper: nil
            }
        }

        var manner: ConsentManner { self == .paper ? .paper : .counter }
    }

    /// What was done first, for the rule that another person decides than any who took part.
    package var firstHalves: [TwoPersonRule.FirstHalf] {
        (former + [staff]).map { TwoPersonRule.FirstHalf(.assistance, by: $0, at: createdAt) }
    }
}
