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
        let answer = file.appendingPathExtension("txt")
        defer { try? FileManager.default.removeItem(at: answer) }
        try Self.run(
            ["/usr/bin/zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", file.path],
            into: answer.path)
        return try String(contentsOf: answer, encoding: .utf8).trimmingCharacters(in: .newlines)
    }

    private static func run(_ command: [String], into file: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        try #require(posix_spawn(&process, command[0], &actions, nil, &words, environ) == 0, "no \(command[0])")
        waitpid(process, nil, 0)
    }
}
