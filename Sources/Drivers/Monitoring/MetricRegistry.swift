import Metrics
import Synchronization

/// Keeps what the code counts through swift-metrics, in the memory of this process.
///
/// `http.request.duration` becomes `saqta_http_request_duration_seconds`, `documents.received` becomes
/// `saqta_documents_received_total`.
package final class MetricRegistry: MetricsFactory, Sendable {
    private struct Key: Hashable {
        let name: String
        let kind: Figure.Kind
    }

    private typealias Family = [[String]: any Series]

    /// A family never has more series than this: a label that takes any value would fill the memory.
    private static let most = 4_000

    private let families = Mutex<[Key: Family]>([:])
    private let help: [String: String]

    /// - Parameter help: what the figures mean, by their label in the code.
    package init(help: [String: String] = [:]) { self.help = help }

    private func series<One: Series>(
        _ label: String, _ kind: Figure.Kind, _ dimensions: [(String, String)],
        _ make: ([(name: String, value: String)]) -> One
    ) -> One {
        let labels = dimensions.map { (name: $0.0, value: $0.1) }
        return families.withLock { families in
            let key = labels.flatMap { [$0.name, $0.value] }
            if let known = families[Key(name: label, kind: kind)]?[key] as? One { return known }
            let made = make(labels)
            if families[Key(name: label, kind: kind), default: [:]].count < Self.most {
                families[Key(name: label, kind: kind), default: [:]][key] = made
            }
            return made
        }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, .counter, dimensions, CounterSeries.init)
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, .gauge, dimensions, GaugeSeries.init)
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(label, .gauge, dimensions, GaugeSeries.init)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, .histogram, dimensions, DurationSeries.init)
    }

    // What was counted stays counted, whoever counted it.
    package func destroyCounter(_ handler: any CounterHandler) {}
    package func destroyMeter(_ handler: any MeterHandler) {}
    package func destroyRecorder(_ handler: any RecorderHandler) {}
    package func destroyTimer(_ handler: any TimerHandler) {}

    /// All that was counted so far.
    package var figures: [Figure] {
        families.withLock { $0 }.map { key, family in
            let ordered = family.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            return Figure(
                Self.name(key.name, key.kind), help[key.name] ?? key.name, ordered.flatMap(\.value.samples),
                as: key.kind)
        }
    }

    private static func name(_ label: String, _ kind: Figure.Kind) -> String {
        let ending =
            switch kind {
            case .counter: "_total"
            case .histogram: "_seconds"
            case .gauge: ""
            }
        return "saqta_" + label.replacing(".", with: "_") + ending
    }
}
