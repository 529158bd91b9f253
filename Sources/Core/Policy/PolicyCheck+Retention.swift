extension PolicyCheck {
    /// What is kept after the purposes have ended is kept by a law that the pack knows, no longer than it says.
    func checkRetentions(_ pack: LawPack) {
        let retentions = document.legalRetentions ?? []
        checkUnique(retentions.map(\.law), in: "legal_retentions", called: "legal retention")
        for (index, one) in retentions.enumerated() {
            let path = "/legal_retentions[\(index)]"
            checkClause(one.clause, at: path)
            if one.fields.isEmpty { error("legal retention \(one.law) names no field", at: path) }
            for number in one.fields where document.field(number) == nil {
                error("there is no field \(number)", at: path)
            }
            guard let rule = pack.retention(one.law) else {
                error("the law pack knows no retention \(one.law)", at: path)
                continue
            }
            if one.article != rule.article || one.trigger != rule.trigger {
                error(
                    "legal retention \(one.law) is by \(rule.article), on \(rule.trigger.rawValue)", at: path,
                    article: rule.article)
            }
            if !(1...rule.years).contains(one.years) {
                error(
                    "legal retention \(one.law) lasts \(one.years) years; the law has \(rule.years)", at: path,
                    article: rule.article)
            }
        }
    }
}
