import CTesseract
import Glibc

/// The readers that the server asked for, loaded before the jail closes.
struct Readers {
    private let zone: Tesseract?
    private let text: Tesseract?
    private let language: String
    /// Processor seconds after which no further reading begins.
    private let allowance: Double

    init(_ ask: Ask) {
        zone = ask.zone ? Tesseract(language: "eng", variables: ZoneReader.variables) : nil
        text = ask.text.isEmpty ? nil : Tesseract(language: ask.text)
        language = ask.text
        allowance = Double(ask.seconds) * 0.6
    }

    /// Writes what can be read off the pages.
    func read(_ pages: [Page]) {
        if let zone {
            let readers = pages.map { ZoneReader(tesseract: zone, page: $0) { spent < allowance } }
            let found = readers.map { mayGoOn ? $0.readQuickly() : nil }
            // The slow way is for documents in which no page gave a zone at once.
            let slow = found.allSatisfy { $0 == nil }
            for (index, reader) in readers.enumerated() {
                if let zone = found[index] ?? (slow && mayGoOn ? reader.readThoroughly() : nil) { write(zone, index) }
            }
        }
        if let text {
            for (index, page) in pages.enumerated() where mayGoOn { write(text, page, index) }
        }
    }

    private func write(_ found: ZoneReader.Found, _ index: Int) {
        Frames.write(
            "M",
            [
                ("page", "\(index)"), ("lines", found.lines.joined(separator: "/")), ("passed", "\(found.passed)"),
                ("checks", "\(found.checks)"), ("turns", "\(found.turns)"),
            ])
    }

    private func write(_ text: Tesseract, _ page: Page, _ index: Int) {
        let lines = text.lines(page.grey, width: page.width, height: page.height, layout: PSM_AUTO)
            .map { (text: $0.text.trimmed, confidence: $0.confidence) }
            .filter { $0.confidence > 30 && $0.text.count > 1 }
        let body = lines.prefix(200).map { "\(Int($0.confidence)) \($0.text)" }.joined(separator: "\n")
        Array("\(index)\n\(language)\n\(body)".utf8).prefix(65_536).withUnsafeBytes { Frames.write("W", $0) }
    }

    private var mayGoOn: Bool { spent < allowance }

    private var spent: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension String {
    /// Without the blanks at both ends.
    var trimmed: String {
        var rest = self[...]
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest.drop(while: \.isWhitespace))
    }
}
