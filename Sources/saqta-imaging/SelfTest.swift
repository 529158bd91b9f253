import CImaging
import Glibc

/// The worker's examination of its own jail: it tries what is forbidden and writes what came of it.
enum SelfTest {
    private static let attempts = [
        "socket", "connect", "process", "exec", "write", "trace", "read", "executableMemory", "signal",
    ]

    /// `--self-test` alone examines the whole jail; with `unguarded` no jail is built, so that a test can see the
    /// attempts succeed; `memory` and `time` run into a limit; `fonts` examines the jail of PDF files.
    static func run(_ arguments: [String]) -> Int32 {
        saqta_prepare()
        guard saqta_vips_start() == 0 else { return Status.unguarded }
        guard !arguments.contains("unguarded") else { return report(guarded: nil) }
        guard let confined = Jail.enter(memory: 512, seconds: 1) else { return Status.unguarded }
        if arguments.contains("memory") { exhaustMemory() }
        if arguments.contains("time") { while true {} }
        if !arguments.contains("fonts"), !Jail.closeFiles() { return Status.unguarded }
        return report(guarded: confined)
    }

    private static func report(guarded: Bool?) -> Int32 {
        let successes = saqta_try_escape()
        var fields = attempts.enumerated().map { ($1, successes >> $0 & 1 == 1 ? "allowed" : "denied") }
        fields.append(("thread", saqta_try_thread() == 1 ? "allowed" : "denied"))
        fields.append(("confined", guarded == true ? "1" : "0"))
        Frames.write("S", fields.map { ($0.0, $0.1) })
        return Status.done
    }

    private static func exhaustMemory() {
        while let block = malloc(16 << 20) { memset(block, 1, 16 << 20) }
        abort()
    }
}
