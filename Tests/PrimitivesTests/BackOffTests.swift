import Primitives
import Testing

@Suite("The pauses between tries")
struct BackOffTests {
    @Test(
        "double from the first to the longest",
        arguments: [(1, 15), (2, 30), (3, 60), (8, 1_920), (9, 3_840), (20, 3_840)])
    func doubles(failures: Int, seconds: Int) {
        #expect(BackOff.message.pause(after: failures) == .seconds(seconds))
    }

    @Test("are never longer than the longest, however often it failed", arguments: [41, 64, 1_000, .max])
    func bounded(failures: Int) {
        #expect(BackOff.deletion.pause(after: failures) == .hours(1))
    }

    @Test("end when there were enough")
    func spent() {
        #expect(!BackOff.reading.isSpent(2) && BackOff.reading.isSpent(3) && BackOff.reading.isSpent(4))
    }
}
