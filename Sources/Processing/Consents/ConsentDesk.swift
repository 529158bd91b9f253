import Ledger
import Permits
import Policy
import Primitives
import Storage

/// Where a person gives and withdraws consents one by one, after the first.
package struct ConsentDesk: Sendable {
    let gate: Gate
    let operatorAddress: String?

    /// - Parameter operatorAddress: the operator's postal address, where the policy leaves it to the configuration.
    package init(gate: Gate, operatorAddress: String?) {
        self.gate = gate
        self.operatorAddress = operatorAddress
    }

    /// All that a person has given and withdrawn, the oldest first; no text is opened.
    package func history(of subject: SubjectID) async throws -> [ConsentRow] {
        try await gate.look { try ConsentStore($0).history(of: subject) }
    }

    /// The policy in force.
    package func edition() async throws -> Edition {
        try await gate.look { [gate] in try gate.book.inForce(in: $0) }
    }

    /// The exact text of one consent, made out in the person's name.
    package func wording(_ edition: Edition, in language: Language) -> ConsentWording {
        ConsentWording(edition: edition, language: language, address: operatorAddress)
    }

    /// Gives or withdraws one consent; what is so already stays as it is.
    ///
    /// - Parameters:
    ///   - personName: stands in the text that is stored.
    ///   - shown: the edition whose text the person saw.
    /// - Throws: ``ConsentRefusal``.
    package func decide(
        _ id: ConsentID, give: Bool, language: Language, personName: String, shown: Int, of subject: SubjectID,
        session: Bytes
    ) async throws {
        let sealer = try await gate.sealer(for: subject)
        try await gate.perform { [self] transaction in
            try transaction.lock(subject, .exclusive)
            let edition = try gate.book.inForce(in: transaction)
            guard let item = edition.document.consent(id) else { throw ConsentRefusal.unknown }
            guard edition.number == shown || !give else { throw ConsentRefusal.otherEdition }
            let isGiven = try ConsentStore(transaction).inForce(of: subject)[id] != nil
            guard isGiven != give else { return }
            let text = wording(edition, in: language).text(of: item, personName: personName)
            let permit = try gate.permitToWrite(
                Ask(
                    give ? .consent : .withdrawConsent, by: .subject(subject, session: session), on: subject,
                    for: .rights),
                sealer: sealer, in: transaction)
            try permit.store(
                ConsentDecision(id, isGiven: give, language: language, text: text.text, textHash: text.hash),
                in: transaction)
        }
    }
}

/// Why a consent cannot be given or withdrawn like this.
package enum ConsentRefusal: Refusal, Hashable {
    /// The policy in force asks for no such consent.
    case unknown
    /// The policy changed while the page was open: the new text must be shown.
    case otherEdition

    package var kind: RefusalKind {
        switch self {
        case .unknown: .notFound
        case .otherEdition: .conflict
        }
    }
}
