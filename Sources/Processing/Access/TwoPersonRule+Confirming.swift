import Storage

extension TwoPersonRule {
    /// Asks the rule, and the second factor in any case: what is published, declared void or released binds everybody.
    package func confirmed(
        after first: FirstHalf, by typed: SecondFactor.Typed, factor: SecondFactor, in transaction: any Transaction
    ) throws -> Answer {
        let answer = try second(after: first, by: typed.subject, typed, in: transaction)
        guard answer == .another else { return answer }
        guard !typed.isEmpty else { return .refused(.codeNeeded) }
        return switch try factor.use(typed, in: transaction) {
        case .taken: .another
        case .wrong: .refused(.wrongCode)
        case .locked(let until): .refused(.locked(until))
        }
    }
}
