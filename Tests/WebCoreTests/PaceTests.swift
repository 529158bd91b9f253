import Primitives
import Testing

@testable import WebCore

@Suite("The pace of a connection")
struct PaceTests {
    private typealias Moment = ContinuousClock.Instant
    private let start = Moment.now

    private func at(_ seconds: Double) -> Moment { start + .seconds(seconds) }

    /// Head 15 s, idle 60 s, stall 30 s, progress 1,024 octets.
    private func connected() -> Pace { Pace(ConnectionLimits(), connectedAt: start) }

    /// A request with a body has begun after one second.
    private func receiving() -> Pace {
        var pace = connected()
        pace.octetsCame(at: at(1))
        pace.headCame(at: at(1))
        return pace
    }

    @Test("is over when nothing comes for a minute, before the first request and after an answer")
    func idle() {
        var pace = connected()
        #expect(pace.verdict(at: at(59.9)) == .inTime)
        #expect(pace.verdict(at: at(60)) == .over)
        pace.octetsCame(at: at(1))
        pace.headCame(at: at(1))
        pace.requestCame()
        #expect(pace.verdict(at: at(500)) == .inTime, "an answer may take as long as it takes")
        pace.answered(at: at(500))
        #expect(pace.verdict(at: at(559.9)) == .inTime)
        #expect(pace.verdict(at: at(560)) == .over)
    }

    @Test("is too slow when a head takes longer than 15 seconds, however steadily it comes")
    func head() {
        var pace = connected()
        for tenth in 500..<650 { pace.octetsCame(at: at(Double(tenth) / 10)) }
        #expect(pace.verdict(at: at(64.9)) == .inTime)
        #expect(pace.verdict(at: at(65)) == .tooSlow)
    }

    @Test("counts a head behind another request from the answer to that one")
    func pipelined() {
        var pace = connected()
        pace.octetsCame(at: at(0))
        pace.headCame(at: at(0))
        pace.requestCame()
        pace.octetsCame(at: at(1))
        #expect(pace.verdict(at: at(100)) == .inTime)
        pace.answered(at: at(100))
        #expect(pace.verdict(at: at(114.9)) == .inTime)
        #expect(pace.verdict(at: at(115)) == .tooSlow)
    }

    @Test("is too slow when a body stands still for 30 seconds")
    func stall() {
        var pace = receiving()
        pace.bodyCame(50_000, at: at(10))
        #expect(pace.verdict(at: at(39.9)) == .inTime)
        #expect(pace.verdict(at: at(40)) == .tooSlow)
    }

    @Test("is in time while a body comes at 100 kbit a second, for 35 minutes")
    func slowLine() {
        var pace = receiving()
        for second in 1...2_100 {
            pace.bodyCame(12_500, at: at(Double(second)))
            #expect(pace.verdict(at: at(Double(second))) == .inTime)
        }
    }

    @Test("is too slow when an octet comes now and then")
    func drip() {
        var pace = receiving()
        for second in stride(from: 2.0, through: 30, by: 2) { pace.bodyCame(1, at: at(second)) }
        #expect(pace.verdict(at: at(30.9)) == .inTime)
        #expect(pace.verdict(at: at(31)) == .tooSlow)
    }

    @Test("does not count while we ourselves read nothing")
    func paused() {
        var pace = receiving()
        pace.bodyCame(5_000, at: at(2))
        pace.pause(at: at(2))
        #expect(pace.verdict(at: at(300)) == .inTime)
        pace.resume(at: at(300))
        #expect(pace.verdict(at: at(329.9)) == .inTime)
        #expect(pace.verdict(at: at(330)) == .tooSlow)
    }

    @Test("is over when a body goes on coming for long after its answer")
    func answeredEarly() {
        var pace = receiving()
        pace.answered(at: at(5))
        for second in 5..<35 {
            pace.bodyCame(1_000_000, at: at(Double(second)))
            #expect(pace.verdict(at: at(Double(second))) == .inTime)
        }
        #expect(pace.verdict(at: at(35)) == .over)
    }

    @Test("is over when nobody fetches an answer")
    func slowReader() {
        var pace = receiving()
        pace.requestCame()
        pace.writes(at: at(2))
        pace.writes(at: at(2))
        pace.wrote(at: at(20))
        #expect(pace.verdict(at: at(49.9)) == .inTime)
        #expect(pace.verdict(at: at(50)) == .over)
        pace.wrote(at: at(50))
        pace.answered(at: at(50))
        #expect(pace.verdict(at: at(109.9)) == .inTime)
    }
}

@Suite("The source of a request")
struct NetworkSourceTests {
    @Test("is an IPv4 address, also in the clothes of IPv6")
    func four() {
        let plain = NetworkSource(ip: [192, 0, 2, 7])
        #expect(plain == NetworkSource(ip: Bytes(repeating: 0, count: 10) + [0xFF, 0xFF, 192, 0, 2, 7]))
        #expect(plain != NetworkSource(ip: [192, 0, 2, 8]))
    }

    @Test("is the /64 of an IPv6 address")
    func six() {
        let network: Bytes = [0x20, 0x01, 0x0D, 0xB8, 0, 1, 0, 2]
        let one = NetworkSource(ip: network + Bytes(repeating: 1, count: 8))
        #expect(one == NetworkSource(ip: network + Bytes(repeating: 9, count: 8)))
        #expect(one != NetworkSource(ip: network.dropLast() + [3] + Bytes(repeating: 1, count: 8)))
    }

    @Test("prints nothing, and its mark is another in every process")
    func marks() {
        let source = NetworkSource(ip: [192, 0, 2, 7])
        var dumped = ""
        dump(source, to: &dumped)
        #expect("\(source)\(String(reflecting: source))\(dumped)".contains("192") == false)
        let here = SourceMarks(randomness: .system)
        #expect(here.mark(of: source) == here.mark(of: source))
        #expect(here.mark(of: source) != SourceMarks(randomness: .system).mark(of: source))
        #expect(here.mark(of: source) != here.mark(of: NetworkSource(ip: [192, 0, 2, 8])))
    }
}

@Suite("Open connections")
struct OpenConnectionsTests {
    @Test("are counted in all and by source, and forgotten when they end")
    func counts() {
        var limits = ConnectionLimits()
        limits.connections = 3
        limits.connectionsPerSource = 2
        let open = OpenConnections(limits)
        let (one, other) = (SourceMark(of: [1]), SourceMark(of: [2]))
        #expect(open.enter(one) == nil)
        #expect(open.enter(one) == nil)
        #expect(open.enter(one) == .fullForSource)
        #expect(open.enter(other) == nil)
        #expect(open.enter(other) == .full)
        open.leave(one)
        #expect(open.enter(other) == nil)
        open.leave(other)
        #expect(open.enter(one) == nil)
    }
}
