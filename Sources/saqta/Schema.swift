import Access
import Agreements
import Clients
import Consents
import Deadlines
import Disclosures
import Documents
import Ledger
import Messages
import Pages
import Permits
import Policy
import Primitives
import Publication
import Registration
import Rights
import Staffing
import Storage
import Threads

/// The schema of the main database, and what each room deletes when a person is erased.
enum Schema {
    static let migrations: [Migration] =
        PermitsSchema.migrations + LedgerSchema.migrations + AccessSchema.migrations + MessagesSchema.migrations
        + RegistrationSchema.migrations + DocumentsSchema.migrations + StaffingSchema.migrations + Pulse.migrations
        + PublicationSchema.migrations + ClientsSchema.migrations + DeadlinesSchema.migrations
        + DisclosuresSchema.migrations + AcceptanceSchema.migrations + RightsSchema.migrations
        + ThreadsSchema.migrations
        + AgreementsSchema.migrations + PagesSchema.migrations

    static let erasure: [ErasureStep] = [
        DocumentsSchema.erase, RegistrationSchema.erase, MessagesSchema.erase, StaffingSchema.erase, AccessSchema.erase,
        PublicationSchema.erase, ClientsSchema.erase, DisclosuresSchema.erase, RightsSchema.erase,
        ThreadsSchema.erase,
        AgreementsSchema.erase, PagesSchema.erase,
    ]

    /// What is held about a person beside their record, their case and their documents, for a copy.
    static let holdings: [HoldingStep] = [
        RegistrationSchema.holdings, DocumentsSchema.holdings, DisclosuresSchema.holdings, RightsSchema.holdings,
        ThreadsSchema.holdings, AgreementsSchema.holdings,
    ]

    /// Under which editions came what is held beside the record.
    static let collected: CollectedStep = { ask, transaction in
        try DocumentsSchema.collected(ask, transaction) + ThreadsSchema.collected(ask, transaction)
            + AgreementsSchema.collected(ask, transaction) + RightsSchema.collected(ask, transaction)
            + RegistrationSchema.collected(ask, transaction)
    }

    /// A person's orders that are not ended yet.
    static let standingOrders: StandingOrders = { subject, transaction in
        try OrderDesk.open(of: subject, in: transaction).map { StandingOrder($0.row.reference.number, $0.title) }
    }

    /// Why a person's data are kept though nothing else asks for them: staff have not decided yet what a withdrawal leaves,
    /// and what is held.
    static let keeping: [@Sendable (SubjectID, Instant, any Transaction) throws -> Bool] = [
        { subject, _, transaction in try DisclosureStore(transaction).keeps(subject) },
        // Whoever asks for something else gets the answer first.
        { subject, _, transaction in
            try RequestStore(transaction).all(of: subject).contains {
                $0.state.isOpen && ![.withdrawal, .deletion, .destruction].contains($0.kind)
            }
        },
        { subject, now, transaction in try !HoldStore(transaction).standing(of: subject, at: now).isEmpty },
    ]

    /// Queues whose jobs may come to need an administrator.
    static let queues = [MessageQueue.stuckRoom, DocumentStore.stuckRoom, DocumentStore.stuckDeletions]

    /// What keeps digests of addresses.
    static let index = [AddressBook.indexRoom, RegistrationStore.indexRoom, StaffStore.indexRoom]
}
