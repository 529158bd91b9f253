/// What can be done with a person's data or to a person's record. The list is closed; the raw values are the
/// codes of ledger entries and of policy.yml and never change their meaning.
package enum Act: String, Sendable, CaseIterable, Codable {
    // A person, for themselves.
    /// Names and the consent to them arrive and are stored together.
    case register
    /// Consent is given to a purpose, a recipient, a transfer or a publication.
    case consent
    /// Such a consent is taken back.
    case withdrawConsent
    /// "I do not agree": the visit ends and what there is, is destroyed.
    case decline
    /// An e-mail address or a telephone number is entered or exchanged.
    case addContact
    /// A code shows that an address is the person's own.
    case confirmContact
    /// A field of an own draft is corrected.
    case correctOwn
    /// A scan is sent.
    case uploadDocument
    /// A scan is taken out of an own draft and destroyed.
    case removeDocument
    /// The registration is sent to be reviewed.
    case send
    /// The registration is taken back before it is decided.
    case withdrawRegistration
    /// Own fields are read.
    case readOwn
    /// An own document is viewed.
    case readOwnDocument
    /// The history of acts on own data is read.
    case readOwnHistory
    /// A receipt is made.
    case takeReceipt
    /// The value that a reviewer proposes is accepted.
    case acceptCorrection
    /// The value that a reviewer proposes is turned down.
    case rejectCorrection
    /// An objection is made to a refusal.
    case objection
    /// A new registration is begun after a refusal, keeping the typed fields.
    case applyAgain
    /// Something is asked that the law gives the person, by them or, as it came on paper, by staff for them.
    case request
    /// Such a request is taken back.
    case withdrawRequest
    /// A copy of everything held about a person is made, by them or, on their request, by staff for them alone.
    case takeCopy
    /// All work with the person's data is stopped, or what was stopped goes on.
    case block, unblock
    /// A message is written to the operator.
    case writeMessage
    /// Somebody begins to act for a person, or agrees in their stead, on a ground that documents prove.
    case represent
    /// The person, the representative or the end of its term ends that.
    case endRepresentation
    /// A service is ordered and its agreement accepted.
    case placeOrder
    /// An order is taken back before anybody has taken it up.
    case withdrawOrder
    /// A person signs in.
    case signIn
    /// A password is set or changed.
    case setPassword
    // Staff, about a person.
    /// A person is looked up by a field; recorded also when nothing is found.
    case lookup
    /// A case is opened and its fields are shown.
    case openCase
    /// A masked field of an open case is shown.
    case reveal
    /// A page of a document is viewed.
    case viewDocument
    /// A registration is approved or refused.
    case decide
    /// A decision is undone within its waiting time.
    case undoDecision
    /// A better or another scan is asked for.
    case askMore
    /// A value as in the document is proposed.
    case proposeCorrection
    /// A case is put aside with a note.
    case putAside
    /// The registration of somebody who stands at the counter is begun.
    case assist
    /// An original document is seen at the counter, in place of a scan.
    case seeOriginal
    /// Data are handed to a recipient, and the transfer is put on record.
    case disclose
    /// A recipient is told of a withdrawal or a correction, or the person of a transfer.
    case passOn
    /// What a withdrawal asks of staff is done, or refused on a ground.
    case answerWithdrawal
    /// A request of a person is opened with their name and words.
    case openRequest
    /// A request without an account is opened, and it is decided whose it is.
    case identifyRequest
    /// A request is answered, or refused on a ground of the law.
    case answerRequest, refuseRequest
    /// The destruction of everything held about a person is prepared on their request, or that is taken back.
    case prepareErasure
    /// A person's data are kept from destruction on a ground of the law, or that ends.
    case hold, releaseHold
    /// What was said on the telephone, by a messenger or at a visit is put down in a person's thread.
    case noteMessage
    /// A letter that came by mail is taken into a thread.
    case takeLetter
    /// Somebody takes it on themselves to answer a thread.
    case takeThread
    /// A thread is opened with what is written in it.
    case openThread
    /// A message is answered.
    case answerMessage
    /// A thread is closed.
    case closeThread
    /// An order is opened with the name and what was accepted.
    case openOrder
    /// An order is led on, marked as paid, or refused.
    case workOrder
    /// A service ends, and with it begin the terms of retention.
    case endService
    /// An advertising message is sent to those who agreed to it.
    case sendMailing
    /// Depersonalised figures are released.
    case releaseStatistics
    /// The history of acts on a person's data is read by those who answer for it.
    case readHistory
    // Connected programmes, which act under a key of their own.
    /// Fields of a person are read through the API.
    case readSubject
    // System actors.
    /// Page images are made from a document's pixels.
    case renderDocument
    /// The machine reads fields off a document.
    case readFromDocument
    /// The machine compares the form with the document and leaves a hint.
    case hint
    /// A message without personal data in it goes to a person's address.
    case notify
    /// A waiting person is reminded.
    case remind
    /// A registration lapses because nothing came in its term.
    case lapse
    /// A deadline is counted again by another version of the calendar, and ends on another day.
    case recount
    /// A draft or a technical datum ends with its term.
    case expire
    /// Documents are destroyed at the end of their term.
    case destroyDocument
    /// Single fields are destroyed at the end of their term, or with the last ground for which they were kept.
    case destroyField
    /// The purposes have ended: what a law has kept goes to the archive, all the rest is destroyed.
    case archive
    /// Somebody asks to open what the archive holds of a person: the first half of an act of two.
    case prepareOpening
    /// What the archive holds of a person is opened, on a ground of the law pack.
    case openArchive
    /// A person's key is destroyed, and with it everything sealed under it.
    case erase
    /// The keyed digests of a person's addresses are made under another version of the index key.
    case renewIndex
    // Staff among themselves.
    /// Somebody is invited to the staff.
    case invite
    /// A member of staff is given a role.
    case grantRole
    /// A role is taken away.
    case revokeRole
    /// Somebody who was invited gives name, address and password.
    case enrol
    /// The name or address of a member of staff is read by those who work with them.
    case readStaff
    /// The confidentiality undertaking is accepted.
    case acceptUndertaking
    /// A second factor is enrolled.
    case enrolFactor
    /// A lost second factor is reset.
    case resetFactor
    /// A member of staff loses all access at once.
    case endAccess
}
