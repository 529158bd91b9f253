import Primitives

/// A thing of the policy that is new, has gone, or differs.
package struct ThingChange: Hashable, Sendable {
    package let thing: PolicyThing
    package let kind: Kind
    /// What is said of it; for one that differs, only what does.
    package let facets: [FacetChange]
    package let widens: Bool

    package enum Kind: Hashable, Sendable { case added, removed, changed }

    static func between(_ old: [DescribedThing], _ new: [DescribedThing]) -> [ThingChange] {
        func names(_ things: [DescribedThing]) -> [PolicyThing.Name: DescribedThing] {
            Dictionary(things.map { ($0.thing.name, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (were, are) = (names(old), names(new))
        let found = new.compactMap { change(from: were[$0.thing.name], to: $0) }
        let gone = old.filter { are[$0.thing.name] == nil }.map { thing in
            ThingChange(
                thing: thing.thing, kind: .removed,
                facets: merged(
                    thing.facets.map { FacetChange(aspect: $0.aspect, was: $0.value, now: nil, widens: false) }),
                widens: false)
        }
        let order = PolicyThing.Kind.allCases
        return order.flatMap { kind in (found + gone).filter { $0.thing.name.kind == kind } }
    }

    private static func change(from old: DescribedThing?, to new: DescribedThing) -> ThingChange? {
        guard let old else {
            return ThingChange(
                thing: new.thing, kind: .added,
                facets: merged(
                    new.facets.map { FacetChange(aspect: $0.aspect, was: nil, now: $0.value, widens: false) }),
                widens: new.widensWhenNew)
        }
        let gone = old.facets.filter { facet in !new.facets.contains { $0.aspect == facet.aspect } }
        let facets =
            new.facets.compactMap { facet in
                FacetChange(from: old.facets.first { $0.aspect == facet.aspect }, to: facet)
            }
            + gone.map { FacetChange(aspect: $0.aspect, was: $0.value, now: nil, widens: $0.widening.whenGone) }
        guard !facets.isEmpty else { return nil }
        return ThingChange(
            thing: new.thing, kind: .changed, facets: merged(facets), widens: facets.contains(where: \.widens))
    }

    /// What is the same for several acts of a role is told once.
    private static func merged(_ facets: [FacetChange]) -> [FacetChange] {
        var merged: [FacetChange] = []
        for facet in facets {
            guard case .grant(let acts, for: let purpose) = facet.aspect,
                let place = merged.firstIndex(where: { other in
                    guard case .grant(_, for: let same) = other.aspect, same == purpose else { return false }
                    return other.was == facet.was && other.now == facet.now
                }), case .grant(let before, for: _) = merged[place].aspect
            else {
                merged.append(facet)
                continue
            }
            merged[place] = FacetChange(
                aspect: .grant(before + acts, for: purpose), was: facet.was, now: facet.now, widens: facet.widens)
        }
        return merged
    }
}

/// One thing that is said of a thing: as it was and as it is.
package struct FacetChange: Hashable, Sendable {
    package let aspect: Aspect
    package let was: FacetValue?
    package let now: FacetValue?
    package let widens: Bool

    init(aspect: Aspect, was: FacetValue?, now: FacetValue?, widens: Bool) {
        self.aspect = aspect
        self.was = was
        self.now = now
        self.widens = widens
    }

    fileprivate init?(from old: Facet?, to new: Facet) {
        guard old?.value != new.value else { return nil }
        self.init(
            aspect: new.aspect, was: old?.value, now: new.value, widens: new.widening.widens(old?.value, new.value))
    }
}

/// Something that the policy names beside its texts.
package struct PolicyThing: Hashable, Sendable {
    package let name: Name
    /// As the policy titles it; nil for what there is once.
    package let title: Phrase?

    package struct Name: Hashable, Sendable {
        package let kind: Kind
        /// The permanent name or number; empty for what there is once.
        package let code: String
    }

    init(_ kind: Kind, _ code: String = "", title: Phrase? = nil) {
        name = Name(kind: kind, code: code)
        self.title = title
    }

    /// In the order in which people want to read of them.
    package enum Kind: String, Sendable, CaseIterable {
        case purpose, field, recipient, documentKind, consent, consentTerm, role, place, terms, deadline
        case legalRetention, staffing
        case contacts, limits, reason, operatorRecord, clause, control
    }
}

/// A thing with all that the policy says of it.
struct DescribedThing {
    let thing: PolicyThing
    /// That it is there at all lets more be done.
    let widensWhenNew: Bool
    let facets: [Facet]

    init(_ thing: PolicyThing, widensWhenNew: Bool = false, _ facets: [Facet?]) {
        self.thing = thing
        self.widensWhenNew = widensWhenNew
        self.facets = facets.compactMap { $0 }
    }
}
