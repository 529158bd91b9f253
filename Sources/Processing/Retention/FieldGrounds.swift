import Policy
import Primitives

/// What a person's fields are kept for, by the edition in force and the one that the person has agreed to last.
struct FieldGrounds {
    let policies: [PolicyDocument]
    /// Consents in force, channels counted with the whole.
    let standing: Set<ConsentID>
    /// Every consent that was ever given.
    let given: Set<ConsentID>

    /// The shorter of the fixed terms; nil when it is kept otherwise.
    func term(of field: FieldNumber) -> Term? {
        policies.compactMap { policy -> Term? in
            if case .term(let term)? = policy.field(field)?.keep { term } else { nil }
        }.min()
    }

    /// Whether a consent to one of its purposes was given and has ended, and neither edition gives another ground for any.
    ///
    /// A clause that was declared void ends nothing here: its consents may be asked for anew.
    func haveEnded(for field: FieldNumber) -> Bool {
        var hasEnded = false
        for policy in policies {
            for purpose in (policy.field(field)?.purposes ?? []).compactMap({ policy.purpose($0) }) {
                guard purpose.ground == .consent else { return false }
                for item in policy.consents where item.covers(field, for: purpose.id) {
                    if standing.contains(item.id) { return false }
                    if given.contains(item.id) { hasEnded = true }
                }
            }
        }
        return hasEnded
    }
}

extension ConsentItem {
    fileprivate func covers(_ field: FieldNumber, for purpose: PurposeID) -> Bool {
        purposes.contains(purpose) && (fields?.contains(field) ?? true)
    }
}
