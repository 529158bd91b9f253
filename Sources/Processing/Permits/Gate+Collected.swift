import Policy
import Primitives
import Storage
import Vault

/// Under which edition something came that is not in the record: a document, or words that are sealed beside it.
package struct CollectedDatum: Sendable, Hashable {
    let datum: Datum
    let edition: Int

    package init(_ kind: DocumentKindID, edition: Int) {
        (datum, self.edition) = (.document(kind), edition)
    }

    package init(_ field: FieldNumber, edition: Int) {
        (datum, self.edition) = (.field(field), edition)
    }
}

/// Tells under which editions came what an act reaches that is not in the record: its documents, and those of its fields that
/// rooms keep in rows of their own. May tell of more than the act reaches.
package typealias CollectedStep = @Sendable (Ask, any Transaction) throws -> [CollectedDatum]

extension Gate {
    /// Refuses what the edition in force allows and the one under which a datum came did not.
    func checkCollected(
        _ ask: Ask, _ standing: Standing, consents: [ConsentID: Int], in transaction: any Transaction
    ) throws {
        // What somebody says to a correction of their own data opens nothing to anybody, whatever the edition they came under.
        if ask.actor.isOwn, [.acceptCorrection, .rejectCorrection].contains(ask.act) { return }
        var data = ask.fields.compactMap { field in
            standing.record.edition(of: field.rawValue).map { (Datum.field(field), $0) }
        }
        let asked = Set(ask.documents.map(Datum.document) + ask.fields.map(Datum.field))
        for one in try collected(ask, transaction) where asked.contains(one.datum) {
            data.append((one.datum, one.edition))
        }
        for (datum, collected) in data where collected != standing.edition.number {
            guard try allows(ask, datum, standing.edition, collected: collected, consents: consents, in: transaction)
            else {
                throw GateRefusal(.notAllowedWhenCollected, clause: standing.permission.clause, ask: ask)
            }
        }
    }

    /// Whether the edition under which `datum` came allows the act, or one that the person has agreed to since; and one of these
    /// names whoever gets it now.
    private func allows(
        _ ask: Ask, _ datum: Datum, _ inForce: Edition, collected: Int, consents: [ConsentID: Int],
        in transaction: any Transaction
    ) throws -> Bool {
        let now = inForce.recipient(of: datum, for: ask)
        func promised(under number: Int) throws -> Bool {
            guard let now else { return true }
            let then = try book.underlying(number, in: transaction)?.recipient(of: datum, for: ask)
            return then.map(now.isAsPromised) ?? false
        }
        /// On what the act rests under an edition.
        func basis(under number: Int) throws -> Basis? {
            // Who carries a message is part of what was agreed to with it.
            guard try ask.carrier == nil || promised(under: number) else { return nil }
            return try book.underlying(number, in: transaction)?
                .permission(role: ask.actor.role, act: ask.act, datum: datum, purpose: ask.purpose)?.basis
        }
        let later = consents.filter { $0.value > collected }
        let isAllowed =
            try basis(under: collected) != nil
            || later.contains { id, given in
                // To agree to advertising under a new edition is not to agree to what it says of other purposes.
                switch try basis(under: given) {
                case .consent(let needed): return needed == id.whole
                case .law: return id == .main
                case nil: return false
                }
            }
        guard isAllowed, ask.carrier == nil, let now else { return isAllowed }
        // To agree to a recipient is to agree to what that one gets, and to nothing else.
        return try promised(under: collected)
            || later.contains { id, given in
                let own = try book.underlying(given, in: transaction)?.document.consents.contains {
                    $0.id == id && $0.recipient == now.id
                }
                return try (id == .main || own == true) && promised(under: given)
            }
    }
}

extension Edition {
    /// Whoever gets `datum` by the act: a carrier, or whom the act names; nil when it leaves the house to nobody, and where
    /// the clause by which it would is void.
    fileprivate func recipient(of datum: Datum, for ask: Ask) -> Recipient? {
        let named =
            ask.carrier.map { document.recipient($0, of: datum, for: ask.purpose) }
            ?? ask.recipient.flatMap { document.recipient($0) }
        guard let named, named.gets(datum, for: ask.purpose), named.clause.map(isVoid) != true else { return nil }
        return named
    }
}

extension Recipient {
    /// Whether another edition named the same one in the same place, which depended on a consent of its own no more than now.
    ///
    /// Under a name of its own somebody else may stand.
    fileprivate func isAsPromised(by other: Recipient) -> Bool {
        id == other.id && name == other.name && country == other.country && (!required || other.required)
    }
}
