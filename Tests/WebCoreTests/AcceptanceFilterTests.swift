import HTTPTypes
import Hummingbird
import Primitives
import Synchronization
import Testing
import WebCore

@Suite("A visit of the public pages")
struct AcceptanceFilterTests {
    private final class Counter: Sendable {
        private let found = Mutex<[String]>([])
        func count(_ edition: Int, _ language: Language) {
            found.withLock { $0.append("\(edition) \(language.rawValue)") }
        }
        var all: [String] { found.withLock { $0 } }
    }

    private static func fields(_ pairs: [(String, String)]) throws -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs { fields[try #require(HTTPField.Name(name))] = value }
        return fields
    }

    private static func visit(
        _ pairs: [(String, String)], path: String = "/kk/public", method: HTTPRequest.Method = .get
    ) async throws -> (counted: [String], answer: Answer) {
        let counter = Counter()
        let router = testRouter(counting: counter.count)
        let answer = try await ask(router, path, host: "saqta.example", method: method, try fields(pairs))
        return (counter.all, answer)
    }

    @Test(
        "begins where a browser comes from elsewhere, and says so on that page",
        arguments: [
            [("Sec-Fetch-Site", "none"), ("Sec-Fetch-Mode", "navigate")],
            [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")],
            [], [("Referer", "https://search.example/?q=1")],
        ])
    func begins(pairs: [(String, String)]) async throws {
        let (counted, answer) = try await Self.visit(pairs)
        #expect(counted == ["3 kk"])
        #expect(String(buffer: answer.body).contains("data-edition-notice=\"3\""))
        // Nothing is given to the browser by which it could be known again.
        #expect(answer.headers[.setCookie] == nil)
    }

    @Test(
        "goes on by the links of the site, and with what a browser fetches ahead or beside",
        arguments: [
            [("Sec-Fetch-Site", "same-origin"), ("Sec-Fetch-Mode", "navigate")],
            [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")],
            [("Sec-Fetch-Site", "none"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Purpose", "prefetch")],
            [("Referer", "https://saqta.example/kk/policy")],
        ])
    func goesOn(pairs: [(String, String)]) async throws {
        let (counted, answer) = try await Self.visit(pairs)
        #expect(counted == [] && answer.status == .ok)
        #expect(!String(buffer: answer.body).contains("data-edition-notice"))
    }

    @Test("is not counted where nothing was shown, or no public page was asked for")
    func nothingShown() async throws {
        let refused = try await Self.visit([], path: "/kk/public-broken")
        #expect(refused.counted == [] && refused.answer.status == .gone)
        let personal = try await Self.visit([], path: "/kk/personal")
        #expect(personal.counted == [])
        let posted = try await Self.visit([], method: .post)
        #expect(posted.counted == [])
    }

    @Test("that comes back with the page in its hands is counted, and is sent nothing anew")
    func again() async throws {
        let first = try await Self.visit([])
        let tag = try #require(first.answer.headers[.eTag])
        let second = try await Self.visit([("If-None-Match", tag)])
        #expect(second.answer.status == .notModified && second.counted == ["3 kk"])
        // The page within a visit is another one: without the line.
        let within = try await Self.visit([("If-None-Match", tag), ("Sec-Fetch-Site", "same-origin")])
        #expect(within.answer.status == .ok)
    }
}
