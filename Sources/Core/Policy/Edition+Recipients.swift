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
    /// Whether what may be handed out, or sent, can go to fewer recipients than under `other`, which has the same text: the
    /// clauses by which it would go there, or the consents, are void.
    func hasFewerRecipients(than other: Edition, _ question: Question) -> Bool {
        let kinds: Set<Recipient.Kind>
        switch question.act {
        case .disclose: kinds = Set(Recipient.Kind.allCases)
        // The carriers of messages.
        case .notify, .sendMailing: kinds = [.mail, .sms]
        default: return false
        }
        return reach(of: question, kinds) < other.reach(of: question, kinds)
    }

    private func reach(of question: Question, _ kinds: Set<Recipient.Kind>) -> Int {
        document.recipients.count { recipient in
            kinds.contains(recipient.kind)
                && (recipient.gets(question.datum, for: question.purpose)
                    || question.act == .disclose && question.datum == .record
                        && recipient.purposes.contains(question.purpose))
                && recipient.clause.map(isVoid) != true
                && document.consents(to: recipient).allSatisfy { !isVoid($0.clause) }
        }
    }
}
