import Primitives
import Storage

/// A job that has failed as often as ``BackOff`` lets it, as an administrator sees it; nothing personal in it.
package struct StuckJob: Sendable, Hashable {
    package let kind: Kind
    package let id: Identifier<StuckJob>
    /// When it failed first, or for the last time where it is tried no more.
    package let since: Instant
    /// How often it was tried.
    package let tries: Int
    /// A closed word for what went wrong; never an address or a name.
    package let fault: String
    /// When it is tried again by itself; nil when it is not.
    package let next: Instant?
    /// What it is about; nil where the kind says it.
    package let about: Phrase?

    package init(
        _ kind: Kind, _ id: Identifier<StuckJob>, since: Instant, tries: Int, fault: String, next: Instant? = nil,
        about: Phrase? = nil
    ) {
        self.kind = kind
        self.id = id
        self.since = since
        self.tries = tries
        self.fault = fault
        self.next = next
        self.about = about
    }

    /// Which queue it stands in; the raw values stand in entries.
    package enum Kind: String, Sendable, CaseIterable {
        /// A message that was not taken.
        case message
        /// A document whose pages are to be made.
        case reading
        /// A sealed object that must go.
        case deletion

        /// The grounds on which one may be given up; none where the law wants it done.
        package var groundsToGiveUp: [GivingUp] {
            switch self {
            case .message: [.noSuchAddress, .toldOtherwise, .outdated]
            case .reading: [.cannotBeRead, .outdated]
            case .deletion: []
            }
        }
    }

    /// Why a job is given up; the raw values stand in entries.
    package enum GivingUp: String, Sendable, CaseIterable {
        case noSuchAddress = "no_such_address"
        case toldOtherwise = "told_otherwise"
        case cannotBeRead = "cannot_be_read"
        case outdated
    }
}

/// The stuck jobs of one queue, in an open transaction.
package struct StuckRoom: Sendable {
    package let kind: StuckJob.Kind
    /// The oldest first.
    package let list: @Sendable (_ most: Int, any Transaction) throws -> [StuckJob]
    package let count: @Sendable (any Transaction) throws -> Int
    package let find: @Sendable (Identifier<StuckJob>, any Transaction) throws -> StuckJob?
    /// Lets it be tried from now on as if it had never failed.
    package let again: @Sendable (Identifier<StuckJob>, Instant, any Transaction) throws -> Void
    package let giveUp: @Sendable (Identifier<StuckJob>, Instant, any Transaction) throws -> Void

    package init(
        _ kind: StuckJob.Kind, list: @escaping @Sendable (Int, any Transaction) throws -> [StuckJob],
        count: @escaping @Sendable (any Transaction) throws -> Int,
        find: @escaping @Sendable (Identifier<StuckJob>, any Transaction) throws -> StuckJob?,
        again: @escaping @Sendable (Identifier<StuckJob>, Instant, any Transaction) throws -> Void,
        giveUp: @escaping @Sendable (Identifier<StuckJob>, Instant, any Transaction) throws -> Void = { _, _, _ in }
    ) {
        self.kind = kind
        self.list = list
        self.count = count
        self.find = find
        self.again = again
        self.giveUp = giveUp
    }
}
