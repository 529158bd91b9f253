extension Recipient {
    /// Whether it gets `datum` for `purpose`; the record as such goes to nobody.
    package func gets(_ datum: Datum, for purpose: PurposeID) -> Bool {
        guard purposes.contains(purpose) else { return false }
        return switch datum {
        case .record: false
        case .field(let field): fields.contains(field)
        case .document(let kind): documents.contains(kind)
        }
    }
}

extension PolicyDocument {
    /// Without which of the consents nothing goes to `recipient`; none where the service needs it and it is in the country.
    package func consents(to recipient: Recipient) -> [ConsentItem] {
        let own = recipient.required ? [] : consents.filter { $0.recipient == recipient.id }
        return own + (recipient.country == region ? [] : consents.filter { $0.kind == .crossBorder })
    }
}

extension Edition {
    /// Whether something that may be handed out can go to fewer recipients than under `other`, which has the same text: the
    /// consents on which it would go there rest on void clauses.
    func hasFewerRecipients(than other: Edition, _ question: Question) -> Bool {
        question.act == .disclose && reach(of: question).count < other.reach(of: question).count
    }

    private func reach(of question: Question) -> [Recipient] {
        document.recipients.filter { recipient in
            (recipient.gets(question.datum, for: question.purpose)
                || question.datum == .record && recipient.purposes.contains(question.purpose))
                && document.consents(to: recipient).allSatisfy { !void.contains($0.clause) }
        }
    }
}
