/// Something that is counted or measured, as Prometheus reads it.
///
/// Labels tell states and kinds apart, of which the code knows all; never a person, an address or a number of a case.
package struct Figure: Sendable {
    /// `saqta_…`, with its unit at the end; `…_total` for a counter.
    package let name: String
    package let help: String
    package let kind: Kind
    package let samples: [Sample]

    package enum Kind: String, Sendable {
        /// May go up and down.
        case gauge
        /// Goes up only, until the process ends.
        case counter
        case histogram
    }

    package struct Sample: Sendable {
        /// What stands behind the figure's name: `_bucket`, `_sum`, `_count`; empty for most.
        let suffix: String
        let labels: [(name: String, value: String)]
        let value: Double

        package init(_ value: Double, _ labels: [(name: String, value: String)] = [], suffix: String = "") {
            self.value = value
            self.labels = labels
            self.suffix = suffix
        }
    }

    package init(_ name: String, _ help: String, _ samples: [Sample], as kind: Kind) {
        self.name = name
        self.help = help
        self.kind = kind
        self.samples = samples
    }

    /// A figure without labels.
    package init(_ name: String, _ help: String, _ value: Double, as kind: Kind = .gauge) {
        self.init(name, help, [Sample(value)], as: kind)
    }

    /// A figure with one label.
    package init(_ name: String, _ help: String, by label: String, _ values: [(String, Int)], as kind: Kind = .gauge) {
        self.init(name, help, values.map { Sample(Double($0.1), [(label, $0.0)]) }, as: kind)
    }
}

extension Figure {
    /// The text exposition format, version 0.0.4, of Prometheus.
    package static func text(_ figures: [Figure]) -> String {
        figures.filter { !$0.samples.isEmpty }.sorted { $0.name < $1.name }.map(\.text).joined()
    }

    private var text: String {
        "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
            + samples.map { sample in
                let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
                return "\(name)\(sample.suffix)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(sample.value))\n"
            }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}
