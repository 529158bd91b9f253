import Permits
import Primitives

extension Model {
    /// What is there of an older state that was put back, once what the newest ledger knows was done again.
    ///
    /// Whoever was erased since is erased, whoever was archived since is archived; blocks and holds are as they were last; what
    /// was withdrawn is withdrawn, and what was given anew since is lost; so with the e-mail about editions. Editions and void clauses are those of the newest.
    func restored(over newest: Model, at instant: Instant) -> Model {
        var model = self
        model.editions = newest.editions
        for subject in newest.erased.keys where model.persons[subject] != nil || model.archived[subject] != nil {
            model.erase(subject, at: instant)
        }
        for (subject, one) in newest.archived { model.archive(subject, until: one.until) }
        for (subject, person) in newest.persons {
            guard let older = model.persons[subject] else { continue }
            model.persons[subject]?.isBlocked = person.isBlocked
            model.persons[subject]?.holds = person.holds.filter { $0.value > instant }
            model.persons[subject]?.isTold = older.isTold && person.isTold
            model.persons[subject]?.withdrawn = person.withdrawn
            model.persons[subject]?.consents = older.consents.filter { id, given in
                person.withdrawn[id].map { $0 <= given.since } ?? true
            }
        }
        return model
    }
}
