import Foundation
import QRCode
import Testing

@Suite("QR matrix")
struct QRMatrixTests {
    @Test(
        "reads back as what was encoded, from the SVG path alone",
        arguments: [
            "otpauth://totp/CANTRA:reviewer-7?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=CANTRA&period=30&digits=6",
            "https://saqta.example/verify#4f2c", "құпия сөз — тайна", "7",
        ], QRMatrix.Correction.allCases)
    func readsBack(text: String, correction: QRMatrix.Correction) throws {
        let matrix = try QRMatrix(encoding: text, correction: correction)
        let picture = try PathPicture(matrix.svgPath, side: matrix.side)
        #expect(try picture.decoded() == text)
    }

    @Test("the largest code holds what its table says, and not one octet more")
    func capacity() throws {
        for correction in QRMatrix.Correction.allCases {
            let longest = String(repeating: "a", count: correction.capacity)
            #expect(try QRMatrix(encoding: longest, correction: correction).width == 177)
            #expect(throws: QRError.tooLong) { try QRMatrix(encoding: longest + "a", correction: correction) }
        }
        #expect(throws: QRError.empty) { try QRMatrix(encoding: "") }
    }

    @Test("keeps four light modules on every side")
    func quietZone() throws {
        let matrix = try QRMatrix(encoding: "saqta")
        let picture = try PathPicture(matrix.svgPath, side: matrix.side)
        for place in 0..<matrix.side {
            for depth in 0..<4 {
                #expect(!picture[depth, place] && !picture[matrix.side - 1 - depth, place])
                #expect(!picture[place, depth] && !picture[place, matrix.side - 1 - depth])
            }
        }
        #expect(picture[4, 4])
    }
}

/// The modules that an SVG path of row-high rectangles covers, drawn without the matrix it came from.
struct PathPicture {
    private let side: Int
    private var dark: Set<[Int]> = []

    init(_ path: String, side: Int) throws {
        self.side = side
        for step in path.split(separator: "z") {
            let match = try #require(step.wholeMatch(of: #/M(\d+) (\d+)h(\d+)v1h-(\d+)/#))
            let (x, y) = (try #require(Int(match.1)), try #require(Int(match.2)))
            let width = try #require(Int(match.3))
            try #require(Int(match.4) == width)
            for column in x..<(x + width) { dark.insert([y, column]) }
        }
    }

    subscript(row: Int, column: Int) -> Bool { dark.contains([row, column]) }

    /// What ZBar reads off the picture at eight pixels a module.
    func decoded() throws -> String {
        let scale = 8
        let file = FileManager.default.temporaryDirectory.appending(path: "saqta-qr-\(UUID().uuidString).pgm")
        defer { try? FileManager.default.removeItem(at: file) }
        var picture = Data("P5 \(side * scale) \(side * scale) 255\n".utf8)
        for row in 0..<(side * scale) {
            for column in 0..<(side * scale) { picture.append(self[row / scale, column / scale] ? 0 : 255) }
        }
        try picture.write(to: file)
        let reader = Process()
        let output = Pipe()
        reader.executableURL = URL(filePath: "/usr/bin/zbarimg")
        reader.arguments = ["--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", file.path]
        reader.standardOutput = output
        reader.standardError = FileHandle.nullDevice
        try reader.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        reader.waitUntilExit()
        return String(decoding: read, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
}
