import CImaging
import CMail
import Glibc

/// One letter, one process: what is in it as frames, each of one kind octet of `CMail.h`.
enum Letter {
    /// Reads the letter in a jail that opens no file, and writes what it says.
    static func run() -> Never {
        saqta_prepare()
        guard let first = Frames.read(), first.kind == "A" else { exit(Status.abandoned) }
        let ask = Ask(Frames.fields(first.payload))
        saqta_mail_start()
        guard Jail.enter(memory: ask.memory, seconds: ask.seconds) != nil, Jail.closeFiles() else {
            exit(Status.unguarded)
        }
        do {
            let octets = try Worker.document(ask)
            let outcome = octets.bytes.withUnsafeBufferPointer { buffer in
                saqta_mail_read(
                    buffer.baseAddress, buffer.count,
                    { _, kind, octets, count in
                        Frames.write(
                            Character(UnicodeScalar(UInt8(bitPattern: kind))),
                            UnsafeRawBufferPointer(start: octets, count: count))
                    }, nil)
            }
            switch outcome {
            case saqta_mail_read_all: Frames.write("Z", [("end", "1")])
            case saqta_mail_too_nested: Frames.write("X", [("reason", "tooNested")])
            default: Frames.write("X", [("reason", "noLetter")])
            }
        } catch {
            Frames.write("X", [("reason", error.rawValue)])
        }
        _exit(Status.done)
    }
}
