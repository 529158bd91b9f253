import CImaging
import CTesseract

/// Looks for a machine-readable zone on a page and reads it in several treatments until the check digits agree.
struct ZoneReader {
    /// Single characters without dictionaries: a zone holds no words.
    static let variables = [
        ("load_system_dawg", "0"), ("load_freq_dawg", "0"), ("load_punc_dawg", "0"), ("load_number_dawg", "0"),
        ("tessedit_char_whitelist", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"),
    ]

    /// What was read; `turns` are the quarters clockwise by which the page had to be turned.
    struct Found {
        let lines: [String]
        let passed: Int
        let checks: Int
        let turns: Int
    }

    let tesseract: Tesseract
    let page: Page
    /// Whether there is still time.
    let mayGoOn: () -> Bool

    /// Reads the page as it lies, at the resolution at which most zones are found.
    func readQuickly() -> Found? { band(turns: 0, longSide: 1_700, treatment: 0).flatMap { read($0, turns: 0) } }

    /// Tries what the quick way leaves out: uneven light, and pages that lie on a side or on their head.
    func readThoroughly() -> Found? {
        for (turns, longSide, treatment) in [(2, 1_700.0, 0), (0, 2_500, 2), (1, 1_700, 0), (3, 1_700, 0)]
        where mayGoOn() {
            guard let band = band(turns: turns, longSide: longSide, treatment: treatment) else { continue }
            if let found = read(band, turns: turns) { return found }
        }
        return nil
    }

    /// A rectangle in pixels of the turned page, and the height of a line in it.
    private struct Band {
        var left: Int
        var top: Int
        var right: Int
        var bottom: Int
        var line: Double
    }

    private func turned(_ turns: Int) -> (width: Int, height: Int) {
        turns % 2 == 0 ? (page.width, page.height) : (page.height, page.width)
    }

    /// Where two or more lines of the zone stand, by a first reading of the whole page.
    private func band(turns: Int, longSide: Double, treatment: Int) -> Band? {
        let size = turned(turns)
        let scale = min(2, longSide / Double(max(size.width, size.height)))
        let whole = Band(left: 0, top: 0, right: size.width, bottom: size.height, line: 0)
        let boxes = variant(whole, turns, scale, treatment).compactMap(ZoneLine.init).filter(Self.isLikely).map(\.line)
        guard boxes.count >= 2 else { return nil }
        let heights = boxes.map { Double($0.bottom - $0.top) / scale }.sorted()
        let line = heights[heights.count / 2]
        let margin = Int(line * 1.6)
        func edge(_ value: Int?) -> Int { Int(Double(value ?? 0) / scale) }
        return Band(
            left: max(0, edge(boxes.map(\.left).min()) - margin),
            // A third line may have been missed, above or below.
            top: max(0, edge(boxes.map(\.top).min()) - (boxes.count < 3 ? 2 : 1) * margin),
            right: min(size.width, edge(boxes.map(\.right).max()) + margin),
            bottom: min(size.height, edge(boxes.map(\.bottom).max()) + (boxes.count < 3 ? 2 : 1) * margin), line: line)
    }

    /// Fillers in a row, or a long run without a blank that mixes letters and digits.
    private static func isLikely(_ line: ZoneLine) -> Bool {
        let text = line.line.text.trimmed
        let blanks = text.filter(\.isWhitespace).count
        return text.contains("<<") || blanks <= 2 && text.contains("<")
    }

    private func read(_ band: Band, turns: Int) -> Found? {
        var readings = ZoneReadings()
        for height in [34.0, 46, 26] {
            for treatment in [0, 2, 1] where mayGoOn() {
                let scale = min(4, height / band.line)
                let lines = variant(band, turns, scale, treatment)
                readings.add(lines)
                if let strip = strip(ofNames: readings, among: lines, in: band, scale: scale, of: turned(turns)) {
                    readings.addNames(variant(strip, turns, scale, treatment, PSM_SINGLE_LINE))
                }
                if let best = readings.best, best.isSettled {
                    return Found(lines: best.lines, passed: best.passed, checks: best.checks, turns: turns)
                }
            }
        }
        return readings.best.map { Found(lines: $0.lines, passed: $0.passed, checks: $0.checks, turns: turns) }
    }

    /// Where the line of names must be, by the guarded line beside it: under it in TD1, above it in the others.
    private func strip(
        ofNames readings: ZoneReadings, among lines: [Tesseract.Line], in band: Band, scale: Double,
        of page: (width: Int, height: Int)
    ) -> Band? {
        guard let best = readings.best, let beside = readings.line(of: best.lines[1], among: lines) else { return nil }
        let height = Double(beside.bottom - beside.top) / scale
        let pitch = height * 1.75 * (best.lines.count == 3 ? 1 : -1)
        let top = band.top + Int(Double(beside.top) / scale + pitch - height * 0.6)
        let bottom = top + Int(height * 2.2)
        guard top >= 0, top < bottom, bottom <= page.height else { return nil }
        return Band(left: band.left, top: top, right: band.right, bottom: bottom, line: band.line)
    }

    private func variant(
        _ band: Band, _ turns: Int, _ scale: Double, _ treatment: Int, _ layout: TessPageSegMode = PSM_SINGLE_BLOCK
    ) -> [Tesseract.Line] {
        let width = band.right - band.left
        let height = band.bottom - band.top
        let (left, top): (Int, Int) =
            switch turns {
            case 0: (band.left, band.top)
            case 1: (band.top, page.height - band.right)
            case 2: (page.width - band.right, page.height - band.bottom)
            default: (page.width - band.bottom, band.left)
            }
        var raster = saqta_raster()
        let outcome = saqta_raster_variant(
            page.grey, Int32(page.width), Int32(page.height), Int32(left), Int32(top),
            Int32(turns % 2 == 0 ? width : height), Int32(turns % 2 == 0 ? height : width), Int32(turns), scale,
            Int32(treatment), &raster)
        guard outcome == saqta_ok, let pixels = raster.pixels else { return [] }
        defer { saqta_raster_free(&raster) }
        return tesseract.lines(pixels, width: Int(raster.width), height: Int(raster.height), layout: layout)
    }
}
