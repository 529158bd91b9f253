import Policy

// Names that the programme itself uses; `saqta policy check` refuses a policy that lacks one.

extension Code where Thing == Role {
    /// A person who is about to be registered.
    package static var visitor: Self { "visitor" }
    /// A person who acts on their own data.
    package static var subject: Self { "subject" }
    /// A member of staff who acts on their own access.
    package static var member: Self { "staff" }
    package static var reviewer: Self { "reviewer" }
    package static var administrator: Self { "administrator" }
    /// The person responsible for the processing (Law 94-V, art. 25(3)): requests, withdrawals, transfers.
    package static var responsible: Self { "dpo" }
    /// Answers people (messages, calls, visits) and works the orders of services.
    package static var support: Self { "support" }
    /// The automatic actor that sends messages.
    package static var mailer: Self { "mailer" }
    /// The automatic actor that ends what has run out.
    package static var sweep: Self { "sweep" }
    /// The automatic actor that reads documents.
    package static var imaging: Self { "imaging" }
    /// A connected programme. A policy without this role lets none do anything.
    package static var client: Self { "client" }
}

extension Code where Thing == Purpose {
    package static var service: Self { "service" }
    package static var identification: Self { "identification" }
    package static var contact: Self { "contact" }
    package static var advertising: Self { "advertising" }
    /// The operator's own people and their access (Law 94-V, art. 11 and 22).
    package static var security: Self { "security" }
    /// What the law gives the person: to see, correct, withdraw, destroy.
    package static var rights: Self { "rights" }
    /// Answers to whoever asks without an account. A policy without it takes no such questions.
    package static var questions: Self { "questions" }
}

extension Code where Thing == ConsentItem {
    /// The one consent that registration needs.
    package static var main: Self { "main" }
    /// The one that whoever asks without an account gives, to be answered.
    package static var question: Self { "question" }
}

extension FieldNumber {
    package static let familyName: Self = 1
    package static let givenName: Self = 2
    package static let patronymic: Self = 3
    package static let email: Self = 4
    package static let telephone: Self = 5
    package static let declaration: Self = 6
    package static let readIIN: Self = 20
    package static let readDocumentNumber: Self = 21
    package static let readBirthDate: Self = 22
    package static let readExpiryDate: Self = 23
    /// Family and given names of a machine-readable zone, with `|` between.
    package static let readNames: Self = 24
    /// What the quality of a picture of a page suggests, for the reviewer.
    package static let pageHints: Self = 25
    /// A keyed digest of a file, by which it is found again among the files of the same person.
    package static let fileMark: Self = 26
    /// Keyed digests of a document's number and of the IIN on it, by which it is found again in other registrations.
    package static let documentMark: Self = 27
    package static let decisionWords: Self = 30
    package static let caseNote: Self = 31
    package static let proposedValue: Self = 32
    package static let objectionWords: Self = 33
    package static let registrantKind: Self = 94
    package static let organisationName: Self = 95
    package static let organisationBIN: Self = 96
    package static let requestWords: Self = 60
    package static let answerWords: Self = 61
    package static let messageWords: Self = 92
    package static let replyWords: Self = 93
    /// What was accepted with an order: agreement, text, when and how.
    package static let agreementAcceptance: Self = 90
    /// Why an order was refused.
    package static let orderReason: Self = 91
    package static let staffFamilyName: Self = 50
    package static let staffGivenName: Self = 51
    package static let staffEmail: Self = 52
}

extension Registrant {
    /// The fields that say what somebody is called.
    package var nameFields: [FieldNumber] {
        self == .organisation ? [.organisationName, .organisationBIN] : [.familyName, .givenName, .patronymic]
    }
}
