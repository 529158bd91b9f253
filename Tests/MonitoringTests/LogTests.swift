import Foundation
import Logging
import Synchronization
import Testing

@testable import Monitoring

@Suite("A line of the log")
struct LogTests {
    private final class Lines: Sendable {
        private let kept = Mutex<[String]>([])
        var all: [String] { kept.withLock { $0 } }
        @Sendable func add(_ line: String) { kept.withLock { $0.append(line) } }
    }

    private func written(_ log: (Logger) -> Void) -> [String] {
        let lines = Lines()
        log(Logger(label: "saqta") { JSONLines($0, write: lines.add) })
        return lines.all
    }

    @Test("is one object of JSON with time, level, message and all that goes with it")
    func object() throws {
        let lines = written { logger in
            var logger = logger
            logger[metadataKey: "hb.request.id"] = "1f"
            logger.notice("Request answered", metadata: ["http.status": "200", "http.route": "/{language}/account"])
        }
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.hasSuffix("}\n"))
        #expect(line.filter(\.isNewline).count == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(object["message"] == "Request answered")
        #expect(object["level"] == "notice")
        #expect(object["logger"] == "saqta")
        #expect(object["request.id"] == "1f")
        #expect(object["http.status"] == "200")
        #expect(try #require(object["time"]).wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    }

    @Test(
        "stays one line, whatever stands in it",
        arguments: ["a\nb", "a\"b\\", "\u{0}\u{1F}\u{2028}", "қазақша 🐎", "\r\n"])
    func quoted(text: String) throws {
        let line = try #require(written { $0.error("\(text)") }.first)
        #expect(line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count == 2)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(object["message"] == text)
    }

    private struct Telling: Error { let about = "Үлгібай" }

    @Test("names the kind of an error and nothing of what it holds")
    func error() throws {
        let line = try #require(written { $0.error("Round failed", error: Telling()) }.first)
        #expect(line.contains("\"error.type\":\"Telling\""))
        #expect(!line.contains("Үлгібай"))
    }

    @Test("is not written below the level")
    func level() {
        #expect(written { $0.info("Nothing to see") }.isEmpty)
    }
}
