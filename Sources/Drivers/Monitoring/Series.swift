import Metrics
import Synchronization

/// One line of figures that grows while the process runs.
protocol Series: Sendable {
    var samples: [Figure.Sample] { get }
    var labels: [(name: String, value: String)] { get }
}

/// Counts upwards.
final class CounterSeries: Series, CounterHandler, Sendable {
    let labels: [(name: String, value: String)]
    private let count = Atomic<Int64>(0)

    init(_ labels: [(name: String, value: String)]) { self.labels = labels }

    func increment(by amount: Int64) { count.add(amount, ordering: .relaxed) }
    func reset() { count.store(0, ordering: .relaxed) }

    var samples: [Figure.Sample] { [Figure.Sample(Double(count.load(ordering: .relaxed)), labels)] }
}

/// Goes up and down.
final class GaugeSeries: Series, MeterHandler, RecorderHandler, Sendable {
    let labels: [(name: String, value: String)]
    private let value = Mutex(0.0)

    init(_ labels: [(name: String, value: String)]) { self.labels = labels }

    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { self.value.withLock { $0 = value } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ value: Int64) { set(value) }
    func record(_ value: Double) { set(value) }

    var samples: [Figure.Sample] { [Figure.Sample(value.withLock { $0 }, labels)] }
}

/// How long things took, in seconds, counted by how long at most.
final class DurationSeries: Series, TimerHandler, Sendable {
    /// Seconds; from what nobody notices to what is given up.
    static let bounds: [Double] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    private struct Counts {
        var buckets = [Int64](repeating: 0, count: DurationSeries.bounds.count + 1)
        var sum = 0.0
    }

    let labels: [(name: String, value: String)]
    private let counts = Mutex(Counts())

    init(_ labels: [(name: String, value: String)]) { self.labels = labels }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        counts.withLock {
            $0.buckets[bucket] += 1
            $0.sum += seconds
        }
    }

    var samples: [Figure.Sample] {
        let counts = counts.withLock { $0 }
        var (samples, total): ([Figure.Sample], Int64) = ([], 0)
        for (bound, count) in zip(Self.bounds + [.infinity], counts.buckets) {
            total += count
            samples.append(Figure.Sample(Double(total), labels + [("le", Figure.number(bound))], suffix: "_bucket"))
        }
        return samples + [
            Figure.Sample(counts.sum, labels, suffix: "_sum"), Figure.Sample(Double(total), labels, suffix: "_count"),
        ]
    }
}
