import Primitives

/// One thing that a policy says of a thing of it.
struct Facet {
    let aspect: Aspect
    let value: FacetValue
    let widening: Widening

    init(_ aspect: Aspect, _ value: FacetValue, _ widening: Widening = .never) {
        self.aspect = aspect
        self.value = value
        self.widening = widening
    }
}

/// What is said of a thing.
package enum Aspect: Hashable, Sendable {
    case title, description, reason, statement, text
    case clause, controls, purposes, fields, documents, readableFields, recipient, retiredFields
    case channels, notifyOnTransfer, noticeException
    case kind, use, code, dataClass, source, ground, article
    case askedOf, keep, keepReason, required, country, compulsory, provesIdentity, printable, accepted
    case name, number, address, site, email, telephone, placeholders
    case region, lawPack, languages, format
    case atMost, asked, confirmAtLeast, amount, built, link
    case singleHanded, secondFactor, undertaking
    case photoBytes, pdfBytes, pdfPages, pixels, files, totalBytes
    case draft, moreAsked, reminders, review, endedScans, objection, codeLife, codeTries, codeResend, codesPerHour
    case invitation, lease, undo, viewing, session, staffSession, receipt
    /// How long one person who works alone waits before the second half of an act of two.
    case wait(ActOfTwo)
    /// What a role may touch by some acts for one purpose.
    case grant([Act], for: FacetValue.Name)
}

/// A value as it can be shown to people.
package enum FacetValue: Hashable, Sendable {
    case text(Phrase)
    /// The same in every language: an address, a code, the name of a type of file.
    case verbatim(String)
    case number(Int)
    case octets(Int)
    case flag(Bool)
    case term(Term)
    case terms([Term])
    case workingTerm(WorkingTerm)
    case amount(Int, Deadline.Unit)
    case retention(Retention)
    case country(String)
    case names([Name])
    /// A closed word of policy.yml, such as `personal`.
    case word(Word)

    /// A thing by its permanent name, which makes it the same, and its title, which may change.
    package struct Name: Hashable, Sendable {
        package let code: String
        /// nil where the policy gives it none.
        package let title: Phrase?

        init(_ code: String, _ title: Phrase? = nil) {
            self.code = code
            self.title = title
        }

        package static func == (left: Name, right: Name) -> Bool { left.code == right.code }

        package func hash(into hasher: inout Hasher) { hasher.combine(code) }
    }

    package enum Word: Hashable, Sendable {
        case dataClass(DataClass)
        case source(Field.Source)
        case ground(Purpose.Ground)
        case consent(ConsentItem.Kind)
        case recipient(Recipient.Kind)
        case role(Role.Kind)
        case reason(Reason.Use)
        case `operator`(Operator.Kind)
    }
}

/// When a change of a value lets more be done with data, or guards them less.
enum Widening {
    case never, always
    /// There is a member that was not there.
    case members
    /// It lasts longer.
    case longer
    /// It lasts shorter, where a wait guards.
    case shorter
    case turnedOn, turnedOff

    /// Whether its going away does.
    var whenGone: Bool {
        switch self {
        case .always, .turnedOff, .longer, .shorter: true
        case .never, .members, .turnedOn: false
        }
    }

    func widens(_ was: FacetValue?, _ now: FacetValue) -> Bool {
        switch self {
        case .never: return false
        case .always: return true
        case .members:
            guard case .names(let names) = now else { return true }
            guard case .names(let old)? = was else { return !names.isEmpty }
            let known = Set(old.map(\.code))
            return !names.allSatisfy { known.contains($0.code) }
        case .longer: return isLonger(was, now)
        case .shorter:
            guard case .term(let old)? = was, case .term(let new) = now else { return false }
            return new < old
        case .turnedOn: return now == .flag(true)
        case .turnedOff: return now == .flag(false)
        }
    }

    /// What cannot be compared counts as longer.
    private func isLonger(_ was: FacetValue?, _ now: FacetValue) -> Bool {
        switch (was, now) {
        case (.term(let old)?, .term(let new)): new > old
        case (.retention(.term(let old))?, .retention(.term(let new))): new > old
        case (.retention(.purpose)?, .retention(.term)), (_, .retention(.decision)): false
        default: true
        }
    }
}
