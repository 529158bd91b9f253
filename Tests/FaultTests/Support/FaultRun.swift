import HouseKit
import Permits
import Primitives
import Storage
import Synchronization
import TestKit
import Testing

/// Plays a scenario once for each of its calls, each of which fails in one play.
struct FaultRun: Sendable {
    let scenario: Scenario
    let footing: Footing
    let share: Share

    /// Which of the calls are played.
    enum Share: Sendable, Equatable {
        /// Each fails once, and each is the first of those that fail for good.
        case whole
        /// Each fails once. For good, a transaction fails at its beginning, at its first statement and at its commit: its
        /// other statements leave what the first leaves.
        case each
        /// One of so many of those of `each`.
        case oneOf(Int)
    }

    /// What a run was.
    struct Tally: Sendable {
        var calls = 0
        var plays = 0
        var struck: [FaultPoint: Int] = [:]
    }

    func run() async throws -> Tally {
        var tally = Tally()
        try await Ground.run(on: footing) { ground in
            let (deed, start) = try await ground.keep(scenario.prepare)
            let rehearsal = try await ground.play(at: start) { try await Self.rehearse(deed, $0) }
            tally.calls = rehearsal.points.count
            for (number, length) in plays(of: rehearsal.points) {
                let point = try await ground.play(at: start) { stores in
                    try await play(deed, rehearsal, FaultPlan(failing: number, length), number, length, stores)
                }
                tally.plays += 1
                if let point { tally.struck[point, default: 0] += 1 }
            }
        }
        return tally
    }

    /// Which call fails in each play, and for how long.
    private func plays(of points: [FaultPoint]) -> [(Int, FaultPlan.Length)] {
        let numbers = Array(1...max(1, points.count))
        if share == .whole { return FaultPlan.Length.allCases.flatMap { length in numbers.map { ($0, length) } } }
        let forGood = numbers.filter { number in
            points[number - 1] != .statement || number == 1 || points[number - 2] != .statement
        }
        let all: [(Int, FaultPlan.Length)] = numbers.map { ($0, .once) } + forGood.map { ($0, .forGood) }
        guard case .oneOf(let some) = share else { return all }
        // Not the same of each scenario, and the same in each run.
        let first = scenario.name.unicodeScalars.reduce(0) { $0 + Int($1.value) } % some
        return stride(from: min(first, all.count - 1), to: all.count, by: some).map { all[$0] }
    }

    /// What comes of a deed when nothing fails.
    private struct Rehearsal: Sendable {
        let points: [FaultPoint]
        /// What there was before, after each transaction, and at the end.
        let states: [Shape]

        var end: Shape { states[states.count - 1] }
    }

    private static func rehearse(_ deed: Deed, _ stores: Ground.Stores) async throws -> Rehearsal {
        let plan = FaultPlan()
        let states = Mutex([try await Shape(stores)])
        let house = try FaultHouse(stores, plan) {
            let state = try await Shape(stores)
            states.withLock { $0.append(state) }
        }
        let answer = try await deed.act(house)
        let points = plan.points
        plan.mend()
        let end = try await Shape(stores)
        let all = states.withLock { $0 } + [end]
        try #require(!points.isEmpty)
        let fresh = try FaultHouse(stores, FaultPlan())
        try await deed.present(fresh, answer)
        try await deed.onward(fresh)
        #expect(try await fresh.faultsAfterADay() == [])
        return Rehearsal(points: points, states: all)
    }

    /// - Returns: where the fault struck.
    private func play(
        _ deed: Deed, _ rehearsal: Rehearsal, _ plan: FaultPlan, _ number: Int, _ length: FaultPlan.Length,
        _ stores: Ground.Stores
    ) async throws -> FaultPoint? {
        var house: FaultHouse? = try FaultHouse(stores, plan)
        var answer: String?
        var failure: (any Error)?
        if let house {
            do {
                answer = try await deed.act(house)
            } catch {
                failure = error
            }
        }
        plan.mend()
        let at = plan.struck?.rawValue ?? "nowhere"
        let told: Comment = "\(scenario.name): call \(number) of \(rehearsal.points.count), \(at), \(length.rawValue)"
        #expect(plan.struck != nil, told)
        let after = try await Shape(stores)
        if let answer {
            #expect(after.differences(from: rehearsal.end) == [], told)
            try await deed.present(try FaultHouse(stores, FaultPlan()), answer)
        } else {
            // Whoever is told another reason would believe it.
            #expect((failure as? any Refusal)?.kind == .unavailable, "\(told): \(String(describing: failure))")
            Self.expect(after, afterFailing: deed, rehearsal, told)
        }

        stores.clock.advance(by: deed.patience)
        // A process whose disk is away for good is started anew; one that lost a call goes on.
        if length == .forGood { house = nil }
        let repeating = try house ?? FaultHouse(stores, FaultPlan())
        var second: String?
        do {
            second = try await (deed.again ?? deed.act)(repeating)
        } catch let refusal as any Refusal where refusal.kind != .unavailable {
            // It was done, and can be done once only.
        } catch {
            Issue.record(error, told)
        }
        let end = try await Shape(stores)
        #expect(end.differences(from: rehearsal.end, besides: deed.besides, repeats: deed.repeats) == [], told)
        if let answer, let second { #expect(answer == second, told) }
        house = nil
        let fresh = try FaultHouse(stores, FaultPlan())
        if let present = second ?? answer { try await deed.present(fresh, present) }
        try await deed.onward(fresh)
        let faults = try await fresh.faultsAfterADay()
        #expect(faults == [], told)
        return plan.struck
    }

    private static func expect(_ state: Shape, afterFailing deed: Deed, _ rehearsal: Rehearsal, _ told: Comment) {
        let allowed: [Shape]
        switch deed.grain {
        case .whole: allowed = [rehearsal.states[0], rehearsal.end]
        case .steps: allowed = rehearsal.states
        case .takenBack: return
        }
        guard !allowed.contains(state) else { return }
        let differences = allowed.map { state.differences(from: $0) }.min { $0.count < $1.count } ?? []
        Issue.record("\(told): neither whole nor absent: \(differences)")
    }
}
