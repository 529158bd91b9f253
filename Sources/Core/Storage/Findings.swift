/// What was found out in one transaction and holds for the rest of it, so that it is not asked again.
package final class Findings {
    private var found: [String: Any] = [:]

    package init() {}

    /// What `find` answered the first time under this name.
    package func once<Answer>(_ name: String, _ find: () throws -> Answer) rethrows -> Answer {
        // In two steps: that nothing was found would itself pass for an optional answer.
        if let known = found[name], let answer = known as? Answer { return answer }
        let answer = try find()
        found[name] = answer
        return answer
    }
}
