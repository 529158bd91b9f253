/// What the gate asks the policy.
struct Question: Hashable {
    let role: RoleID
    let act: Act
    let datum: Datum
    let purpose: PurposeID
}

extension Edition {
    /// All answers that are yes.
    ///
    /// A grant allows its acts on the record as such, and on those of its fields and documents that have the
    /// purpose asked for. A purpose that rests on consent allows nothing unless a consent item covers it.
    static func permissions(of document: PolicyDocument) -> [Question: Permission] {
        var answers: [Question: Permission] = [:]
        for role in document.roles {
            for grant in role.grants {
                for purposeID in grant.purposes {
                    guard let purpose = document.purpose(purposeID), let ground = document.ground(of: purpose)
                    else { continue }
                    for (datum, clause) in document.reach(of: grant, for: purposeID) {
                        var clauses = ground.clauses.union([purpose.clause])
                        if let own = grant.clause { clauses.insert(own) }
                        if let clause { clauses.insert(clause) }
                        let answer = Permission(
                            clause: grant.clause ?? purpose.clause, basis: ground.basis, reliesOn: clauses)
                        for act in grant.acts {
                            let question = Question(role: role.id, act: act, datum: datum, purpose: purposeID)
                            answers[question] = answers[question] ?? answer
                        }
                    }
                }
            }
        }
        return answers
    }
}

extension PolicyDocument {
    fileprivate func ground(of purpose: Purpose) -> (basis: Basis, clauses: Set<ClauseID>)? {
        switch purpose.ground {
        case .consent: consent(covering: purpose.id).map { (.consent($0.id), [$0.clause]) }
        case .law: purpose.article.map { (.law($0), []) }
        }
    }

    /// What `grant` reaches for `purpose`, with the clause that names the datum.
    fileprivate func reach(of grant: Grant, for purpose: PurposeID) -> [(Datum, ClauseID?)] {
        let fields = grant.fields.compactMap(field).filter { $0.purposes.contains(purpose) }
        let kinds = grant.documents.compactMap(documentKind).filter { $0.purposes.contains(purpose) }
        return [(.record, nil)] + fields.map { (.field($0.number), $0.clause) }
            + kinds.map { (.document($0.id), $0.clause) }
    }
}
