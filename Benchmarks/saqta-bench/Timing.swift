import Foundation

/// How long each of many equal tasks took.
struct Timing {
    let done: Int
    let seconds: Double
    /// Milliseconds, sorted.
    let latencies: [Double]

    func report(_ name: String, clients: Int) -> String {
        func percentile(_ share: Double) -> Double {
            latencies.isEmpty ? 0 : latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))]
        }
        let numbers: [String: Any] = [
            "name": name, "clients": clients, "rate": Double(done) / seconds, "p50_ms": percentile(0.5),
            "p99_ms": percentile(0.99),
        ]
        let data = try? JSONSerialization.data(withJSONObject: numbers, options: [.sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// Runs `work` by `clients` tasks, each again and again, for some seconds.
    static func measure(
        clients: Int, seconds: Double, _ work: @escaping @Sendable () async throws -> Void
    ) async throws -> Timing {
        let begin = ContinuousClock.now
        let end = begin + .seconds(seconds)
        let latencies = try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<clients {
                group.addTask {
                    var own: [Double] = []
                    while ContinuousClock.now < end {
                        let start = ContinuousClock.now
                        try await work()
                        own.append((ContinuousClock.now - start) / .milliseconds(1))
                    }
                    return own
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        return Timing(
            done: latencies.count, seconds: (ContinuousClock.now - begin) / .seconds(1), latencies: latencies.sorted())
    }
}
