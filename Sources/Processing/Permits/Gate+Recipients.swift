import Policy
import Primitives
import Storage

extension Gate {
    /// Whoever gets data is named by the edition in force with just these data and this purpose; one that the service does
    /// not need, and one abroad, has a consent of its own, given under an edition that named the same (clause 3.5). So has
    /// whoever carries a message.
    func checkRecipients(
        of ask: Ask, under edition: Edition, consents: [ConsentID: Int], clause: ClauseID,
        in transaction: any Transaction
    ) throws {
        if ask.act == .disclose {
            guard let id = ask.recipient else {
                // Without data in it nothing is handed to anybody.
                guard ask.fields.isEmpty, ask.documents.isEmpty else {
                    throw GateRefusal(.notAllowed, clause: clause, ask: ask)
                }
                return
            }
            guard let recipient = edition.document.recipient(id), recipient.mayGet(ask) else {
                throw GateRefusal(.notAllowed, clause: clause, ask: ask)
            }
            try checkLeave(to: recipient, getting: ask, under: edition, consents: consents, in: transaction)
        } else {
            for (carrier, part) in ask.carriers(under: edition.document) {
                try checkLeave(to: carrier, getting: part, under: edition, consents: consents, in: transaction)
            }
        }
    }

    /// The clause by which `recipient` gets data, and the consents without which nothing goes there.
    private func checkLeave(
        to recipient: Recipient, getting ask: Ask, under edition: Edition, consents: [ConsentID: Int],
        in transaction: any Transaction
    ) throws {
        if let clause = recipient.clause, let void = edition.declared(over: clause) {
            throw GateRefusal(.clauseVoid, clause: void, ask: ask)
        }
        for item in edition.document.consents(to: recipient) {
            if let void = edition.declared(over: item.clause) {
                throw GateRefusal(.clauseVoid, clause: void, ask: ask)
            }
            guard let given = consents[item.id] else { throw GateRefusal(.noConsent, clause: item.clause, ask: ask) }
            let under = try book.underlying(given, in: transaction)
            let agreed = under?.document.recipient(recipient.id)
            guard agreed?.mayGet(ask) == true, agreed?.name == recipient.name, agreed?.country == recipient.country,
                under?.isVoid(item.clause) == false
            else {
                throw GateRefusal(.notAllowedWhenCollected, clause: item.clause, ask: ask)
            }
        }
    }
}

extension Ask {
    /// Whoever carries what is opened out of the house, each with what of the ask it gets; nobody where the operator does.
    fileprivate func carriers(under policy: PolicyDocument) -> [(carrier: Recipient, part: Ask)] {
        guard let carrier else { return [] }
        var parts: [(carrier: Recipient, part: Ask)] = []
        for datum in fields.map(Datum.field) + documents.map(Datum.document) {
            guard let recipient = policy.recipient(carrier, of: datum, for: purpose) else { continue }
            let place = parts.firstIndex { $0.carrier.id == recipient.id } ?? parts.endIndex
            if place == parts.endIndex {
                var none = self
                (none.fields, none.documents) = ([], [])
                parts.append((recipient, none))
            }
            switch datum {
            case .record: break
            case .field(let field): parts[place].part.fields.append(field)
            case .document(let kind): parts[place].part.documents.append(kind)
            }
        }
        return parts
    }
}
