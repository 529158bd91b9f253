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
        var data = ask.fields.compactMap { field in
            standing.record.edition(of: field.rawValue).map { (Datum.field(field), $0) }
        }
        let asked = Set(ask.documents.map(Datum.document) + ask.fields.map(Datum.field))
        for one in try collected(ask, transaction) where asked.contains(one.datum) {
            data.append((one.datum, one.edition))
        }
        for (datum, collected) in data where collected != standing.edition.number {
            let carrier = ask.carrier.flatMap { standing.edition.document.recipient($0, of: datum, for: ask.purpose) }
            guard
                try allows(
                    ask, datum, to: carrier, collected: collected, consents: consents, in: transaction)
            else {
                throw GateRefusal(.notAllowedWhenCollected, clause: standing.permission.clause, ask: ask)
            }
        }
    }

    /// Whether the edition under which `datum` came allows the act, or one that the person has agreed to since.
    ///
    /// - Parameter carrier: who gets it now; that edition must name the same one, in the same country.
    private func allows(
        _ ask: Ask, _ datum: Datum, to carrier: Recipient?, collected: Int, consents: [ConsentID: Int],
        in transaction: any Transaction
    ) throws -> Bool {
        func basis(under number: Int) throws -> Basis? {
            guard let edition = try book.underlying(number, in: transaction) else { return nil }
            if let carrier {
                let named = edition.document.recipient(carrier.kind, of: datum, for: ask.purpose)
                // Under a name of its own somebody else may stand.
                guard named?.id == carrier.id, named?.name == carrier.name, named?.country == carrier.country else {
                    return nil
                }
            }
            return edition.permission(role: ask.actor.role, act: ask.act, datum: datum, purpose: ask.purpose)?.basis
        }
        if try basis(under: collected) != nil { return true }
        return try consents.contains { id, given in
            guard given > collected else { return false }
            // To agree to advertising under a new edition is not to agree to what it says of other purposes.
            switch try basis(under: given) {
            case .consent(let needed): return needed == id.whole
            case .law: return id == .main
            case nil: return false
            }
        }
    }
}
