/// What the gate asks the policy.
struct Question: Hashable {
    let role: RoleID
    let act: Act
    let datum: Datum
    let purpose: PurposeID
}

extension Edition {
    /// All answers that are yes, with each ground that gives one, in the policy's order.
    ///
    /// A grant allows its acts on the record as such, and on those of its fields and documents that have the
    /// purpose asked for. A purpose that rests on consent allows nothing unless a consent item covers it.
    static func permissions(of document: PolicyDocument) -> [Question: [Permission]] {
        var answers: [Question: [Permission]] = [:]
        for role in document.roles {
            for grant in role.grants {
                for purposeID in grant.purposes {
                    guard let purpose = document.purpose(purposeID) else { continue }
                    for ground in document.grounds(of: purpose) {
                        for (datum, clause) in document.reach(of: grant, for: purposeID) {
                            let clauses = [purpose.clause, grant.clause, clause].compactMap { $0 }
                            let answer = Permission(
                                clause: grant.clause ?? purpose.clause, basis: ground.basis,
                                reliesOn: ground.clauses.union(clauses))
                            for act in grant.acts {
                                let question = Question(role: role.id, act: act, datum: datum, purpose: purposeID)
                                if answers[question]?.contains(answer) != true {
                                    answers[question, default: []].append(answer)
                                }
                            }
                        }
                    }
                }
            }
        }
        return answers
    }
}

extension PolicyDocument {
    fileprivate func grounds(of purpose: Purpose) -> [(basis: Basis, clauses: Set<ClauseID>)] {
        switch purpose.ground {
        case .consent:
            consents.filter { $0.kind == .purposes && $0.purposes.contains(purpose.id) }
                .map { (.consent($0.id), [$0.clause]) }
        case .law: purpose.article.map { [(.law($0), [])] } ?? []
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
