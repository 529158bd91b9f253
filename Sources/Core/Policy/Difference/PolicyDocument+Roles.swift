import Primitives

extension PolicyDocument {
    /// A role with what its grants name, whatever order and number of grants they stand in.
    func described(_ role: Role) -> DescribedThing {
        DescribedThing(
            PolicyThing(.role, role.id.rawValue, title: role.title), widensWhenNew: true,
            [
                Facet(.title, .text(role.title)), Facet(.kind, .word(.role(role.kind)), .always),
            ] + reach(of: role).map { Facet($0.aspect, .names($0.data), .members) })
    }

    /// What a role may touch, by purpose and act.
    private func reach(of role: Role) -> [(aspect: Aspect, data: [FacetValue.Name])] {
        var reach: [PurposeID: [Act: Set<FacetValue.Name>]] = [:]
        for grant in role.grants {
            let data = Set(names(of: grant))
            for purpose in grant.purposes {
                for act in grant.acts { reach[purpose, default: [:]][act, default: []].formUnion(data) }
            }
        }
        return reach.sorted { $0.key < $1.key }.flatMap { id, acts in
            acts.sorted { $0.key.rawValue < $1.key.rawValue }.map { act, data in
                (
                    .grant([act], for: FacetValue.Name(id.rawValue, purpose(id)?.title)),
                    data.sorted { ($0.code.count, $0.code) < ($1.code.count, $1.code) }
                )
            }
        }
    }

    private func names(of grant: Grant) -> [FacetValue.Name] {
        var found = [FacetValue.Name("record")]
        for value in [names(of: grant.fields), names(of: grant.documents)] {
            if case .names(let names) = value { found += names }
        }
        // The clause that an entry names is part of what is granted.
        if let clause = grant.clause { found.append(FacetValue.Name("clause \(clause)")) }
        return found
    }
}
