import Policy
import Primitives

/// What is wrong with one field of a form.
package struct FieldProblem: Hashable, Sendable {
    /// The name of the field in the form.
    package let field: String
    package let problem: Problem

    package init(_ field: String, _ problem: Problem) {
        self.field = field
        self.problem = problem
    }

    package enum Problem: Hashable, Sendable {
        /// No twelve digits of a business identification number with a right check digit.
        case notABIN
        case missing, tooLong, notAnEmail, notATelephone, notDeclared, notAgreed
        /// No part of a name.
        case name(PersonName.Fault)
        /// Letters before the `@` that are not Latin; Latin and Cyrillic letters side by side behind it.
        case emailNotLatin, emailMixed
        /// The same as is confirmed already.
        case unchanged
        /// An address of a member of staff, given for somebody at the counter.
        case staffs
    }
}

/// Why a step of a registration cannot be taken.
package enum RegistrationRefusal: Refusal, Hashable {
    /// Something entered cannot be accepted.
    case fields([FieldProblem])
    /// The registration is in another state by now.
    case notNow(RegistrationRow.State)
    /// There is no registration, or it has ended.
    case none
    /// Before sending, this is still missing: a confirmed address, a compulsory document, a document still being read, a signed paper.
    case incomplete([Missing])
    /// The confirmed e-mail address belongs to an account already.
    case alreadyRegistered
    /// The policy in force changed while the page was open: the new text must be shown.
    case otherEdition
    /// A consent comes with another text than the policy in force has for it, or the policy asks for no such consent.
    case otherText(ConsentID)

    package enum Missing: String, Sendable {
        case confirmedAddress, compulsoryDocument, documentBeingRead
        /// The paper on which the person has signed their consent at the counter.
        case signedPaper
        /// The legal representative of somebody from 14 to 17 has not agreed.
        case representativeConsent
    }

    package var kind: RefusalKind {
        switch self {
        case .fields, .incomplete: .invalid
        case .notNow, .alreadyRegistered, .otherEdition, .otherText: .conflict
        case .none: .notFound
        }
    }
}
