import Monitoring
import Synchronization
import Testing

@Suite("Readiness")
struct ReadinessTests {
    private struct Broken: Error {}

    @Test("names what fails, in the order of the checks")
    func names() async {
        let readiness = Readiness([
            ("well", { true }), ("unwell", { false }), ("broken", { throw Broken() }),
        ])
        #expect(await readiness.failing() == ["unwell", "broken"])
    }

    @Test("does not wait for what hangs")
    func hanging() async {
        let readiness = Readiness(
            limit: .milliseconds(20),
            [
                (
                    "hanging",
                    {
                        try await Task.sleep(for: .seconds(3_600)); return true
                    }
                )
            ])
        #expect(await readiness.failing() == ["hanging"])
    }

    @Test("is not looked at anew for each who asks, but once a second")
    func cached() async {
        let count = Atomic(0)
        let start = ContinuousClock.now
        let passed = Mutex(Duration.zero)
        let readiness = Readiness(
            now: { start + passed.withLock { $0 } },
            [
                (
                    "counted",
                    {
                        count.add(1, ordering: .relaxed)
                        return true
                    }
                )
            ])
        for _ in 0..<10 { #expect(await readiness.failing().isEmpty) }
        passed.withLock { $0 = .milliseconds(999) }
        #expect(await readiness.failing().isEmpty)
        #expect(count.load(ordering: .relaxed) == 1)
        passed.withLock { $0 = .seconds(1) }
        #expect(await readiness.failing().isEmpty)
        #expect(count.load(ordering: .relaxed) == 2)
    }
}
