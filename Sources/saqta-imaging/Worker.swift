import CImaging
import Glibc

/// One document or one letter, one process: reads it from standard input, writes what it shows to standard output, ends.
@main
struct Worker {
    static func main() {
        if CommandLine.arguments.contains("--self-test") { exit(SelfTest.run(CommandLine.arguments)) }
        if CommandLine.arguments.contains("--letter") { Letter.run() }
        guard let first = Frames.read(), first.kind == "A" else { exit(Status.abandoned) }
        // People wait for the server, and nobody for a page; under load this still has a quarter of a processor.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 5)
        let ask = Ask(Frames.fields(first.payload))
        saqta_prepare()
        guard saqta_vips_start() == 0 else { exit(Status.unguarded) }
        let readers = Readers(ask)
        guard let confined = Jail.enter(memory: ask.memory, seconds: ask.seconds) else { exit(Status.unguarded) }
        do {
            let file = try document(ask)
            let recognised = try Recognition(file: file, ask: ask).recognise()
            if recognised.type != .pdf, !Jail.closeFiles() { exit(Status.unguarded) }
            saqta_vips_allow(recognised.type.format)
            try Processing(file: file, recognised: recognised, ask: ask, readers: readers).run(confined: confined)
        } catch {
            Frames.write("X", [("reason", error.rawValue)])
        }
        // Static destructors of the libraries have nothing to save, and threads may still be in them.
        _exit(Status.done)
    }

    /// The document's octets, up to the limit.
    static func document(_ ask: Ask) throws(Refused) -> Octets {
        var bytes: [UInt8] = []
        while let frame = Frames.read() {
            switch frame.kind {
            case "D":
                guard bytes.count + frame.payload.count <= ask.octets else { throw .tooLarge }
                bytes += frame.payload
            case "E": return Octets(bytes: bytes)
            default: exit(Status.abandoned)
            }
        }
        exit(Status.abandoned)
    }
}
