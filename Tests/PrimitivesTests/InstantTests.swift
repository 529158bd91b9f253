import Primitives
import Testing

@Suite("An instant")
struct InstantTests {
    @Test(
        "is written in UTC, to the second",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_795_510_800_000_000, "2026-11-24T09:00:00Z"),
            (999_999, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (4_102_444_799_999_999, "2099-12-31T23:59:59Z"), (-5_364_662_400_000_000, "1800-01-01T00:00:00Z"),
        ])
    func text(microseconds: Int64, text: String) {
        #expect(Instant(microseconds: microseconds).description == text)
    }

    @Test(
        "is read as it is written, and in no other way",
        arguments: [
            ("2026-11-24T09:05:07Z", 1_795_511_107), ("1969-12-31T23:59:59Z", -1), ("2026-11-24T24:00:00Z", nil),
            ("2026-11-24T09:05:07+05:00", nil), ("2026-11-24", nil), ("2026-02-30T00:00:00Z", nil),
            ("2026-11-24T9:05:07Z", nil), ("", nil),
        ] as [(String, Int64?)])
    func reading(text: String, seconds: Int64?) {
        #expect(Instant(text)?.seconds == seconds)
    }

    @Test("moves by spans, and two have a span between them")
    func spans() {
        let start = Instant(seconds: 100)
        #expect(start + .minutes(2) == Instant(seconds: 220))
        #expect(start - .hours(1) == Instant(seconds: -3_500))
        #expect((start + .days(1)) - start == .seconds(86_400))
        #expect((start - .milliseconds(1)).seconds == 99)
        #expect(start < start + .milliseconds(1))
    }

    @Test("of the machine's clock is of our time")
    func system() {
        let now = TimeSource.system.now
        #expect(now > Instant(seconds: 1_700_000_000))
        #expect(now < Instant(seconds: 7_000_000_000))
    }
}
