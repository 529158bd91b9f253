import Foundation
import TestKit
import Testing

/// After SQLite's loops of faults: the n-th call fails, for every n, and what is left is looked at.
@Suite("When the n-th call of a store fails")
struct FaultTests {
    /// With services the same rules are played on some of the calls. The environment may say `SAQTA_FAULTS=all`.
    private static func share(on footing: Footing) -> FaultRun.Share {
        if environment["SAQTA_FAULTS"] == "all" { return .whole }
        return switch footing {
        case .files: .each
        case .postgres: .oneOf(6)
        case .s3: .oneOf(4)
        }
    }

    private static let environment = ProcessInfo.processInfo.environment

    @Test(
        "what was acknowledged is there, anything else is there whole or not at all, and doing it again does it once",
        arguments: FaultCase.all)
    func everyCall(of one: FaultCase) async throws {
        let start = ContinuousClock.now
        let run = FaultRun(scenario: one.scenario, footing: one.footing, share: Self.share(on: one.footing))
        let tally = try await run.run()
        #expect(tally.plays > 0)
        guard Self.environment["SAQTA_FAULTS"] != nil else { return }
        let struck = tally.struck.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        print(
            "\(one.footing.rawValue)\t\(one.scenario.name)\t\(tally.calls) calls\t\(tally.plays) plays\t"
                + "\(ContinuousClock.now - start)\t" + struck.joined(separator: ", "))
    }
}

extension Scenario {
    static let all = (registering + contacts + consents + documents + reviewing + clients + keeping + staff)
        .filter { scenario in only.map(scenario.name.contains) ?? true }

    /// Words of the only scenarios that are wanted, for whoever looks for a fault.
    private static let only = ProcessInfo.processInfo.environment["SAQTA_FAULTS_OF"]
}
