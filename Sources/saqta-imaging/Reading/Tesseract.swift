import CTesseract
import Glibc

/// One language model of Tesseract, loaded once.
final class Tesseract {
    private let handle: OpaquePointer

    /// A line as it was read, and where, in pixels of the raster.
    struct Line {
        let text: String
        let confidence: Double
        let left: Int
        let top: Int
        let right: Int
        let bottom: Int
    }

    /// - Returns: nil when the model is not installed.
    init?(language: String, variables: [(String, String)] = []) {
        guard let handle = TessBaseAPICreate() else { return nil }
        var names: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0.0) }
        var values: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0.1) }
        defer {
            for text in names + values { free(text) }
        }
        let failed = TessBaseAPIInit4(
            handle, nil, language, OEM_LSTM_ONLY, nil, 0, &names, &values, variables.count, 0)
        guard failed == 0 else {
            TessBaseAPIDelete(handle)
            return nil
        }
        for (name, value) in variables { TessBaseAPISetVariable(handle, name, value) }
        self.handle = handle
    }

    deinit { TessBaseAPIDelete(handle) }

    /// The lines of a raster of 8-bit luminance.
    func lines(_ pixels: UnsafePointer<UInt8>, width: Int, height: Int, layout: TessPageSegMode) -> [Line] {
        TessBaseAPISetPageSegMode(handle, layout)
        TessBaseAPISetImage(handle, pixels, Int32(width), Int32(height), 1, Int32(width))
        TessBaseAPISetSourceResolution(handle, 300)
        defer { TessBaseAPIClear(handle) }
        guard TessBaseAPIRecognize(handle, nil) == 0, let results = TessBaseAPIGetIterator(handle) else { return [] }
        defer { TessResultIteratorDelete(results) }
        var lines: [Line] = []
        repeat {
            if let line = line(at: results) { lines.append(line) }
        } while TessResultIteratorNext(results, RIL_TEXTLINE) != 0
        return lines
    }

    private func line(at results: OpaquePointer) -> Line? {
        guard let text = TessResultIteratorGetUTF8Text(results, RIL_TEXTLINE) else { return nil }
        defer { TessDeleteText(text) }
        var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
        TessPageIteratorBoundingBox(
            TessResultIteratorGetPageIteratorConst(results), RIL_TEXTLINE, &left, &top, &right, &bottom)
        return Line(
            text: String(cString: text), confidence: Double(TessResultIteratorConfidence(results, RIL_TEXTLINE)),
            left: Int(left), top: Int(top), right: Int(right), bottom: Int(bottom))
    }
}
