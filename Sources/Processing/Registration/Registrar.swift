import Access
import Consents
import Deadlines
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage

/// Takes a person from the first form to the registration that is sent, and back out again at any point.
package struct Registrar: Sendable {
    package let gate: Gate
    package let codes: OneTimeCodes
    package let addresses: AddressBook
    /// The working days in which the review is promised.
    package let calendars: CalendarBook
    let time: TimeSource
    let randomness: Randomness
    /// Registrations are marked invented until the operator has set region and address, and filled the policy in.
    package let isDemo: @Sendable (PolicyDocument) -> Bool
    /// The operator's postal address, where the policy leaves it to the configuration.
    let operatorAddress: String?
    /// How long a person can go on by a link with what a programme began; never longer than there is a draft.
    let linksLast: Span
    /// What the other rooms delete when a person is erased.
    package let erasure: [ErasureStep]
    /// What is still missing among the documents before a registration can be sent.
    let missingDocuments: @Sendable (SubjectID, Edition, any Transaction) throws -> [RegistrationRefusal.Missing]
    /// What follows in other rooms when a datum is corrected, in the transaction of it.
    let corrected: @Sendable (FieldNumber, SubjectID, any Transaction) throws -> Void
    let isStaffs: IsStaffs

    /// Whether an e-mail address is that of a member of staff, by its digests as a registrant's and by who holds it as
    /// staff; the staffing room tells.
    package typealias IsStaffs = @Sendable (_ digests: [Bytes], _ holder: SubjectID?, any Transaction) throws -> Bool

    package init(
        gate: Gate, codes: OneTimeCodes, calendars: CalendarBook,
        isDemo: @escaping @Sendable (PolicyDocument) -> Bool, operatorAddress: String?, linksLast: Span = .hours(72),
        erasure: [ErasureStep],
        missingDocuments:
            @escaping @Sendable (SubjectID, Edition, any Transaction) throws -> [RegistrationRefusal.Missing],
        time: TimeSource, randomness: Randomness,
        corrected: @escaping @Sendable (FieldNumber, SubjectID, any Transaction) throws -> Void = { _, _, _ in },
        isStaffs: @escaping IsStaffs = { _, _, _ in false }
    ) {
        self.gate = gate
        self.codes = codes
        addresses = AddressBook(gate)
        self.calendars = calendars
        self.time = time
        self.randomness = randomness
        self.isDemo = isDemo
        self.operatorAddress = operatorAddress
        self.linksLast = linksLast
        self.erasure = erasure
        self.missingDocuments = missingDocuments
        self.corrected = corrected
        self.isStaffs = isStaffs
    }
}
