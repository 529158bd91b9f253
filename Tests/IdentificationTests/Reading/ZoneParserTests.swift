import Identification
import Primitives
import Testing

@Suite("A machine-readable zone")
struct ZoneParserTests {
    static let td1 = [
        "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ]
    static let td2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
    static let td3 = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
    static let card = [
        "IDKAZ9963734847560823195658<<<", "5608238M3410059KAZ<<<<<<<<<<<0", "MYSALOV<<KAYSAR<<<<<<<<<<<<<<<",
    ]

    private func parse(_ lines: [String]) throws -> MachineReadableZone {
        try ZoneParser(today: try #require(Day("2026-11-24")), plausible: .anyDay).parse(lines)
    }

    @Test(
        "of the examples in Doc 9303 is read whole",
        arguments: [
            (td1, ZoneFormat.td1, "D23145890"), (td2, .td2, "D23145890"), (td3, .td3, "L898902C3"),
        ])
    func published(lines: [String], format: ZoneFormat, number: String) throws {
        let zone = try parse(lines)
        #expect(zone.format == format)
        #expect(zone.number == number)
        #expect(zone.family == "ERIKSSON")
        #expect(zone.given == "ANNA MARIA")
        #expect(zone.issuer == "UTO")
        #expect(zone.nationality == "UTO")
        #expect(zone.born == Day("1974-08-12"))
        #expect(zone.expires == Day("2012-04-15"))
        #expect(zone.sex == .female)
        #expect(zone.checks.values.allSatisfy { $0 == .agrees })
        #expect(zone.iin == nil)
    }

    @Test("carries on a long number in its optional data")
    func longNumber() throws {
        let lines = [
            "I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<",
        ]
        let zone = try parse(lines)
        #expect(zone.number == "D23145890734")
        #expect(zone.checks[.number] == .agrees)
        #expect(zone.expires == Day("1995-07-12"))
    }

    @Test("has no long number when the first nine places are not all taken")
    func notLong() throws {
        let lines = [
            "I<UTOD231458<<<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<",
        ]
        let zone = try parse(lines)
        #expect(zone.number == "D231458")
        #expect(zone.checks[.number] == .disagrees)
    }

    @Test("of a card of Kazakhstan holds the IIN, which knows the century of the birth")
    func kazakhstan() throws {
        let zone = try parse(Self.card)
        #expect(zone.iin?.digits == "560823195658")
        #expect(zone.born == Day("1856-08-23"))
        #expect(zone.checks[.iin] == .agrees)
        #expect(zone.isSound)
    }

    @Test("of a passport of Kazakhstan holds the IIN as the personal number")
    func passport() throws {
        let zone = try parse([
            "P<KAZMYSALOV<<KAYSAR<<<<<<<<<<<<<<<<<<<<<<<<", "N963734845KAZ5608238M3410059560823195658<<24",
        ])
        #expect(zone.iin?.digits == "560823195658")
        #expect(zone.number == "N96373484")
        #expect(zone.isSound)
    }

    @Test("with an IIN that fails says so and goes on")
    func wrongIIN() throws {
        let zone = try parse(["IDKAZ9963734847560823195659<<<", Self.card[1], Self.card[2]])
        #expect(zone.iin == nil)
        #expect(zone.checks[.iin] == .disagrees)
        #expect(!zone.isSound)
    }

    @Test(
        "is put right where a check digit confirms the exchange",
        arguments: [
            (0, "IDKAZ996373484756O823195658<<<"), (1, "56O8238M3410059KAZ<<<<<<<<<<<0"),
            (1, "5608238M34100S9KAZ<<<<<<<<<<<0"), (1, "56082B8M3410059KAZ<<<<<<<<<<<0"),
        ])
    func repaired(line: Int, text: String) throws {
        var lines = Self.card
        // The third exchange makes 34100S of 341005; the last, 56082B of 560823, is wrong and must not pass.
        lines[line] = text
        let zone = try parse(lines)
        #expect(zone.isSound == !text.contains("2B8"))
        #expect(zone.isSound == zone.checks.values.contains(.repaired))
    }

    @Test("with a letter for a digit in its number is put right only if one exchange alone agrees")
    func repairedNumber() throws {
        let zone = try parse(["I<UTOD23I458907<<<<<<<<<<<<<<<", Self.td1[1], Self.td1[2]])
        #expect(zone.number == "D23145890")
        #expect(zone.checks[.number] == .repaired)
    }

    @Test("notices every digit that is another", arguments: ZoneFormat.allCases)
    func noticesEveryDigit(format: ZoneFormat) throws {
        let lines = [ZoneFormat.td1: Self.td1, .td2: Self.td2, .td3: Self.td3][format] ?? []
        for (row, line) in lines.enumerated() where format != .td1 || row != 2 {
            for (place, character) in line.enumerated() {
                guard let digit = character.wholeNumberValue else { continue }
                var changed = lines
                let other = Character("\((digit + 1) % 10)")
                changed[row] = String(line.prefix(place)) + String(other) + String(line.dropFirst(place + 1))
                let zone = try parse(changed)
                #expect(!zone.isSound || zone.checks.values.contains(.repaired), "line \(row), place \(place)")
            }
        }
    }

    @Test(
        "takes the century of a birth that is not in the future",
        arguments: [
            ("261124", "2026-11-24"), ("261125", "1926-11-25"), ("000101", "2000-01-01"), ("990101", "1999-01-01"),
        ])
    func century(born: String, expected: String) throws {
        let digit = try #require(CheckDigit.zone(born))
        let zone = try parse([Self.td1[0], born + "\(digit)F1204159UTO<<<<<<<<<<<6", Self.td1[2]])
        #expect(zone.born == Day(expected))
    }

    @Test("leaves open what the document leaves open")
    func unknown() throws {
        let zone = try parse([Self.td1[0], "74<<<<8<1204159UTO<<<<<<<<<<<6", "ERIKSSON<<<<<<<<<<<<<<<<<<<<<<"])
        #expect(zone.born == nil)
        #expect(zone.sex == nil)
        #expect(zone.given.isEmpty)
    }

    @Test(
        "is nothing of another shape or alphabet",
        arguments: [
            ([], ZoneError.shape), (["I<UTO"], .shape), ([td1[0], td1[1]], .shape),
            (["ЖEKE" + String(repeating: "<", count: 32), td2[1]], .characters),
            ([String(repeating: "a", count: 36), td2[1]], .characters),
        ])
    func refused(lines: [String], error: ZoneError) {
        #expect(throws: error) { _ = try parse(lines) }
    }

    @Test("of a name that fills its line may be cut")
    func cut() throws {
        let zone = try parse([Self.td1[0], Self.td1[1], "NILAVADHANANANDA<<CHAYAPA<DEJK"])
        #expect(zone.namesMayBeCut)
        #expect(try !parse(Self.td1).namesMayBeCut)
    }
}
