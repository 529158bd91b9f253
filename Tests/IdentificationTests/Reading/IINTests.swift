import Identification
import Primitives
import Testing

@Suite("An IIN")
struct IINTests {
    @Test(
        "is read with birth and sex",
        arguments: [
            ("991231500006", "2099-12-31", IIN.Sex.male), ("991231600002", "2099-12-31", .female),
            ("990228501233", "2099-02-28", .male), ("990228601248", "2099-02-28", .female),
            ("991231500707", "2099-12-31", .male), ("010101100018", "1801-01-01", .male),
            ("850615200073", "1885-06-15", .female),
        ])
    func valid(text: String, born: String, sex: IIN.Sex) throws {
        let iin = try IIN(text, plausible: .anyDay)
        #expect(iin.digits == text)
        #expect(iin.born == Day(born))
        #expect(iin.sex == sex)
    }

    @Test(
        "is refused for the first thing that is wrong with it",
        arguments: [
            ("991231500007", IINError.checkDigit), ("990230501230", .date), ("99122850000", .length),
            ("9912315000066", .length), ("", .length), ("99123150000A", .notDigits), ("99123150000 ", .notDigits),
            ("991331500006", .date), ("990229501230", .date),
        ])
    func invalid(text: String, error: IINError) {
        #expect(throws: error) { _ = try IIN(text, plausible: .anyDay) }
    }

    @Test("has no check digit at all where both passes give ten", arguments: 0...9)
    func unissued(digit: Int) {
        #expect(throws: IINError.checkDigit) { _ = try IIN("99123150077\(digit)", plausible: .anyDay) }
    }

    @Test(
        "of the future or of the very old is refused unless any day is allowed",
        arguments: [
            ("991231500006", IINError.future), ("850615200073", .tooOld), ("010101100018", .tooOld),
        ])
    func implausible(text: String, error: IINError) throws {
        let today = try #require(Day("2026-11-24"))
        #expect(throws: error) { _ = try IIN(text, plausible: .living(on: today)) }
    }

    @Test("is plausible from the day of birth to the age of 120")
    func plausible() throws {
        let born = try #require(Day("1885-06-15"))
        let last = try #require(Day("2005-06-15"))
        _ = try IIN("850615200073", plausible: .living(on: born))
        _ = try IIN("850615200073", plausible: .living(on: last))
        #expect(throws: IINError.tooOld) { _ = try IIN("850615200073", plausible: .living(on: last + 1)) }
        #expect(throws: IINError.future) { _ = try IIN("850615200073", plausible: .living(on: born + -1)) }
    }

    @Test("with a seventh digit that names no century is accepted without birth and sex")
    func foreigner() throws {
        let digits = [9, 9, 1, 2, 3, 1, 0, 0, 0, 0, 1]
        let check = try #require(CheckDigit.kazakhstan(digits))
        let iin = try IIN((digits + [check]).map { "\($0)" }.joined(), plausible: .anyDay)
        #expect(iin.born == nil)
        #expect(iin.sex == nil)
    }

    @Test("has at most one check digit, whatever its serial number", arguments: (0..<100).map { $0 * 97 })
    func unique(serial: Int) {
        let padded = String(repeating: "0", count: 4 - "\(serial)".count) + "\(serial)"
        let accepted = (0...9).filter { digit in
            (try? IIN("9912315\(padded)\(digit)", plausible: .anyDay)) != nil
        }
        #expect(accepted.count <= 1)
    }

    @Test("prints nowhere by accident")
    func hidden() throws {
        let iin = try IIN("991231500006", plausible: .anyDay)
        var dumped = ""
        dump(iin, to: &dumped)
        #expect("\(iin) \(String(reflecting: iin)) \(dumped)".contains("9912") == false)
    }
}

@Suite("A BIN")
struct BINTests {
    @Test(
        "is read with its legal form",
        arguments: [
            ("991240000013", BIN.Kind.resident), ("991251000023", .nonResident),
            ("991262000033", .jointEntrepreneurship),
            ("991240000402", .resident),
        ])
    func valid(text: String, kind: BIN.Kind) throws {
        #expect(try BIN(text).kind == kind)
    }

    @Test(
        "is refused for the first thing that is wrong with it",
        arguments: [
            ("991240000014", BINError.checkDigit), ("991231500006", .legalForm), ("991340000013", .month),
            ("99124000001", .length), ("99124000001X", .notDigits),
        ])
    func invalid(text: String, error: BINError) {
        #expect(throws: error) { _ = try BIN(text) }
    }
}
