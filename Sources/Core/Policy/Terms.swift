import Primitives

/// The terms by which registrations, codes, leases and messages live.
package struct Terms: Hashable, Sendable, Codable {
    /// A draft that is not sent is destroyed after it.
    package let draft: Term
    /// A registration of which more was asked lapses after it.
    package let moreAsked: Term
    /// When the person is reminded, counted from the asking.
    package let reminders: [Term]
    /// A registration that was sent is decided, or more is asked, within it; nil in editions from before there was one.
    package let review: WorkingTerm?
    /// Scans are destroyed after a refusal, a lapse or a withdrawal.
    package let endedScans: Term
    /// How long one objection to a refusal may be made.
    package let objection: Term
    /// Life of a one-time code.
    package let code: Term
    /// Wrong entries that end a code.
    package let codeTries: Int
    /// Wait before a code is sent again.
    package let codeResend: Term
    /// Codes to one address within an hour.
    package let codesPerHour: Int
    /// Life of an invitation or enrolment link.
    package let invitation: Term
    /// How long a case stays with the reviewer who took it.
    package let lease: Term
    /// Wait before a decision takes effect.
    package let undo: Term
    /// How long one viewing lets the same things be fetched again.
    package let viewing: Term
    /// A session of a subject ends when idle for so long.
    package let session: Term
    /// A session of staff ends when idle for so long.
    package let staffSession: Term
    /// Only in editions from before it was found to say nothing: a receipt is there as long as the registration is. It is
    /// kept so that they have the hash that they were published with.
    let receipt: Retention?
    /// How long one person waits between the two halves of an act of two; nil where nobody may act alone, and in
    /// editions from before there was one.
    package let singleHanded: SingleHandedWaits?
}

/// Which contacts are asked for, and how many of them must be confirmed to send a registration.
package struct ContactRule: Hashable, Sendable, Codable {
    package let asked: [FieldNumber]
    package let confirmAtLeast: Int
}

/// How long a consent lasts (Law 94-V, art. 8(4)(3)).
package struct ConsentTerm: Hashable, Sendable, Codable {
    /// The outer limit.
    package let atMost: Term
    /// The term in words, as the consent prints it.
    package let text: Phrase
}

/// A statutory or contractual deadline that the policy promises.
package struct Deadline: Hashable, Sendable, Codable, Identifiable {
    /// The name under which the law pack knows it.
    package let id: String
    package let amount: Int
    package let unit: Unit
    package let clause: ClauseID

    package enum Unit: String, Sendable, CaseIterable, Codable {
        case hour
        case workingDay = "working_day"
        case calendarDay = "calendar_day"
        case month, year
    }
}

/// How the operator's own people work.
package struct Staffing: Hashable, Sendable, Codable {
    /// One person runs the business: until a second one has enrolled, that person does both halves of an act of two,
    /// the second after a waiting time, with the second factor again, and marked as such.
    package let singleHanded: Bool
    /// Whether the second factor is compulsory.
    package let secondFactor: Bool
    /// The confidentiality undertaking (Law 94-V, art. 11).
    package let undertaking: Phrase
}
