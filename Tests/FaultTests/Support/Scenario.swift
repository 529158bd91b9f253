import Primitives
import Testing

/// An act of the product, to be done while a store fails.
struct Scenario: Sendable {
    let name: String
    /// It has to do with objects.
    var hasObjects = false
    /// What there is before the act.
    let prepare: @Sendable (FaultHouse) async throws -> Deed

    init(_ name: String, _ prepare: @escaping @Sendable (FaultHouse) async throws -> Deed) {
        self.name = name
        self.prepare = prepare
    }

    /// The same, as one that has to do with objects.
    var withObjects: Scenario {
        var scenario = self
        scenario.hasObjects = true
        return scenario
    }
}

/// The act itself, and what is promised of it.
struct Deed: Sendable {
    typealias Doing = @Sendable (FaultHouse) async throws -> String

    /// Whether it is one transaction, or several.
    enum Grain: Sendable {
        /// All or nothing.
        case whole
        /// After each of its transactions it may have stopped.
        case steps
        /// It takes back what it did when it fails, so that there are states that it does not pass otherwise.
        case takenBack
    }

    var grain = Grain.whole
    /// Tables that may hold more when it was done again.
    var besides: Set<String> = []
    /// Whether doing it again may be on record again.
    var repeats = false
    /// How long to wait before it is done again.
    var patience = Span.seconds(0)
    /// Does it. - Returns: what whoever asked holds in their hands then, the same when it is done again.
    let act: Doing
    /// Does it again, as somebody would who does not know what came of the first time.
    var again: Doing?
    /// Checks what is there then, in a house that has just been started; changes nothing.
    var present: @Sendable (FaultHouse, String) async throws -> Void = { _, _ in }
    /// Goes on with what was done, at the very end.
    var onward: @Sendable (FaultHouse) async throws -> Void = { _ in }
}
