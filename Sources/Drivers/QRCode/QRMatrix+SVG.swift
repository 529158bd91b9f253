extension QRMatrix {
    /// Light modules that the standard asks for on every side.
    package static let quietZone = 4

    /// The side of the picture in modules, quiet zone included: the `viewBox` is `0 0 side side`.
    package var side: Int { width + 2 * Self.quietZone }

    /// The dark modules as the `d` of one SVG `path`: a rectangle for each run in a row, quiet zone included.
    package var svgPath: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while self[row: row, column: column] { column += 1 }
                if column > start {
                    let length = column - start
                    path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
                }
                column += 1
            }
        }
        return path
    }
}
