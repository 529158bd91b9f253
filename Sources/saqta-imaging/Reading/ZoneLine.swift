/// One line that may belong to a machine-readable zone.
struct ZoneLine {
    let line: Tesseract.Line
    /// Capital letters, digits and fillers only.
    let characters: [UInt8]

    init?(_ line: Tesseract.Line) {
        let characters = line.text.utf8.filter { (48...57).contains($0) || (65...90).contains($0) || $0 == 60 }
        guard characters.count >= 24, characters.count <= 60 else { return nil }
        self.line = line
        self.characters = characters
    }

    /// The readings of this line that are `length` characters long. The longest run of fillers is made to fit,
    /// because their number is what is misread most; a line that check digits guard may also have noise around it.
    func fitted(_ length: Int, guarded: Bool) -> [String] {
        let excess = characters.count - length
        guard abs(excess) <= 6 else { return [] }
        if excess == 0 { return [String(decoding: characters, as: UTF8.self)] }
        var results: [[UInt8]] = []
        if let run = longestRun, run.count >= 2, run.count - excess >= 1 {
            let fillers = [UInt8](repeating: 60, count: run.count - excess)
            results.append(Array(characters[..<run.lowerBound]) + fillers + Array(characters[run.upperBound...]))
        }
        if excess > 0, guarded || results.isEmpty {
            results += (0...(guarded ? excess : 0)).map { Array(characters[$0..<$0 + length]) }
        } else if excess < 0, characters.last == 60 {
            results.append(characters + [UInt8](repeating: 60, count: -excess))
        }
        return results.map { String(decoding: $0, as: UTF8.self) }
    }

    private var longestRun: Range<Int>? {
        var best: Range<Int>?
        var start = 0
        for index in 0...characters.count {
            if index < characters.count, characters[index] == 60 { continue }
            if index - start > best?.count ?? 0 { best = start..<index }
            start = index + 1
        }
        return best
    }
}
