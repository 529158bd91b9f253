import Primitives

/// What a person may ask about their own data (Law 94-V, art. 24; Digital Code, art. 41 and 43). The raw values stand in
/// law packs, databases and entries.
package enum RequestKind: String, Sendable, CaseIterable, Codable {
    case information, copy, correction, block, unblock, destruction, deletion, restriction, withdrawal, objection
}

extension LawPack {
    /// What the law says of one kind of request.
    package struct RequestRule: Hashable, Sendable, Identifiable {
        package let id: RequestKind
        package let article: String
        /// The deadline, by its name in the pack, that begins with the receipt.
        package let deadline: String
        /// The grounds, by their names in the pack, on which alone it may be refused.
        package let grounds: [String]
        package let title: Phrase
    }

    /// What the law says of a kind; nil when it knows no such request.
    package func request(_ kind: RequestKind) -> RequestRule? { requests.first { $0.id == kind } }

    /// The grounds on which a kind may be refused, in the pack's order.
    package func grounds(of kind: RequestKind) -> [RefusalGround] {
        let names = request(kind)?.grounds ?? []
        return names.compactMap { name in refusalGrounds.first { $0.id == name } }
    }

    /// Within what a kind is answered: as the policy promises, which may be sooner than the law asks.
    ///
    /// - Returns: nil when neither names a term in days, months or years.
    package func term(of kind: RequestKind, under policy: PolicyDocument) -> (amount: Int, unit: CountedTerm.Unit)? {
        guard let name = request(kind)?.deadline else { return nil }
        let promised = policy.deadline(name).map { ($0.amount, $0.unit) }
        guard let (amount, unit) = promised ?? duty(name).map({ ($0.amount, $0.unit) }),
            let counted = CountedTerm.Unit(rawValue: unit.rawValue)
        else { return nil }
        return (amount, counted)
    }
}
