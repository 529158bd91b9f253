import Metrics
import Monitoring
import Testing

@Suite("The figures")
struct FigureTests {
    @Test("are written as Prometheus reads them, in an order that does not change")
    func text() {
        let text = Figure.text([
            Figure("saqta_b", "Second.", by: "state", [("sent", 2), ("a\"b\\c\nd", 0)]),
            Figure("saqta_a_total", "First.", 1.5, as: .counter),
            Figure("saqta_none", "Nothing.", by: "state", []),
        ])
        #expect(
            text == """
                # HELP saqta_a_total First.
                # TYPE saqta_a_total counter
                saqta_a_total 1.5
                # HELP saqta_b Second.
                # TYPE saqta_b gauge
                saqta_b{state="sent"} 2
                saqta_b{state="a\\"b\\\\c\\nd"} 0

                """)
    }

    @Test("count through swift-metrics, one series for each set of labels")
    func counting() {
        let registry = MetricRegistry(help: ["documents.received": "Documents taken in."])
        for (kind, count) in [("pdf", 2), ("jpeg", 1), ("pdf", 3)] {
            Counter(label: "documents.received", dimensions: [("kind", kind)], factory: registry).increment(by: count)
        }
        Meter(label: "queue.length", factory: registry).set(7)
        #expect(
            Figure.text(registry.figures) == """
                # HELP saqta_documents_received_total Documents taken in.
                # TYPE saqta_documents_received_total counter
                saqta_documents_received_total{kind="jpeg"} 1
                saqta_documents_received_total{kind="pdf"} 5
                # HELP saqta_queue_length queue.length
                # TYPE saqta_queue_length gauge
                saqta_queue_length 7

                """)
    }

    @Test("tell how long things took: each bucket counts all that are not longer")
    func durations() throws {
        let registry = MetricRegistry()
        let timer = Timer(label: "http.request.duration", dimensions: [("route", "/health")], factory: registry)
        for milliseconds in [1, 2, 30, 700, 60_000] { timer.recordMilliseconds(milliseconds) }
        let lines = Figure.text(registry.figures).split(separator: "\n").map(String.init)
        func value(_ line: String) -> String? {
            lines.first { $0.hasPrefix(line + " ") }?.split(separator: " ").last.map(String.init)
        }
        let bucket = "saqta_http_request_duration_seconds_bucket{route=\"/health\",le="
        #expect(value(bucket + "\"0.001\"}") == "1")
        #expect(value(bucket + "\"0.005\"}") == "2")
        #expect(value(bucket + "\"0.05\"}") == "3")
        #expect(value(bucket + "\"1\"}") == "4")
        #expect(value(bucket + "\"30\"}") == "4")
        #expect(value(bucket + "\"+Inf\"}") == "5")
        #expect(value("saqta_http_request_duration_seconds_count{route=\"/health\"}") == "5")
        let sum = try #require(value("saqta_http_request_duration_seconds_sum{route=\"/health\"}").flatMap(Double.init))
        #expect(abs(sum - 60.733) < 1e-6)
    }

    @Test("do not grow without bounds when a label takes any value")
    func bounds() throws {
        let registry = MetricRegistry()
        for number in 0..<5_000 {
            Counter(label: "any", dimensions: [("value", "\(number)")], factory: registry).increment()
        }
        #expect(try #require(registry.figures.first).samples.count == 4_000)
    }

    @Test("of the process are there")
    func process() {
        let names = ProcessFigures.read().map(\.name)
        for name in [
            "process_resident_memory_bytes", "process_cpu_seconds_total", "process_start_time_seconds",
            "process_open_fds",
        ] {
            #expect(names.contains(name))
        }
        #expect(ProcessFigures.read().allSatisfy { $0.samples.count == 1 })
    }
}
