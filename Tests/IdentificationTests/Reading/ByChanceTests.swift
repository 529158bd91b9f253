import Identification
import Primitives
import TestKit
import Testing

@Suite("What a document says, misread by chance")
struct ByChanceTests {
    private static let samples = [ZoneParserTests.td1, ZoneParserTests.td2, ZoneParserTests.td3, ZoneParserTests.card]

    @Test("is a zone whose parts fit each other, or none, 10,000 times")
    func zones() throws {
        let parser = ZoneParser(today: try #require(Day("2026-11-24")), plausible: .anyDay)
        let letters = Array("ABDGILOQSTUZ0125689<MKЖ \n").map(String.init)
        var sound = 0
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            var lines = dice.pick(Self.samples).map { $0.map(String.init) }
            for _ in 0..<dice.roll(1...3) {
                let line = dice.roll(0...lines.count - 1)
                guard !lines[line].isEmpty else { continue }
                let place = dice.roll(0...lines[line].count - 1)
                switch dice.roll(0...9) {
                case 0: lines[line].remove(at: place)
                case 1: lines[line].insert(dice.pick(letters), at: place)
                case 2: lines.swapAt(line, dice.roll(0...lines.count - 1))
                default: lines[line][place] = dice.pick(letters)
                }
            }
            guard let zone = try? parser.parse(lines.map { $0.joined() }) else { continue }
            sound += zone.isSound ? 1 : 0
            let texts = [zone.document, zone.issuer, zone.number, zone.nationality, zone.family, zone.given]
            let isPlain = texts.joined().allSatisfy { $0 == " " || $0.isASCII && ($0.isUppercase || $0.isNumber) }
            if !isPlain { Issue.record("seed \(seed): \(texts)") }
            guard let iin = zone.iin else { continue }
            let isNumber = try? IIN(iin.digits, plausible: .anyDay) == iin
            if isNumber != true || zone.checks[.iin] == .disagrees { Issue.record("seed \(seed): IIN") }
        }
        #expect(sound > 100)
    }

    @Test("never is a number with one digit changed or two neighbours exchanged, but for the seventh, 10,000 times")
    func numbers() {
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            // Born in 1801–1899 or in 2099, as nobody who lives.
            let head = dice.roll(0...1) == 0 ? "18\(two(dice.roll(1...99)))" : "2099"
            let century = head == "2099" ? dice.roll(5...6) : dice.roll(1...2)
            let date = "\(head.suffix(2))\(two(dice.roll(1...12)))\(two(dice.roll(1...28)))"
            let eleven = "\(date)\(century)" + (0..<4).map { _ in "\(dice.roll(0...9))" }.joined()
            let digits = eleven.compactMap(\.wholeNumberValue)
            guard let check = CheckDigit.kazakhstan(digits) else { continue }
            guard let iin = try? IIN("\(eleven)\(check)", plausible: .anyDay), let born = iin.born else {
                Issue.record("seed \(seed): \(eleven)")
                continue
            }
            if born.description.replacing("-", with: "").suffix(6) != date.suffix(6) { Issue.record("seed \(seed)") }
            var other = digits + [check]
            let place = dice.roll(0...11)
            other[place] = (other[place] + dice.roll(1...9)) % 10
            let misread = other.map(String.init).joined()
            // The second pass weighs anew, so that a few changes of one digit of the first eleven go unseen.
            if place == 11, (try? IIN(misread, plausible: .anyDay)) != nil { Issue.record("seed \(seed): \(misread)") }
        }
    }

    @Test("never stops the reader of numbers, whatever was read, 10,000 times")
    func texts() {
        let pieces = ["0", "1", "9", "12", "A", "٣", "é", "e\u{301}", "\u{1F512}", " ", "-", "\0", "９"]
        for seed: UInt64 in 0..<10_000 {
            var dice = Dice(seed: seed)
            let text = dice.text(of: pieces, 8...14)
            let isNumber = text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            for read in [(try? IIN(text, plausible: .anyDay))?.digits, (try? BIN(text))?.digits] {
                if let read, !isNumber || read != text { Issue.record("seed \(seed): \(text.debugDescription)") }
            }
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
